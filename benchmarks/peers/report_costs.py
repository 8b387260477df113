"""Tables and verdicts of the cost against the spike rate and against T from the lines of compare-costs.sh.

Arguments: results title threads revision command
"""

import statistics
import sys
from itertools import combinations

from results import by_round, header, in_words, median, read, spread, table

# What the tables are judged by: ours may cost so much of the dense path, and a lower rate so much of a higher one.
TOLERANCE = 1.05
# Greatest share of the line through the costs that one of them may lie off it.
LINEAR = 0.1
# Share of the peer's memory for each step of T that ours must stay below.
SLOPE = 0.5
DENSE = "snn4j dense"
BY_MEDIAN = " by the median"
RATE_MUSTS = ("falls with the rate", "never above our own dense path by more than 5 %")
STEP_MUSTS = ("time linear in T", "memory linear in T", "memory for each further step of T less than half of the peer's")


def ratio(a, b):
    return a / b


def verdict(must, met, why, rounds=()):
    """@param rounds whether each round alone would meet it"""
    return f"must '{must}': {'met' if met else 'MISSED'}{BY_MEDIAN if met and False in rounds or not met and True in rounds else ''}; {why}"


def kinds(cases):
    """Cases by spike rate and by T."""
    return ({float(c.split()[1]): sides for c, sides in cases.items() if c.startswith("rate")},
            {int(c.split()[1]): sides for c, sides in cases.items() if c.startswith("T")})


def constant(rates, side):
    """Results of a side whose cost does not depend on the rate: those of the first rate at which it was measured."""
    return next((sides[side] for sides in rates.values() if side in sides), [])


def peer(sides, quantity):
    """The configuration of SpikingJelly with the least median."""
    named = [side for side in sides if side.startswith("spikingjelly")]
    return min(named, key=lambda side: median(sides[side], quantity))


def names(cases):
    """The configurations of SpikingJelly that were measured."""
    return "SpikingJelly " + " or ".join(sorted({side.split(" ", 1)[1] for sides in cases.values() for side in sides if side.startswith("spikingjelly")}))


def shares_of_dense(rates):
    """By rate, for each round: our step over the step by dense operations."""
    dense = constant(rates, DENSE)
    return {rate: by_round(sides["snn4j"], dense, "training", ratio) for rate, sides in rates.items()}


def rises(rates):
    """For each two rates: the lower one, the higher one, and for each round the cost at the one over that at the other."""
    return [(low, high, by_round(rates[low]["snn4j"], rates[high]["snn4j"], "training", ratio)) for low, high in combinations(sorted(rates), 2)]


def rate_verdicts(rates):
    low, high = min(rates), max(rates)
    begin, end = median(rates[low]["snn4j"], "training"), median(rates[high]["snn4j"], "training")
    worst = max(rises(rates), key=lambda rise: statistics.median(rise[2]), default=None)
    if worst:
        falls = statistics.median(worst[2]) <= TOLERANCE and begin < end
        yield verdict(RATE_MUSTS[0], falls, f"{end:.3f} s at {100 * high:g} %, {begin:.3f} s at {100 * low:g} %; least falling: "
                      f"{100 * worst[0]:g} % takes {in_words(worst[2])} of {100 * worst[1]:g} %, at most {TOLERANCE} is taken for level",
                      [each <= TOLERANCE for each in worst[2]])
    rate, share = max(shares_of_dense(rates).items(), key=lambda item: statistics.median(item[1]))
    yield verdict(RATE_MUSTS[1], statistics.median(share) <= TOLERANCE,
                  f"the greatest share of the dense path is {in_words(share)}, at {100 * rate:g} %", [each <= TOLERANCE for each in share])


def against_rate(rates):
    rows = [["rate", "rates by layer, %", "training s", "share of dense", "inference s"]]
    shares = shares_of_dense(rates)
    for rate, sides in rates.items():
        ours = sides["snn4j"]
        layers = ours[0]["trainingRates"].values()
        rows.append([rate, f"{100 * min(layers):.1f} to {100 * max(layers):.1f}", spread(ours, "training", 3),
                     in_words(shares[rate]), spread(ours, "inference", 3)])
    others = {DENSE: constant(rates, DENSE)}
    first = next(sides for sides in rates.values() if DENSE in sides)
    others.update({side: results for side, results in first.items() if side.startswith("spikingjelly")})
    for side, results in others.items():
        rows.append(["any", side, spread(results, "training", 3), "", spread(results, "inference", 3)])
    table(rows)
    for line in rate_verdicts(rates):
        print(f"  {line}")


