"""What must be reached: each bound beside what was measured, and for those missed the profile and the limit of this machine."""

import os
from collections import namedtuple

from causes import memory, rate, steps
from equality import BOUND, Equal, equalities, measured as difference, verdict as agreement, why
from report_costs import BY_MEDIAN, RATE_MUSTS, STEP_MUSTS, kinds, rate_verdicts, step_verdicts
from report_limits import bound, by_best_rates, least, work
from report_training import INSTALLED
from results import median, read

# what, bound in words, measured in words, verdict, and the case of limits.sh that explains it.
Must = namedtuple("Must", "what bound measured verdict case")
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
    ("convolution 128>256@24 3/1: input gradient, of all inputs", 1.3, True, ""),
)
MET, MISSED, UNKNOWN = "met", "**missed**", "not measured"


def judged(folder, rows):
    """Verdicts in words, one for each must. @param rows of the table of ratios, unrounded"""
    for what, limit, more, case in RATIOS:
        found = {row[1]: row[4] for row in rows if row[0] == what}
        reached = {side: (value >= limit if more else value <= limit) for side, value in found.items()}
        doubtful = {row[1] for row in rows if row[0] == what and row[3] != "" and row[3] < limit < row[5]}
        sign = "at least" if more else "at most"
        measured = ", ".join(f"{value:.2f} ({name})" for name, value in found.items())
        yield Must(what, f"{sign} {limit:g} of {'theirs / ours' if more else 'ours / theirs'}", measured, ratio_verdict(found, reached, doubtful), case)
    for equal in equalities(folder):
        yield Must(f"{equal.network}: logits from equal weights", f"at most {BOUND:g} apart", difference(equal), agreement(equal, MET, MISSED), equal)
    rates, steps = cost_kinds(folder)
    lines = [*(rate_verdicts(rates) if rates else ()), *(step_verdicts(steps) if len(steps) > 1 else ())]
    said = {name: rest for name, rest in (line.removeprefix("must '").split("': ", 1) for line in lines)}
    for name in (*RATE_MUSTS, *STEP_MUSTS):
        verdict, why = said[name].split("; ", 1) if name in said else (UNKNOWN, "")
        yield Must(name, "yes", why, verdict.replace("MISSED", MISSED), "")


def ratio_verdict(found, reached, doubtful):
    """SpikingJelly as installed first, since that is what the must is about; then the other sides by name, each with a word where its rounds differ in the verdict."""
    if not found:
        return UNKNOWN
    parts = []
    if INSTALLED in found:
        parts.append(f"{MET if reached[INSTALLED] else MISSED}{BY_MEDIAN if INSTALLED in doubtful else ''} (as installed)")
    elif any(side.startswith("spikingjelly") for side in found):
        parts.append(f"{UNKNOWN} (as installed)")
    elif all(reached.values()) and not doubtful:
        return MET
    for word, wanted in ((MET, True), (MISSED, False)):
        for median in ("", BY_MEDIAN):
            sides = [side.removeprefix("spikingjelly ") for side in found
                     if side != INSTALLED and reached[side] == wanted and (side in doubtful) == bool(median)]
            if sides:
                parts.append(f"{word}{median} against {' and '.join(sides)}")
    return "; ".join(parts)


def cost_kinds(folder):
    path = f"{folder}/performance-costs.jsonl"
    return kinds(read(path)[0]) if os.path.exists(path) else ({}, {})


def explanations(folder, verdicts):
    """A paragraph for each missed one, from what was measured."""
    path = f"{folder}/performance-limits.jsonl"
    cases = {case: sides["snn4j"][0] for case, sides in by_best_rates(read(path)[0]).items()} if os.path.exists(path) else {}
    for must in verdicts:
        if MISSED in must.verdict:
            yield f"**{must.what}.** {cause(folder, must, cases)}"


def cause(folder, must, cases):
    if isinstance(must.case, Equal):
        return why(must.case)
    if must.what in RATE_MUSTS:
        return rate(cost_kinds(folder)[0])
    if must.what in STEP_MUSTS:
        return steps(cost_kinds(folder)[1])
    if "memory" in must.what:
        return memory(read(f"{folder}/performance-training.jsonl")[0][must.what.split(": ")[0]])
    if must.case in cases:
        return explained(cases[must.case]) + wanted(folder, must, cases[must.case])
    if must.what.startswith("convolution") and cases:
        return kernel_limit(must.what, next(iter(cases.values()))["machine"])
    return "`benchmarks/limits.sh` has not measured it: neither profile nor limit is known."


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


def wanted(folder, must, result):
    """The time that the must asks for, beside the limit, and at what rate the products of tiles ran."""
    what, least_ratio = next((what, value) for what, value, *_ in RATIOS if what == must.what)
    case, quantity = what.split(": ")
    path = f"{folder}/performance-training.jsonl"
    theirs = read(path)[0].get(case, {}).get(INSTALLED) if os.path.exists(path) else None
    directions, time, limit = bound(result)
    text = ""
    if theirs:
        most = 1e3 * median(theirs, {"inference": "inference"}.get(quantity, "training")) / least_ratio
        text += f" The must asks for {most:.0f} ms against SpikingJelly as installed, {'which the machine could do' if most >= limit else 'less than the machine can do'}."
    methods, machine = result["methods"], result["machine"]
    share = sum(count for name, count in methods.items() if name.startswith("VectorWinogradLoops.block")) / sum(methods.values())
    products = sum(work(layer, d, "products") for layer in result["layers"] for d in directions)
    if products:
        nanos = share * time * 1e6 * machine["threads"] / products
        text += (f" `VectorWinogradLoops.block*` took {nanos:.2f} ns a thread for a multiply-add of its products, with operands that come from the second-level cache and "
                 f"beyond, against {machine['registerNanos']:.2f} ns in registers.")
    return text


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
