"""Writes docs/performance.md: a summary of ratios, then the reports of the scripts as they were printed. Argument: folder of the results"""

import os
import statistics
import sys

from report_costs import best, median, slope
from report_kernels import load
from report_training import ratios
from results import read

SECTIONS = {
    "training": ("Training, inference, memory", "compare-training.sh"),
    "costs": ("Cost against spike rate and T", "compare-costs.sh"),
    "neurons": ("Neurons alone", "compare-neurons.sh"),
    "kernels": ("Kernels", "kernels.sh"),
}
WIDE = "128>256@24 3/1"


def training(path):
    for case, sides in read(path)[0].items():
        ours = sides.pop("snn4j")
        for quantity, title, unit in (("training", "training step", "theirs / ours"), ("inference", "inference", "theirs / ours"),
                                      ("peakMiB", "peak memory, training", "ours / theirs")):
            for side, results in sides.items():
                each = ratios(ours, results, quantity)
                yield f"{case}: {title}", side, unit, f"{min(each):.2f}", f"{statistics.median(each):.2f}", f"{max(each):.2f}"


def costs(path):
    cases = read(path)[0]
    rates = [100 * float(c.split()[1]) for c in cases if c.startswith("rate")]
    shares = [median(s["snn4j"], "training") / median(s["snn4j dense"], "training") for c, s in cases.items() if c.startswith("rate")]
    if shares:
        yield (f"training step at spike rates of {min(rates):.0f} to {max(rates):.0f} %", "our dense operations", "ours / dense",
               f"{min(shares):.2f}", f"{statistics.median(shares):.2f}", f"{max(shares):.2f}")
    steps = [(int(c.split()[1]), s) for c, s in cases.items() if c.startswith("T")]
    if len(steps) > 1:
        share = slope([(t, median(s["snn4j"], "peakMiB")) for t, s in steps]) / slope([(t, best(s, "peakMiB")) for t, s in steps])
        yield "memory for each further step of T", "spikingjelly", "ours / theirs", "", f"{share:.2f}", ""


def neurons(path):
    for case, sides in read(path)[0].items():
        ours = sides.pop("snn4j")
        for quantity, title in (("forward", "forward"), ("both", "forward and backward")):
            side = min(sides, key=lambda s: median(sides[s], quantity))
            each = [median([b], quantity) / median([a], quantity) for a, b in zip(ours, sides[side])]
            yield f"{case}: {title}", side, "theirs / ours", f"{min(each):.2f}", f"{statistics.median(each):.2f}", f"{max(each):.2f}"


def kernels(path):
    scores = load(path.replace(".jsonl", ".json"))
    torch = {case: sides["torch dense"][0] for case, sides in read(path)[0].items()}[WIDE]
    for what, name, dense in (
        ("forward at 10 %", ("ConvolutionBenchmark.forward", WIDE, "0.1"), [
            ("ND4J conv2d", scores.get(("DenseConvolutionBenchmark.forward", WIDE))), ("PyTorch", torch["forward"])]),
        ("weight gradient at 10 %", ("ConvolutionBenchmark.weightGradient", WIDE, "0.1"), [
            ("ND4J conv2d_bp, both gradients", scores.get(("DenseConvolutionBenchmark.backward", WIDE))),
            ("PyTorch, that gradient alone", torch["weightGradient"])]),
        ("input gradient", ("InputGradientBenchmark.inputGradient", WIDE, "chosen"), [
            ("ND4J conv2d with turned weights", scores.get(("InputGradientBenchmark.inputGradient", WIDE, "dense"))),
            ("PyTorch, that gradient alone", torch["inputGradient"])]),
    ):
        for side, value in dense:
            if name in scores and value:
                yield f"convolution {WIDE}: {what}", side, "theirs / ours", "", f"{value / scores[name]:.2f}", ""


def main():
    folder = sys.argv[1]
    present = [name for name in SECTIONS if os.path.exists(f"{folder}/performance-{name}.txt")]
    print("# Performance\n\nWritten by `benchmarks/report.sh` from what `benchmarks` measured; "
          "[benchmarks/README.md](../benchmarks/README.md) says how.\nTimes depend on the machine, ratios less. "
          "The last line of `compare-training.sh` counts the best configuration of the peer, quantity by quantity.\n")
    print("| what | against | ratio | least | median | greatest |\n|---|---|---|---|---|---|")
    for name in present:
        for row in globals()[name](f"{folder}/performance-{name}.jsonl"):
            print("| " + " | ".join(row) + " |")
    for name in present:
        title, script = SECTIONS[name]
        with open(f"{folder}/performance-{name}.txt") as file:
            print(f"\n## {title}\n\n`benchmarks/{script}`\n\n```text\n{file.read().strip()}\n```")


if __name__ == "__main__":
    main()
