"""What must be reached: each bound beside what was measured, and for those missed the profile and the limit of this machine."""

import os
from collections import namedtuple

from report_costs import kinds, rate_verdicts, step_verdicts
from report_limits import bound, by_best_rates, least, work
from results import read

# what, bound in words, measured in words, verdict, and the case of limits.sh that explains it.
Must = namedtuple("Must", "what bound measured verdict case")
EAGER = "spikingjelly eager"
# Case and quantity of the table of ratios; bound; whether more is better; case of limits.sh.
RATIOS = (
    ("vgg, T=10, batch 4: training step", 2.5, True, "vgg, T=10, batch 4: training"),
    ("vgg, T=10, batch 16: training step", 2.5, True, "vgg, T=10, batch 16: training"),
    ("vgg, T=10, batch 4: inference", 4, True, "vgg, T=10, batch 4: inference"),
    ("vgg, T=10, batch 16: inference", 4, True, "vgg, T=10, batch 16: inference"),
    ("small, T=10, batch 32: training step", 3, True, "small, T=10, batch 32: training"),
    ("vgg, T=10, batch 4: peak memory, training", 0.5, False, ""),
    ("vgg, T=10, batch 16: peak memory, training", 0.5, False, ""),
    ("small, T=10, batch 32: peak memory, training", 0.5, False, ""),
    ("convolution 128>256@24 3/1: forward at 10 %", 3.5, True, ""),
    ("convolution 128>256@24 3/1: weight gradient at 10 %", 2.5, True, ""),
    ("convolution 128>256@24 3/1: input gradient, 30 % inside the support", 1.3, True, ""),
)
MET, MISSED = "met", "**missed**"
FALLS = "falls with the rate"


def judged(folder, rows):
    """Verdicts in words. @param rows of the table of ratios"""
    for what, limit, more, case in RATIOS:
        found = {row[1]: float(row[4]) for row in rows if row[0] == what}
        if found:
            reached = {side: (value >= limit if more else value <= limit) for side, value in found.items()}
            side = (min if more else max)(found, key=found.get)
            if all(reached.values()):
                verdict = MET
            elif reached.get(EAGER):
                verdict = f"met against {EAGER} ({found[EAGER]:.2f}), {MISSED} against {side}"
            else:
                verdict = MISSED
            sign = "at least" if more else "at most"
            measured = ", ".join(f"{value:.2f} ({name})" for name, value in found.items())
            yield Must(what, f"{sign} {limit:g} of {'theirs / ours' if more else 'ours / theirs'}", measured, verdict, case)
    path = f"{folder}/performance-costs.jsonl"
    if os.path.exists(path):
        rates, steps = kinds(read(path)[0])
        for line in [*(rate_verdicts(rates) if rates else ()), *(step_verdicts(steps) if len(steps) > 1 else ())]:
            name, rest = line.removeprefix("must '").split("': ", 1)
            verdict, why = rest.split("; ", 1)
            yield Must(name, "yes", why, MET if verdict == "met" else MISSED, "")


def explanations(folder, verdicts):
    """A paragraph for each missed one that limits.sh knows something of."""
    path = f"{folder}/performance-limits.jsonl"
    cases = {case: sides["snn4j"][0] for case, sides in by_best_rates(read(path)[0]).items()} if os.path.exists(path) else {}
    for must in verdicts:
        if MISSED in must.verdict and cases:
            if must.case in cases:
                yield f"**{must.what}.** {explained(cases[must.case])}"
            elif must.what.startswith("convolution"):
                yield f"**{must.what}.** {kernel_limit(must.what, next(iter(cases.values()))['machine'])}"
            elif must.what == FALLS:
                yield (f"**{FALLS}.** Where spikes are denser than about 12 % a convolution runs by tiles (decision 9): their products do not depend on the "
                       "rate, so there the cost is level and what is left is the difference between processes.")


def kernel_limit(what, machine):
    """What the arithmetic of the widest convolution of kernels.sh needs at least."""
    frames, channels, out, side, density = 40, 128, 256, 24, 0.1
    vectors = frames * channels * (out // machine["lanes"])
    sparse = density * vectors * (3 * side - 2) ** 2
    tiles = vectors * (side // 6 * 8) ** 2
    if "input gradient" in what:
        count, nanos, kind = tiles, machine["registerNanos"], "in tiles, in registers"
    else:
        count, nanos, kind = sparse, machine["rowNanos"], "each with a row from the second-level cache"
    return (f"{count / 1e6:.0f} million multiply-adds of {machine['lanes']} values {kind}, {nanos:.3f} ns a thread: at least "
            f"{count * nanos / machine['threads'] / 1e6:.1f} ms on {machine['threads']} threads. Listing the spikes and moving the maps come to that.")


def explained(result):
    directions, time, limit = bound(result)
    layers, rates = result["layers"], result["machine"]
    spent = {kind: sum(layer[d] for layer in layers for d in directions if layer["layer"].startswith(kind)) for kind in ("conv", "spike")}
    total = sum(layer[d] for layer in layers for d in directions)
    convolutions = [layer for layer in layers if layer["layer"].startswith("conv")]
    neurons = [layer for layer in layers if layer["layer"].startswith("spike")]
    tiles, rows = (sum(work(layer, d, kind) for layer in layers for d in directions) for kind in ("products", "rows"))
    slowest = max(layers, key=lambda layer: sum(layer[d] for d in directions))
    methods = result["methods"]
    samples = sum(methods.values())
    often = ", ".join(f"`{name}` {100 * count / samples:.0f} %" for name, count in list(methods.items())[:6])
    return (
        f"{time:.0f} ms in the profiled process, of it {total:.0f} in layers: {spent['conv']:.0f} in convolutions, {spent['spike']:.0f} in batch norm and "
        f"neurons; most in `{slowest['layer']}` ({sum(slowest[d] for d in directions):.0f} ms). The machine needs at least {limit:.0f} ms: "
        f"{least(convolutions, directions):.0f} for convolutions ({tiles / 1e6:.0f} million multiply-adds of {rates['lanes']} values in tiles and dense "
        f"products at {rates['registerNanos']:.3f} ns a thread, {rows / 1e6:.0f} million sparse ones at {rates['rowNanos']:.3f} ns with a row from the "
        f"second-level cache, or their maps moved at {rates['bytesPerNano']:.0f} GB/s where that takes longer), {least(neurons, directions):.0f} for neurons "
        f"(memory). This leaves out transforms of tiles and weights, lists of spikes, copies, and products whose operands are not yet in the first-level "
        f"cache. Running methods, by samples: {often}.")
