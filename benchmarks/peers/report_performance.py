"""Writes docs/performance.md: a summary of ratios, then the reports of the scripts as they were printed. Argument: folder of the results"""

import os
import statistics
import sys

from musts import explanations, judged
from report_costs import constant, kinds, memory_shares, names, shares_of_dense
from report_kernels import ROUND, rounds, shares
from report_training import CONFIGURATIONS, ratios
from results import by_round, median, read

SECTIONS = {
    "training": ("Training, inference, memory", "compare-training.sh"),
    "costs": ("Cost against spike rate and T", "compare-costs.sh"),
    "neurons": ("Neurons alone", "compare-neurons.sh"),
    "kernels": ("Kernels", "kernels.sh"),
    "limits": ("Profiles and limits", "limits.sh"),
    "runs": ("Whole runs: bits, Java machines, memory, time before and after", "verify-runs.sh"),
}


def three(each):
    """Least, median, greatest; of a single value there is neither a least nor a greatest."""
    if len(each) == 1:
        return "", each[0], ""
    return min(each), statistics.median(each), max(each)


def training(path):
    for case, sides in read(path)[0].items():
        ours = sides.pop("snn4j")
        for quantity, title, unit in (("training", "training step", "theirs / ours"), ("inference", "inference", "theirs / ours"),
                                      ("peakMiB", "peak memory, training", "ours / theirs")):
            for side, results in sides.items():
                yield f"{case}: {title}", side, unit, *three(ratios(ours, results, quantity))


def costs(path):
    rates, steps = kinds(read(path)[0])
    if constant(rates, "snn4j dense"):
        for rate, shares in shares_of_dense(rates).items():
            yield f"training step at a spike rate of {100 * rate:g} %", "our dense operations", "ours / dense", *three(shares)
    if len(steps) > 1:
        yield "memory for each further step of T", names(steps).lower(), "ours / theirs", *three(memory_shares(steps))


def neurons(path):
    for case, sides in read(path)[0].items():
        ours = sides.pop("snn4j")
        for quantity, title in (("forward", "forward"), ("both", "forward and backward")):
            side = min(sides, key=lambda s: median(sides[s], quantity))
            yield f"{case}: {title}", side, "theirs / ours", *three(by_round(ours, sides[side], quantity, lambda a, b: b / a))


def kernels(path):
    for shape, sides in rounds(path).items():
        for quantity, title in (("forward", "forward at 10 %"), ("weightGradient", "weight gradient at 10 %"),
                                ("inputGradient", "input gradient, of all inputs")):
            for side, name in (("nd4j dense", f"ND4J {ROUND[quantity][1]}"), ("torch dense", "PyTorch, that operation alone")):
                yield f"convolution {shape}: {title}", name, "theirs / ours", *three(shares(sides, side, quantity))


def limits(path):
    return ()


def runs(path):
    return ()


def main():
    folder = sys.argv[1]
    present = [name for name in SECTIONS if os.path.exists(f"{folder}/performance-{name}.txt")]
    print("# Performance\n\nWritten by `benchmarks/report.sh` from what `benchmarks` measured; "
          "[benchmarks/README.md](../benchmarks/README.md) says how.\n"
          "The last line of `compare-training.sh` counts SpikingJelly\nas its package installs it (eager); the line above it the fastest of the configurations measured, quantity by quantity. Peak memory of PyTorch includes "
          "the libraries of its CUDA wheel.\nMedians are judged; where rounds lie on both sides of a bound, the verdict says so.\n")
    rows = {name: list(globals()[name](f"{folder}/performance-{name}.jsonl")) for name in present}
    verdicts = list(judged(folder, [row for each in rows.values() for row in each]))
    sides = {row[1].removeprefix("spikingjelly ") for row in rows.get("training", ())}
    others = ", ".join(f"{side} ({CONFIGURATIONS[side]})" for side in CONFIGURATIONS if side in sides)
    left_out = ", ".join(CONFIGURATIONS[side] if side in CONFIGURATIONS[side] else f"{side} ({CONFIGURATIONS[side]})" for side in CONFIGURATIONS if side not in sides)
    print("## What must be reached\n\nMusts against SpikingJelly are about the release as installed (eager: multi-step mode, no setting changed)."
          + (f" Measured beside it: {others}." if others else "") + (f" Left out of this run: {left_out}." if others and left_out else "")
          + "\nPeers of a convolution are ND4J's and PyTorch's operations, both oneDNN, on whole arrays with all threads. The dense path of our own training step is these "
            "operations cut into parts; single passes of some shapes take longer than the whole operation, which the tables of kernels show. The input gradient is that of "
            "all inputs, in tiles, which is faster here than leaving out the neurons outside the surrogate's support (masked rows below).\n\n| what | must | measured | |\n|---|---|---|---|")
    for must in verdicts:
        print(f"| {must.what} | {must.bound} | {must.measured} | {must.verdict} |")
    missed = list(explanations(folder, verdicts))
    if missed:
        print("\n## Why the missed ones are missed\n\n" + "\n\n".join(missed))
    print("\n## All ratios\n\n| what | against | ratio | least | median | greatest |\n|---|---|---|---|---|---|")
    for each in rows.values():
        for row in each:
            print("| " + " | ".join(f"{cell:.2f}" if isinstance(cell, float) else cell for cell in row) + " |")
    for name in present:
        title, script = SECTIONS[name]
        with open(f"{folder}/performance-{name}.txt") as file:
            print(f"\n## {title}\n\n`benchmarks/{script}`\n\n```text\n{file.read().strip()}\n```")


if __name__ == "__main__":
    main()
