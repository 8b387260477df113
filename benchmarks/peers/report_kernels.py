"""Tables of the kernels from JMH's JSON and convolution.py's lines. Arguments: lines jmh threads revision"""

import datetime
import json
import sys
from collections import defaultdict

from results import machine, read, table


def load(path):
    """Median in ms, by (class.method, shape, further parameter)."""
    scores = {}
    with open(path) as file:
        for entry in json.load(file):
            parameters = dict(entry.get("params") or {})
            name = ".".join(entry["benchmark"].split(".")[-2:])
            metric = entry["primaryMetric"]
            shape = parameters.pop("shape", None) or parameters.pop("map")
            key = (name, shape, *parameters.values())
            scores[key] = metric["scorePercentiles"]["50.0"]
    return scores


def ratio(dense, ours):
    return f"{dense / ours:.2f}" if dense and ours else ""


def ms(value):
    return f"{value:.1f}" if value else ""


def convolutions(scores, torch):
    shapes = defaultdict(list)
    for key in scores:
        if key[0] == "ConvolutionBenchmark.forward":
            shapes[key[1]].append(key[2])
    for shape, densities in shapes.items():
        forward = scores.get(("DenseConvolutionBenchmark.forward", shape))
        both = scores.get(("DenseConvolutionBenchmark.backward", shape))
        peer = torch[shape]
        print(f"\nconvolution {shape}, 40 frames, ms (medians)")
        print(f"  dense: ND4J conv2d {ms(forward)}, conv2d_bp (both gradients) {ms(both)}; PyTorch forward {ms(peer['forward'])}, "
              f"weight gradient alone {ms(peer['weightGradient'])}, input gradient alone {ms(peer['inputGradient'])}")
        rows = [["density", "forward", "conv2d / ours", "PyTorch / ours", "weight gradient", "conv2d_bp / ours", "PyTorch / ours"]]
        for density in densities:
            a = scores[("ConvolutionBenchmark.forward", shape, density)]
            b = scores.get(("ConvolutionBenchmark.weightGradient", shape, density))
            rows.append([density, ms(a), ratio(forward, a), ratio(peer["forward"], a),
                         ms(b), ratio(both, b), ratio(peer["weightGradient"], b)])
        table(rows)
        ours = scores.get(("InputGradientBenchmark.inputGradient", shape, "chosen"))
        dense = scores.get(("InputGradientBenchmark.inputGradient", shape, "dense"))
        if ours:
            print(f"  input gradient alone: ours {ms(ours)}, ND4J conv2d with turned weights {ms(dense)} ({ratio(dense, ours)} of ours), "
                  f"PyTorch {ms(peer['inputGradient'])} ({ratio(peer['inputGradient'], ours)} of ours)")


def main():
    lines, path, threads, revision = sys.argv[1:]
    scores = load(path)
    cases, versions = read(lines)
    torch = {case: sides["torch dense"][0] for case, sides in cases.items()}
    print(f"{datetime.date.today()}, {machine(threads)}")
    with open(path) as file:
        first = json.load(file)[0]
    print(f"SNN4J {revision}, JDK {first['jdkVersion']}, JMH {first['jmhVersion']}; {versions['torch']}")
    convolutions(scores, torch)
    print("\nbatch norm and LIF neurons, T=10, 4 samples, ms (medians)")
    rows = [["side, channels", "forward", "backward"]]
    for name, shape in [key for key in scores if key[0] == "NeuronBenchmark.forward"]:
        rows.append([shape, ms(scores[(name, shape)]), ms(scores.get(("NeuronBenchmark.backward", shape)))])
    table(rows)


if __name__ == "__main__":
    main()
