"""Tables of medians, spreads and ratios from the lines of compare-training.sh.

Arguments: results agreement threads revision
"""

import statistics
import sys

from results import by_round, header, median, read, spread

QUANTITIES = {"inference": "s", "training": "s", "peakMiB": "MiB", "inferencePeakMiB": "MiB"}
TITLES = {"inference": "inference", "training": "training step", "peakMiB": "peak memory", "inferencePeakMiB": "peak, inference only"}


def in_words(results, quantity):
    return spread(results, quantity, 0 if QUANTITIES[quantity] == "MiB" else 3)


def ratios(ours, theirs, quantity):
    """By round: theirs over ours for times, ours over theirs for memory."""
    return by_round(ours, theirs, quantity, (lambda a, b: a / b) if QUANTITIES[quantity] == "MiB" else (lambda a, b: b / a))


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
        print(f"    {'snn4j':26} {in_words(ours, quantity)}")
        best = None
        for side, theirs in sides.items():
            each = ratios(ours, theirs, quantity)
            what = "ours / theirs" if unit == "MiB" else "theirs / ours"
            print(f"    {side:26} {in_words(theirs, quantity):28} {what} {statistics.median(each):.2f} "
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
    cases, versions = read(path)
    print(header(cases, versions, threads, revision))
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