def line_through(points):
    """Slope and start, least squares."""
    x, y = zip(*points)
    mx, my = statistics.mean(x), statistics.mean(y)
    slope = sum((a - mx) * (b - my) for a, b in points) / sum((a - mx) ** 2 for a in x)
    return slope, my - slope * mx


def slopes(steps, side_of, quantity):
    """For each round: growth of a quantity for each further step of T."""
    rounds = min(len(side_of(sides)) for sides in steps.values())
    return [line_through([(t, median([side_of(sides)[i]], quantity)) for t, sides in steps.items()])[0] for i in range(rounds)]


def memory_shares(steps):
    """For each round: our memory for each further step of T over the peer's."""
    ours = slopes(steps, lambda sides: sides["snn4j"], "peakMiB")
    theirs = slopes(steps, lambda sides: sides[peer(sides, "peakMiB")], "peakMiB")
    return [a / b for a, b in zip(ours, theirs)]


def off_the_line(steps, quantity, number=None):
    """Greatest distance of our medians, or of those of one round, from the line through them, as a share of the line."""
    points = [(t, median(sides["snn4j"] if number is None else [sides["snn4j"][number]], quantity)) for t, sides in steps.items()]
    slope, start = line_through(points)
    return max(abs(y - (start + slope * t)) / (start + slope * t) for t, y in points)


def step_verdicts(steps):
    for quantity, name in (("training", "time"), ("peakMiB", "memory")):
        off = off_the_line(steps, quantity)
        single = [off_the_line(steps, quantity, i) for i in range(min(len(sides["snn4j"]) for sides in steps.values()))]
        yield verdict(f"{name} linear in T", off <= LINEAR,
                      f"off the line through the medians by at most {100 * off:.0f} %, in single rounds {100 * min(single):.0f} to {100 * max(single):.0f} % "
                      f"(at most {100 * LINEAR:.0f} is taken for linear)", [each <= LINEAR for each in single])
    shares = memory_shares(steps)
    ours = slopes(steps, lambda sides: sides["snn4j"], "peakMiB")
    theirs = slopes(steps, lambda sides: sides[peer(sides, "peakMiB")], "peakMiB")
    yield verdict(STEP_MUSTS[2], statistics.median(shares) < SLOPE,
                  f"ours {in_words(ours, 1)} MiB, {names(steps)} {in_words(theirs, 1)} MiB, ours / theirs {in_words(shares)}", [each < SLOPE for each in shares])


def against_steps(steps):
    rows = [["T", "training s", "SpikingJelly s", "theirs / ours", "peak MiB", "SpikingJelly MiB", "ours / theirs"]]
    for t, sides in steps.items():
        ours, fast, small = sides["snn4j"], sides[peer(sides, "training")], sides[peer(sides, "peakMiB")]
        rows.append([t, spread(ours, "training", 3), spread(fast, "training", 3),
                     in_words(by_round(ours, fast, "training", lambda a, b: b / a)),
                     spread(ours, "peakMiB", 0), spread(small, "peakMiB", 0), in_words(by_round(ours, small, "peakMiB", ratio))])
    table(rows)
    if len(steps) > 1:
        for line in step_verdicts(steps):
            print(f"  {line}")


def main():
    path, title, threads, revision, command = sys.argv[1:]
    cases, versions = read(path)
    print(header(cases, versions, threads, revision, command))
    print("medians (least to greatest): of times and memory over all repetitions, of ratios over the rounds")
    rates, steps = kinds(cases)
    if rates:
        print(f"\nagainst the spike rate: {title}, T=10; dense operations and SpikingJelly do the same work at any rate")
        against_rate(rates)
    if steps:
        print(f"\nagainst T: {title}, weights trained at T=10; beside {names(steps)}")
        against_steps(steps)


if __name__ == "__main__":
    main()
