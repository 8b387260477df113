"""Medians, spreads and ratios from the lines of compare-neurons.sh. Arguments: results threads revision command"""

import sys

from results import by_round, header, in_words, plural, read


def line(side, results, quantity, ours):
    every = [1000 * t for r in results for t in r[quantity]]
    text = f"    {side:24} {in_words(every, 3):>9}"
    if results is ours:
        return text
    ratios = by_round(ours, results, quantity, lambda a, b: b / a)
    return f"{text}  theirs / ours {in_words(ratios)}"


def main():
    path, threads, revision, command = sys.argv[1:]
    cases, versions = read(path)
    print(header(cases, versions, threads, revision, command))
    for case, sides in cases.items():
        ours = sides["snn4j"]
        theirs = [r for side, results in sides.items() if side != "snn4j" for r in results]
        print(f"\n{case}: {plural(len(ours), 'round')}, {100 * ours[0]['rate']:.1f} % spikes; of both sides differ at most "
              f"{max(r['differingSpikes'] for r in theirs):.0e} of the spikes, "
              f"{max(r['differingGradients'] for r in theirs):.0e} of the gradients")
        for quantity, title in (("forward", "forward"), ("both", "forward and backward")):
            print(f"  {title}, ms: median (least to greatest)")
            for side, results in sides.items():
                print(line(side, results, quantity, ours))


if __name__ == "__main__":
    main()
