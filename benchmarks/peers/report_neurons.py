"""Medians, spreads and ratios from the lines of compare-neurons.sh. Arguments: results threads revision"""

import statistics
import sys

from results import by_round, header, read


def line(side, results, quantity, ours):
    every = [1000 * t for r in results for t in r[quantity]]
    text = f"    {side:24} {statistics.median(every):9.3f} ({min(every):.3f} to {max(every):.3f})"
    if results is ours:
        return text
    ratios = by_round(ours, results, quantity, lambda a, b: b / a)
    return f"{text}  theirs / ours {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def main():
    path, threads, revision = sys.argv[1:]
    cases, versions = read(path)
    print(header(cases, versions, threads, revision))
    for case, sides in cases.items():
        ours = sides["snn4j"]
        theirs = [r for side, results in sides.items() if side != "snn4j" for r in results]
        print(f"\n{case}: {len(ours)} rounds, {100 * ours[0]['rate']:.1f} % spikes; of both sides differ at most "
              f"{max(r['differingSpikes'] for r in theirs):.0e} of the spikes, "
              f"{max(r['differingGradients'] for r in theirs):.0e} of the gradients")
        for quantity, title in (("forward", "forward"), ("both", "forward and backward")):
            print(f"  {title}, ms: median (least to greatest)")
            for side, results in sides.items():
                print(line(side, results, quantity, ours))


if __name__ == "__main__":
    main()
