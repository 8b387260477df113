"""Throughputs, spreads and ratios from the lines of compare-data.sh. Arguments: results threads revision command; or: page folder, for docs/results/data.md"""

import datetime
import json
import statistics
import sys
from collections import defaultdict, namedtuple

from results import in_words, machine, plural

NATIVE = ("dv-processing", "expelliarmus", "evlib")
# What must be reached: words for what, bound and measured, and whether it is.
Must = namedtuple("Must", "what bound measured verdict")
MET, MISSED, UNKNOWN, WRONG = "met", "**missed**", "not measured", "**results differ**"


def read(path):
    """Results by case and side, versions by side."""
    cases, versions = defaultdict(lambda: defaultdict(list)), {}
    with open(path) as file:
        for line in file:
            entry = json.loads(line)
            cases[entry["case"]][entry["result"]["name"]].append(entry["result"])
            versions.setdefault(entry["result"]["name"], entry["result"]["version"])
    return cases, versions


def measured(sides):
    """Sides that did the case, ours first."""
    return {name: results for name, results in sides.items() if not any("unread" in r for r in results)}


def agree(sides):
    """True if all that did the case found the same."""
    return len({json.dumps(r["found"]) for results in measured(sides).values() for r in results if "found" in r}) <= 1


def rates(results, quantity="seconds", of="events"):
    """Per second, one for each round: that of its median time."""
    return [r[of] / statistics.median(r[quantity] if isinstance(r[quantity], list) else [r[quantity]]) for r in results]


def by_round(ours, theirs, quantity="seconds", of="events"):
    return [a / b for a, b in zip(rates(ours, quantity, of), rates(theirs, quantity, of))]


def in_units(values):
    """Median (least to greatest), in millions where they are."""
    if min(values) >= 1e6:
        return in_words([v / 1e6 for v in values], 2) + " M/s"
    return in_words(values, 0 if min(values) >= 100 else 1) + "/s"


def of_kind(cases, start):
    return {case: sides for case, sides in cases.items() if case.startswith(start) and "snn4j" in sides}


def judged(ratios, bound, sides):
    if not agree(sides):
        return WRONG
    return MET if statistics.median(ratios) >= bound else MISSED


def at_least(what, cases, start, bound, quantity, of):
    """One must for each case of a kind, against tonic."""
    found = of_kind(cases, start)
    if not any("tonic" in measured(sides) for sides in found.values()):
        yield Must(what, f"at least {bound} x tonic", "", UNKNOWN)
    for case, sides in found.items():
        if "tonic" in measured(sides):
            ratios = by_round(sides["snn4j"], sides["tonic"], quantity, of)
            yield Must(f"{case}{what}", f"at least {bound} x tonic", in_words(ratios), judged(ratios, bound, sides))


def decoding(cases):
    for form in ("aedat-4", "evt-2", "aedat-2"):
        case = f"decode {form}"
        sides = measured(cases[case]) if case in cases else {}
        if "snn4j" not in sides:
            yield Must(case, "3 x tonic, at most 1.5 x as long as native readers", "", UNKNOWN)
            continue
        if "tonic" in sides:
            ratios = by_round(sides["snn4j"], sides["tonic"])
            yield Must(case, "at least 3 x tonic", in_words(ratios), judged(ratios, 3, sides))
        native = [side for side in NATIVE if side in sides]
        if native:
            fastest = max(native, key=lambda side: statistics.median(rates(sides[side])))
            slower = [1 / ratio for ratio in by_round(sides["snn4j"], sides[fastest])]
            verdict = judged([1 / s for s in slower], 1 / 1.5, sides)
            yield Must(case, f"at most 1.5 x as long as {fastest}, the fastest native reader", in_words(slower), verdict)


def musts(cases):
    yield from at_least("", cases, "N-MNIST .bin", 10, "seconds", "events")
    yield from decoding(cases)
    yield from at_least(": first pass", cases, "N-MNIST folder", 5, "first", "samples")
    yield from at_least(": cached pass", cases, "N-MNIST folder", 10, "cached", "samples")
    memory = [r for sides in of_kind(cases, "EVT 2.0 file").values() for r in sides["snn4j"]]
    peaks = [r["peakMiB"] * 1.048576 for r in memory]
    size = f"a recording of {memory[0]['bytes'] / 1e9:.2f} GB framed by time: peak memory" if memory else "memory"
    whole = memory and min(r["bytes"] for r in memory) >= 1e9
    yield Must(size, "under 200 MB for 1 GB", in_words(peaks, 0) + " MB" if memory else "",
               UNKNOWN if not whole else MET if max(peaks) < 200 else MISSED)
    simulated = [rate for sides in of_kind(cases, "simulator").values() for rate in rates(sides["snn4j"], of="recordings")]
    yield Must("simulator, 34x34 saccade recordings", "at least 20/s", in_units(simulated) if simulated else "",
               UNKNOWN if not simulated else MET if min(simulated) >= 20 else MISSED)


