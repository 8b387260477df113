"""Reads the lines that the scripts record, and says on what they were measured."""

import datetime
import json
import platform
import statistics
from collections import defaultdict


def plural(count, noun):
    return f"{count} {noun}{'' if str(count) == '1' else 's'}"


def processor():
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":")[1].strip()
    return platform.processor()


def machine(threads):
    with open("/proc/cpuinfo") as file:
        flags = file.read()
    wide = "AVX-512" if "avx512f" in flags else "AVX2" if "avx2" in flags else "no AVX2"
    return f"{processor()} ({wide}), {plural(threads, 'thread')}, {platform.system()} {platform.machine()}"


def read(path):
    """Results by case and side, and the version of each side."""
    cases = defaultdict(lambda: defaultdict(list))
    versions = {}
    with open(path) as file:
        for line in file:
            entry = json.loads(line)
            result = entry["result"]
            ours = result["name"] == "snn4j"
            side = "snn4j" if ours and result["configuration"] != "dense" else f"{result['name']} {result['configuration']}"
            cases[entry["case"]][side].append(result)
            versions.setdefault(result["name"], result["version"])
    return cases, versions


def values(result, quantity):
    return result[quantity] if isinstance(result[quantity], list) else [result[quantity]]


def median(results, quantity):
    """Over all repetitions of all rounds."""
    return statistics.median(v for r in results for v in values(r, quantity))


def in_words(each, digits=2):
    """Median (least to greatest); of a single value there is no spread."""
    middle = f"{statistics.median(each):.{digits}f}"
    return middle if len(each) == 1 else f"{middle} ({min(each):.{digits}f} to {max(each):.{digits}f})"


def spread(results, quantity, digits):
    """Median (least to greatest) over all repetitions of all rounds."""
    return in_words([v for r in results for v in values(r, quantity)], digits)


def by_round(ours, theirs, quantity, ratio):
    """The ratio of the medians of each round."""
    return [ratio(median([a], quantity), median([b], quantity)) for a, b in zip(ours, theirs)]


def settings(cases):
    """How it was measured; all sides must have been measured alike."""
    results = [r for sides in cases.values() for each in sides.values() for r in each]
    found = {json.dumps(r.get("settings"), sort_keys=True) for r in results}
    if len(found) != 1:
        raise SystemExit(f"results were measured in different ways: {', '.join(sorted(found))}; repeat the whole run")
    how = json.loads(found.pop())
    rounds = {len(each) for sides in cases.values() for each in sides.values()}
    return (f"{plural('/'.join(map(str, sorted(rounds))), 'round')} of all cases in turn, each in a fresh process; warm-up at least "
            f"{how['warmUpPasses']} passes and {how['warmUpSeconds']:g} s, then at least {plural(how['repetitions'], 'repetition')} and "
            f"{how['measuredSeconds']:g} s")


def header(cases, versions, threads, revision, command):
    """@param command what was typed, with the environment variables that change what it does"""
    lines = [f"{datetime.date.today()}, {machine(threads)}", f"SNN4J {revision}: {versions['snn4j']}"]
    lines += [version for name, version in versions.items() if name != "snn4j"]
    return "\n".join(lines + [f"command: {command}", settings(cases)])


def table(rows):
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print(("  " + "  ".join(str(cell).rjust(width) for cell, width in zip(row, widths))).rstrip())
