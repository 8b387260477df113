"""Where the time of a pass goes, and the least it can take on this machine, from the lines of limits.sh. Arguments: results threads revision command"""

import statistics
import sys

from results import header, read, spread, table

# Methods that are listed at most, and the least share of samples.
METHODS = 14
SHARE = 0.01
NANO_TO_MILLI = 1e-6


def kernels(layer):
    """The kernels of a layer with the densities they were chosen by."""
    parts = []
    for operation, uses in layer["kernels"].items():
        for kernel, use in uses.items():
            density = use["density"]
            seen = f" {100 * density:.0f} %" if isinstance(density, (int, float)) and density == density else ""
            parts.append(f"{operation} {kernel}{seen}")
    return ", ".join(parts)


def work(layer, direction, quantity):
    return layer.get(direction + "Work", {}).get(quantity, 0)


def least(layers, directions):
    """Least milliseconds of all layers: each by arithmetic or by memory, whichever takes longer."""
    return sum(work(layer, direction, "least") for layer in layers for direction in directions)


def by_best_rates(cases):
    """The same cases, each with the best rates that any process saw: the machine can do that, whatever disturbed the others."""
    machines = [sides["snn4j"][0]["machine"] for sides in cases.values()]
    best = dict(machines[0], bytesPerNano=max(each["bytesPerNano"] for each in machines),
                **{key: min(each[key] for each in machines) for key in ("registerNanos", "rowNanos")})
    for sides in cases.values():
        result = sides["snn4j"][0]
        result["machine"] = best
        for layer in result["layers"]:
            for amount in (layer.get("forwardWork"), layer.get("backwardWork")):
                if amount:
                    arithmetic = amount["products"] * best["registerNanos"] + amount["rows"] * best["rowNanos"]
                    amount["arithmetic"] = arithmetic / best["threads"] * NANO_TO_MILLI
                    amount["least"] = max(amount["arithmetic"], amount["bytes"] / best["bytesPerNano"] * NANO_TO_MILLI)
    return cases


def layer_table(layers, directions):
    head = ["layer"]
    for direction in directions:
        head += [direction + " ms", "least ms", "by"]
    rows = [head + ["kernels"]]
    for layer in layers:
        row = [layer["layer"]]
        for direction in directions:
            bound = work(layer, direction, "least")
            arithmetic = work(layer, direction, "arithmetic")
            row += [f"{layer[direction]:.1f}", f"{bound:.1f}" if bound else "", ("arithmetic" if arithmetic >= bound else "memory") if bound else ""]
        rows.append(row + [kernels(layer)])
    total = ["all"]
    for direction in directions:
        total += [f"{sum(layer[direction] for layer in layers):.1f}", f"{least(layers, [direction]):.1f}", ""]
    rows.append(total + [""])
    width = max(len(row[-1]) for row in rows)
    table([row[:-1] + [row[-1].ljust(width)] for row in rows])


def products(layers, directions, result):
    """The arithmetic of all layers, in words."""
    rates = result["machine"]
    tiles = sum(work(layer, d, "products") for layer in layers for d in directions)
    rows = sum(work(layer, d, "rows") for layer in layers for d in directions)
    threads = rates["threads"]
    return (f"multiply-adds of vectors: {tiles / 1e6:.0f} million in tiles and dense products ({tiles * rates['registerNanos'] / threads * NANO_TO_MILLI:.0f} ms"
            f" at the rate of registers), {rows / 1e6:.0f} million in sparse sums ({rows * rates['rowNanos'] / threads * NANO_TO_MILLI:.0f} ms at that of rows)")


def sampled(methods):
    total = sum(methods.values())
    shares = [(name, count / total) for name, count in methods.items()]
    listed = [f"{name} {100 * share:.0f} %" for name, share in shares[:METHODS] if share >= SHARE]
    return f"{total} samples of running Java methods: " + ", ".join(listed)


def bound(result):
    """Directions of the pass, median and least milliseconds."""
    directions = ["forward"] if all(layer["backward"] == 0 for layer in result["layers"]) else ["forward", "backward"]
    return directions, 1000 * statistics.median(result["times"]), least(result["layers"], directions)


def wrapped(text, width=150):
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) >= width:
            lines.append("   ")
        lines[-1] += (" " if lines[-1].strip() else "  ") + word
    return "\n".join(lines)


def report(title, sides):
    result = sides["snn4j"][0]
    directions, time, limit = bound(result)
    print(f"\n{title}: {spread([{'ms': [1000 * t for t in result['times']]}], 'ms', 0)} ms; "
          f"least by arithmetic and memory of its convolutions and neurons {limit:.0f} ms, so {time / limit:.1f} times that")
    layer_table(result["layers"], directions)
    print(wrapped(products(result["layers"], directions, result)))
    methods = result["methods"]
    if methods:
        print(wrapped(sampled(methods)))


def main():
    path, threads, revision, command = sys.argv[1:]
    cases, versions = read(path)
    print(header(cases, versions, threads, revision, command))
    rates = [sides["snn4j"][0]["machine"] for sides in cases.values()]
    for key, what, unit in (("registerNanos", "multiply-add of a vector in registers", "ns a thread"),
                            ("rowNanos", "multiply-add of a vector with a row from the second-level cache", "ns a thread"),
                            ("bytesPerNano", "copying of large arrays, bytes read and written", "GB/s, all threads")):
        print(f"{what}: {spread(rates, key, 3 if 'ns' in unit else 1)} {unit}")
    print("least ms: multiply-adds at the best of these rates, or maps and weights read and written once by copying, whichever takes longer; transforms not counted")
    for case, sides in by_best_rates(cases).items():
        report(case, sides)


if __name__ == "__main__":
    main()
