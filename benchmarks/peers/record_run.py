"""One line of JSON for a run or a measurement of verify-runs.sh.

Arguments: run CHECK NAME FOLDER START END | failed CHECK NAME | absent CHECK WHY | memory NAME VARIANT SHOWN BENCH
START and END are seconds; SHOWN is what snn show --full printed, BENCH what snn bench --json did.
"""

import csv
import glob
import hashlib
import json
import os
import re
import sys


def run(check, name, folder, start, end):
    paths = sorted(glob.glob(f"{glob.escape(folder)}/*/*/seed-*"))
    if not paths:
        raise SystemExit(f"{check}, {name}: no run directory below {folder}")
    for path in paths:
        with open(f"{path}/provenance.json") as file:
            provenance = json.load(file)
        # Revisions that had one kind of kernels did not write it down.
        computing = provenance.get("computing", {"kernels": "not recorded", "description": "an older revision", "reason": "not recorded"})
        with open(f"{path}/epochs.csv", newline="") as file:
            losses = [row["loss"] for row in csv.DictReader(file)]
        with open(f"{path}/model.safetensors", "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        yield {"kind": "run", "check": check, "name": name, "variant": os.path.basename(os.path.dirname(path)), "checkpoint": digest, "losses": losses,
               "kernels": computing["kernels"], "description": computing["description"], "reason": computing["reason"], "java": provenance["machine"]["java"],
               "threads": computing.get("threads", provenance["machine"]["threads"]), "seconds": float(end) - float(start)}


def planned(text, variant):
    """MiB that snn show says a variant will take."""
    part = re.split(r"^variant ", text, flags=re.MULTILINE)
    mine = next(each for each in part if each.startswith(f"{variant}  (identity"))
    amount, unit = re.search(r"memory: about ([\d.,]+) ([MG])iB", " ".join(mine.split())).groups()
    return float(amount.replace(",", "")) * (1024 if unit == "G" else 1)


def memory(name, variant, shown, bench):
    with open(shown) as file:
        plan = planned(file.read(), variant)
    with open(bench) as file:
        measured = json.load(file)["memory"]
    yield {"kind": "memory", "check": "memory", "name": name, "variant": variant, "plannedMiB": plan, "peakMiB": measured["resident"] / 2**20,
           "plannedWithDataMiB": measured["planned"] / 2**20}


def failed(check, name):
    yield {"kind": "failed", "check": check, "name": name}


def absent(check, why):
    yield {"kind": "absent", "check": check, "name": why}


if __name__ == "__main__":
    for fact in {"run": run, "failed": failed, "absent": absent, "memory": memory}[sys.argv[1]](*sys.argv[2:]):
        print(json.dumps(fact))
