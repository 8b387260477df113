"""Tables of medians, spreads and ratios from the lines of compare-training.sh.

Arguments: results agreement threads revision
"""

import datetime
import json
import platform
import statistics
import sys
from collections import defaultdict

QUANTITIES = {"inference": "s", "training": "s", "peakMiB": "MiB", "inferencePeakMiB": "MiB"}
TITLES = {"inference": "inference", "training": "training step", "peakMiB": "peak memory", "inferencePeakMiB": "peak, inference only"}


def processor():
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":")[1].strip()
    return platform.processor()


def machine(threads):
    flags = open("/proc/cpuinfo").read()
    wide = "AVX-512" if "avx512f" in flags else "AVX2" if "avx2" in flags else "no AVX2"
    return f"{processor()} ({wide}), {threads} threads, {platform.system()} {platform.machine()}"


def values(result, quantity):
    return result[quantity] if isinstance(result[quantity], list) else [result[quantity]]


def median(results, quantity):
    return statistics.median(v for r in results for v in values(r, quantity))


def spread(results, quantity):
    every = [v for r in results for v in values(r, quantity)]
    digits = 0 if QUANTITIES[quantity] == "MiB" else 3
    return f"{statistics.median(every):.{digits}f} ({min(every):.{digits}f} to {max(every):.{digits}f})"


def ratios(ours, theirs, quantity):
    """By round: theirs over ours for times, ours over theirs for memory."""
    pairs = [(median([a], quantity), median([b], quantity)) for a, b in zip(ours, theirs)]
    return [a / b if QUANTITIES[quantity] == "MiB" else b / a for a, b in pairs]


def rates(result):
    begin, end = result["rates"], result["ratesAtEnd"]
    return ", ".join(f"{layer} {100 * begin[layer]:.1f} -> {100 * end[layer]:.1f}" for layer in begin)


def report(case, sides):
    ours = sides.pop("snn4j")
    rounds = len(ours)
    print(f"\n{case} ({rounds} rounds; median (least to greatest); ratios by round)")
    summary = {}
    for quantity, unit in QUANTITIES.items():
        print(f"  {TITLES[quantity]}, {unit}")
        print(f"    {'snn4j':26} {spread(ours, quantity)}")
        best = None
        for side, theirs in sides.items():
            each = ratios(ours, theirs, quantity)
            what = "ours / theirs" if unit == "MiB" else "theirs / ours"
            print(f"    {side:26} {spread(theirs, quantity):28} {what} {statistics.median(each):.2f} "
                  f"({min(each):.2f} to {max(each):.2f})")
            if best is None or median(theirs, quantity) < median(sides[best], quantity):
                best = side
        summary[quantity] = statistics.median(ratios(ours, sides[best], quantity))
        print(f"    against {best}: {summary[quantity]:.2f}")
    print("  spikes per neuron and step in evaluation, %, before -> after the timed training steps")
    print(f"    {'snn4j':26} {rates(ours[-1])}")
    for side, theirs in sides.items():
        print(f"    {side:26} {rates(theirs[-1])}")
    return summary


def main():
    path, agreement, threads, revision = sys.argv[1:]
    cases = defaultdict(lambda: defaultdict(list))
    versions = {}
    with open(path) as file:
        for line in file:
            entry = json.loads(line)
            result = entry["result"]
            ours = result["name"] == "snn4j"
            side = "snn4j" if ours else f"{result['name']} {result['configuration']}"
            cases[entry["case"]][side].append(result)
            versions[result["name"]] = result["version"]
    print(f"{datetime.date.today()}, {machine(threads)}")
    print(f"SNN4J {revision}: {versions.pop('snn4j')}")
    for version in versions.values():
        print(version)
    print()
    with open(agreement) as file:
        print(file.read().rstrip())
    summaries = {case: report(case, sides) for case, sides in cases.items()}
    headline = next((c for c in summaries if c.startswith("vgg") and c.endswith("batch 16")), list(summaries)[-1])
    last = summaries[headline]
    print(f"\nmedians of {headline}, against the best configuration of SpikingJelly for each:")
    print(f"ratio training {last['training']:.2f} inference {last['inference']:.2f} memory {last['peakMiB']:.2f}")


if __name__ == "__main__":
    main()
