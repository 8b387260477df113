"""Times PyTorch's dense convolution and each of its gradients alone, on the shapes of org.snn4j.benchmarks.ConvolutionBenchmark; one line of JSON each.

Arguments: threads [shape case]; without a shape all of them, each a case of its name. The faster of the two memory formats counts.
"""

import json
import statistics
import sys
import time

import torch
from timing import pytorch

FRAMES = 40
SHAPES = ["128>256@24 3/1", "64>128@48 3/1", "512>512@12 3/1", "128>256@24 3/2", "64>64@24 5/1"]
SECONDS = 0.7


def milliseconds(work):
    """Times of a few repetitions."""
    for _ in range(3):
        work()
    times = []
    begin = time.perf_counter()
    while time.perf_counter() - begin < SECONDS:
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return times


def gradient(g, x, w, stride, padding, mask):
    return torch.ops.aten.convolution_backward(
        g, x, w, None, [stride] * 2, [padding] * 2, [1, 1], False, [0, 0], 1, mask)


def measure(shape, memory_format):
    channels, rest = shape.split("@")
    inputs, outputs = map(int, channels.split(">"))
    side, window = rest.split()
    size, stride = map(int, window.split("/"))
    padding = size // 2
    x = (torch.rand(FRAMES, inputs, int(side), int(side)) < 0.1).float().to(memory_format=memory_format)
    w = torch.randn(outputs, inputs, size, size).to(memory_format=memory_format)
    y = torch.conv2d(x, w, stride=stride, padding=padding)
    g = torch.randn_like(y)
    return {
        "forward": milliseconds(lambda: torch.conv2d(x, w, stride=stride, padding=padding)),
        "weightGradient": milliseconds(lambda: gradient(g, x, w, stride, padding, [False, True, False])),
        "inputGradient": milliseconds(lambda: gradient(g, x, w, stride, padding, [True, False, False])),
    }


def main():
    torch.set_num_threads(int(sys.argv[1]))
    shapes = {sys.argv[2]: sys.argv[3]} if len(sys.argv) > 2 else {shape: shape for shape in SHAPES}
    for shape, case in shapes.items():
        with torch.no_grad():
            a, b = measure(shape, torch.contiguous_format), measure(shape, torch.channels_last)
        result = {"name": "torch", "configuration": "dense", "version": pytorch()}
        result.update({what: min(a[what], b[what], key=statistics.median) for what in a})
        print(json.dumps({"case": case, "result": result}))


if __name__ == "__main__":
    main()
