"""Reads the lines that the scripts record, and says on what they were measured."""

import datetime
import json
import platform
from collections import defaultdict


def processor():
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":")[1].strip()
    return platform.processor()


def machine(threads):
    flags = open("/proc/cpuinfo").read()
    wide = "AVX-512" if "avx512f" in flags else "AVX2" if "avx2" in flags else "no AVX2"
    return f"{processor()} ({wide}), {threads} threads, {platform.system()} {platform.machine()}"


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


def header(versions, threads, revision):
    lines = [f"{datetime.date.today()}, {machine(threads)}", f"SNN4J {revision}: {versions['snn4j']}"]
    return "\n".join(lines + [version for name, version in versions.items() if name != "snn4j"])


def table(rows):
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  " + "  ".join(str(cell).rjust(width) for cell, width in zip(row, widths)))