def line(name, results, ours, quantity, of):
    text = f"    {name:14} {in_units(rates(results, quantity, of)):>32}"
    return text if results is ours else f"{text}   ours / theirs {in_words(by_round(ours, results, quantity, of))}"


def report(case, sides):
    """A block for a case."""
    done = measured(sides)
    ours = done["snn4j"]
    found = "all found the same" if agree(sides) else "THEY FOUND DIFFERENT THINGS"
    print(f"\n{case}: {plural(len(ours), 'round')}; {found if len(done) > 1 else 'no peer'}")
    quantities = (("first", "samples", "first pass, recordings"), ("cached", "samples", "cached pass, recordings")) if "first" in ours[0] else (
        ("seconds", "recordings" if "recordings" in ours[0] else "events", "recordings" if "recordings" in ours[0] else "events"),)
    for quantity, of, title in quantities:
        print(f"  {title} per second: median (least to greatest)")
        for name, results in done.items():
            print(line(name, results, ours, quantity, of))
    if "peakMiB" in ours[0]:
        print("  peak memory, MiB")
        for name, results in done.items():
            print(f"    {name:14} {in_words([r['peakMiB'] for r in results], 0)}")
    if "first" in ours[0]:
        for name, results in done.items():
            print(f"    {name:14} {results[0]['bytes'] / results[0]['samples'] / 1000:.1f} kB of cache for each recording")
    for name, results in sides.items():
        if name not in done:
            print(f"    {name:14} {results[0]['unread']}")


def least_ratio(cases, start, quantity, of):
    """The lowest median ratio against tonic over the cases of a kind; empty if there is none or results differ."""
    found = [statistics.median(by_round(sides["snn4j"], sides["tonic"], quantity, of)) for sides in of_kind(cases, start).values()
             if "tonic" in measured(sides) and agree(sides)]
    return f"{min(found):.2f}" if found else ""


def printed(path, threads, revision, command):
    cases, versions = read(path)
    print(f"{datetime.date.today()}, {machine(threads)}")
    print(f"SNN4J {revision}: {versions['snn4j']}")
    print("\n".join(version for name, version in versions.items() if name != "snn4j"))
    timed = next(r["settings"] for sides in cases.values() for r in sides["snn4j"] if "warmUpSeconds" in r["settings"])
    print(f"command: {command}\nall cases in turn in every round, each side in a fresh process; frames, decoding and simulation after a warm-up of at least "
          f"{timed['warmUpPasses']} passes and {timed['warmUpSeconds']:g} s,\nat least {plural(timed['repetitions'], 'repetition')} and "
          f"{timed['measuredSeconds']:g} s; passes over the folder and the long file once in each process, without a warm-up")
    for case, sides in cases.items():
        report(case, sides)
    print("\nmusts")
    for must in musts(cases):
        print(f"  {must.what}: {must.bound}: {must.measured or '-'}: {must.verdict.replace('*', '')}")
    print(f"\nratio n-mnist {least_ratio(cases, 'N-MNIST .bin', 'seconds', 'events') or '-'} "
          f"cached {least_ratio(cases, 'N-MNIST folder', 'cached', 'samples') or '-'}")


def page(folder):
    """docs/results/data.md from data.jsonl and data.txt."""
    cases, _ = read(f"{folder}/data.jsonl")
    print("# Reading, framing and caching recordings\n\nWritten by `benchmarks/report.sh` from what `benchmarks/compare-data.sh` measured;\n"
          "[benchmarks/README.md](../../benchmarks/README.md) says how. Rates depend on the machine, ratios less.\n\n## What must be reached\n\n"
          "Ratios are of rates, ours over theirs, or of times where it says so: median (least to greatest) of the rounds.\n\n"
          "| what | must | measured | |\n|---|---|---|---|")
    for must in musts(cases):
        print(f"| {must.what} | {must.bound} | {must.measured} | {must.verdict} |")
    with open(f"{folder}/data.txt") as file:
        print(f"\n## All\n\n```text\n{file.read().strip()}\n```")


def main():
    if sys.argv[1] == "page":
        page(sys.argv[2])
    else:
        path, threads, revision, command = sys.argv[1:]
        printed(path, threads, revision, command)


if __name__ == "__main__":
    main()
