"""Tables of the cost against the spike rate and against T from the lines of compare-costs.sh. Arguments: results title threads revision"""

import statistics
import sys

from results import header, read, table


def best(sides, quantity):
    """Least median over the configurations of SpikingJelly."""
    return min(median(results, quantity) for side, results in sides.items() if side.startswith("spikingjelly"))


def median(results, quantity):
    values = [r[quantity] for r in results]
    return statistics.median(v for r in values for v in (r if isinstance(r, list) else [r]))


def mean_rate(results):
    rates = results[0]["trainingRates"].values()
    return f"{100 * min(rates):.1f} to {100 * max(rates):.1f}"


def against_rate(cases):
    rows = [["rate", "rates by layer, %", "training s", "all dense s", "share of dense", "SpikingJelly s", "theirs / ours",
             "inference s", "all dense s", "SpikingJelly s"]]
    for case, sides in cases.items():
        ours, dense = sides["snn4j"], sides["snn4j dense"]
        a, b, c = median(ours, "training"), median(dense, "training"), best(sides, "training")
        rows.append([case.split()[1], mean_rate(ours), f"{a:.3f}", f"{b:.3f}", f"{a / b:.2f}", f"{c:.3f}", f"{c / a:.2f}",
                     f"{median(ours, 'inference'):.3f}", f"{median(dense, 'inference'):.3f}", f"{best(sides, 'inference'):.3f}"])
    table(rows)


def slope(points):
    """MiB per step of T, least squares."""
    x, y = zip(*points)
    mx, my = statistics.mean(x), statistics.mean(y)
    return sum((a - mx) * (b - my) for a, b in points) / sum((a - mx) ** 2 for a in x)


def against_steps(cases):
    rows = [["T", "training s", "by T ms", "SpikingJelly s", "theirs / ours", "peak MiB", "SpikingJelly MiB", "ours / theirs"]]
    memory = {"ours": [], "theirs": []}
    for case, sides in cases.items():
        t, ours = int(case.split()[1]), sides["snn4j"]
        a, b = median(ours, "training"), best(sides, "training")
        m, n = median(ours, "peakMiB"), best(sides, "peakMiB")
        memory["ours"].append((t, m))
        memory["theirs"].append((t, n))
        rows.append([t, f"{a:.3f}", f"{1000 * a / t:.1f}", f"{b:.3f}", f"{b / a:.2f}", f"{m:.0f}", f"{n:.0f}", f"{m / n:.2f}"])
    table(rows)
    if len(cases) > 1:
        ours, theirs = slope(memory["ours"]), slope(memory["theirs"])
        print(f"  memory for each further step: ours {ours:.1f} MiB, SpikingJelly {theirs:.1f} MiB, ours / theirs {ours / theirs:.2f}")


def main():
    path, title, threads, revision = sys.argv[1:]
    cases, versions = read(path)
    print(header(versions, threads, revision))
    rates = {case: sides for case, sides in cases.items() if case.startswith("rate")}
    steps = {case: sides for case, sides in cases.items() if case.startswith("T")}
    if rates:
        print(f"\nagainst the spike rate: {title}, T=10, medians")
        against_rate(rates)
    if steps:
        print(f"\nagainst T: {title}, weights trained at T=10, medians")
        against_steps(steps)


if __name__ == "__main__":
    main()
