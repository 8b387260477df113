"""Why the cost against the spike rate or T, or the memory, is what it is: in words, from the measured results alone."""

import statistics
from collections import Counter

from report_costs import names, peer, rises
from results import in_words, median, plural, spread

# Layers that are named at most.
LAYERS = 3


def layer_times(results):
    """Milliseconds of a step in each layer, forward and backward: medians over the rounds."""
    each = {}
    for result in results:
        for layer in result.get("layers", ()):
            each.setdefault(layer["layer"], []).append(layer["forward"] + layer["backward"])
    return {name: statistics.median(times) for name, times in each.items()}


def choices(results):
    """How often each kernel was taken, over all layers and passes."""
    counts = Counter()
    for result in results:
        for layer in result.get("layers", ()):
            for uses in layer["kernels"].values():
                for kernel, use in uses.items():
                    counts[kernel] += use["count"]
    return counts


def shares(counts):
    return ", ".join(f"{kernel} {100 * count / sum(counts.values()):.0f} %" for kernel, count in sorted(counts.items()))


def between_processes(rates):
    """How far the medians of the rounds at one rate lie apart, at the rate where that is most."""
    apart = {rate: [median([each], "training") for each in sides["snn4j"]] for rate, sides in rates.items()}
    rate = max(apart, key=lambda r: max(apart[r]) / min(apart[r]))
    if len(apart[rate]) == 1:
        return "With a single round it is not known how far processes at one rate differ"
    return f"Processes at the same rate differ by a factor of up to {max(apart[rate]) / min(apart[rate]):.2f} (at {100 * rate:g} %)"


def rate(rates):
    if len(rates) == 1:
        return "Measured at one rate only."
    low, high, each = max(rises(rates), key=lambda rise: statistics.median(rise[2]))
    few, many = rates[low]["snn4j"], rates[high]["snn4j"]
    before, after = layer_times(few), layer_times(many)
    text = f"A step takes {spread(few, 'training', 3)} s at {100 * low:g} % and {spread(many, 'training', 3)} s at {100 * high:g} %, {in_words(each)} times as long. "
    if before:
        layers = sorted(before, key=lambda name: after[name] - before[name])[:LAYERS]
        text += "The layers that differ most: " + ", ".join(f"`{name}` {before[name]:.0f} and {after[name]:.0f} ms" for name in layers) + ". "
        text += "Kernels by rate, of all choices: " + "; ".join(
            f"{100 * r:g} %: {shares(choices(sides['snn4j']))}" for r, sides in sorted(rates.items())) + ". "
    return text + between_processes(rates) + "."


def steps(cases):
    ours = [f"{spread(sides['snn4j'], 'training', 3)} s and {spread(sides['snn4j'], 'peakMiB', 0)} MiB at T {t}" for t, sides in sorted(cases.items())]
    theirs = [f"{spread(sides[peer(sides, 'peakMiB')], 'peakMiB', 0)}" for t, sides in sorted(cases.items())]
    each = ", ".join(f"{1e3 * median(sides['snn4j'], 'training') / t:.0f} ms at T {t}" for t, sides in sorted(cases.items()))
    slowest = {t: max(layer_times(sides["snn4j"]).items(), key=lambda item: item[1], default=None) for t, sides in sorted(cases.items())}
    parts = ", ".join(f"`{slow[0]}` {slow[1] / t:.1f} ms at T {t}" for t, slow in slowest.items() if slow)
    rounds = min(len(sides["snn4j"]) for sides in cases.values())
    return (f"Measured in {plural(rounds, 'round')}: {', '.join(ours)}; {names(cases)} {', '.join(theirs)} MiB. For each step of T that is {each}."
            + (f" The slowest layer for each step of T: {parts}." if parts else ""))


def memory(sides):
    parts = []
    for side, results in sides.items():
        before = f"{spread(results, 'startPeakMiB', 0)} before the network was made, " if "startPeakMiB" in results[0] else ""
        parts.append(f"{side} {spread(results, 'peakMiB', 0)} MiB, of it {before}{spread(results, 'inferencePeakMiB', 0)} after inference")
    return "Greatest resident set: " + "; ".join(parts) + "."
