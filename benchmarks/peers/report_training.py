"""Tables of medians, spreads and ratios from the lines of compare-training.sh.

Arguments: results agreement threads revision command
"""

import statistics
import sys

from results import by_round, header, in_words, median, plural, read, spread

QUANTITIES = {"inference": "s", "training": "s", "peakMiB": "MiB", "inferencePeakMiB": "MiB"}
# SpikingJelly as its package installs it: no setting changed, nothing compiled.
INSTALLED = "spikingjelly eager"
CONFIGURATIONS = {"compiled": "torch.compile", "channels-last": "channels-last", "compiled-huge-pages": "torch.compile in pages of 2 MiB, which our launcher asks for"}
TITLES = {"inference": "inference", "training": "training step", "peakMiB": "peak memory", "inferencePeakMiB": "peak, inference only"}


def measured(results, quantity):
    return spread(results, quantity, 0 if QUANTITIES[quantity] == "MiB" else 3)


def ratios(ours, theirs, quantity):
    """By round: theirs over ours for times, ours over theirs for memory."""
    return by_round(ours, theirs, quantity, (lambda a, b: a / b) if QUANTITIES[quantity] == "MiB" else (lambda a, b: b / a))


def rates(result):
    begin, end = result["rates"], result["ratesAtEnd"]
    return ", ".join(f"{layer} {100 * begin[layer]:.1f} -> {100 * end[layer]:.1f}" for layer in begin)


def report(case, sides):
    """Ratios by quantity: against the peer as installed (empty if that was not measured), and against the best of its configurations."""
    ours = sides.pop("snn4j")
    print(f"\n{case} ({plural(len(ours), 'round')}; median (least to greatest); ratios by round)")
    installed, fastest = {}, {}
    for quantity, unit in QUANTITIES.items():
        print(f"  {TITLES[quantity]}, {unit}")
        print(f"    {'snn4j':26} {measured(ours, quantity)}")
        best = None
        for side, theirs in sides.items():
            each = ratios(ours, theirs, quantity)
            what = "ours / theirs" if unit == "MiB" else "theirs / ours"
            print(f"    {side:26} {measured(theirs, quantity):28} {what} {in_words(each)}")
            if side == INSTALLED:
                installed[quantity] = statistics.median(each)
            if best is None or median(theirs, quantity) < median(sides[best], quantity):
                best = side
        fastest[quantity] = statistics.median(ratios(ours, sides[best], quantity))
        print(f"    against the best, {best}: {fastest[quantity]:.2f}")
    if "right" in ours[-1]:
        print("  recordings of the batch that the trained network recognises, which it was not trained on")
        for side, results in {"snn4j": ours, **sides}.items():
            print(f"    {side:26} {results[-1]['right']} of {results[-1]['recordings']}")
    print("  spikes per neuron and step in evaluation, %, before -> after the timed training steps")
    print(f"    {'snn4j':26} {rates(ours[-1])}")
    for side, theirs in sides.items():
        print(f"    {side:26} {rates(theirs[-1])}")
    return installed, fastest


def in_line(summary):
    return f"training {summary['training']:.2f} inference {summary['inference']:.2f} memory {summary['peakMiB']:.2f}"


def main():
    path, agreement, threads, revision, command = sys.argv[1:]
    cases, versions = read(path)
    print(header(cases, versions, threads, revision, command))
    print()
    with open(agreement) as file:
        print(file.read().rstrip())
    summaries = {case: report(case, sides) for case, sides in cases.items()}
    headline = next((c for c in summaries if c.startswith("vgg") and c.endswith("batch 16")), list(summaries)[-1])
    installed, fastest = summaries[headline]
    others = sorted({side for sides in cases.values() for side in sides} - {"snn4j", INSTALLED})
    print(f"\nmedians of {headline}; the last line against SpikingJelly as installed (eager)")
    print(f"against the fastest of those measured ({', '.join(CONFIGURATIONS.get(side.split()[1], side) for side in others) or 'eager alone'}): "
          f"{in_line(fastest)}")
    print(f"ratio {in_line(installed)}" if installed else "SpikingJelly was not measured as installed: no ratio")


if __name__ == "__main__":
    main()
