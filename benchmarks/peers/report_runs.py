"""What whole runs have shown, from the lines of verify-runs.sh: each check held or FAILED. Arguments: results threads revision command"""

import datetime
import json
import re
import statistics
import sys
from collections import defaultdict

from results import machine, table

# Greatest distance of a plan from the peak, as a share of the peak.
OFF = 0.2
DIGITS = 16
# Numbers of threads that must give the same bits.
THREADS = {1, 2, 4}
# The Java that the project asks for.
OLDEST = 17


def verdict(held):
    return "held" if held else "FAILED"


def by_variant(facts):
    groups = defaultdict(list)
    for fact in facts:
        groups[fact["variant"]].append(fact)
    return groups


def bits(facts):
    """The same checkpoint and the same loss in each epoch, to the last bit."""
    for variant, runs in by_variant(facts).items():
        table([["", "checkpoint, SHA-256", "losses", "last loss"]]
              + [[run["name"], run["checkpoint"][:DIGITS], len(run["losses"]), run["losses"][-1]] for run in runs])
        asked = [re.search(r"--threads (\d+)", run["name"]) for run in runs]
        followed = len(runs) == len(THREADS) and all(match and int(match[1]) == run["threads"] for match, run in zip(asked, runs))
        held = followed and {run["threads"] for run in runs} == THREADS and len({(run["checkpoint"], *run["losses"]) for run in runs}) == 1
        print(f"  {variant}: checkpoints and the losses of all epochs are equal: {verdict(held)}")


def as_asked(run):
    """Whether a run used what its name says: other kernels than those of the Vector API, or a Java newer than 17."""
    if "SNN_VECTOR=off" in run["name"]:
        return run["kernels"] != "vector"
    return int(run["java"].split(".")[0]) > OLDEST


def uses(facts):
    for run in facts:
        print(f"  {run['name']}, {run['variant']}: Java {run['java']}, kernels {run['kernels']} ({run['description']}), since {run['reason']}; "
              f"last loss {run['losses'][-1]}: {verdict(float(run['losses'][-1]) < float('inf') and as_asked(run))}")


def memory(facts):
    rows = [["", "variant", "snn show, MiB", "plan with data, MiB", "peak of snn bench, MiB", "peak / snn show", ""]]
    for fact in facts:
        peak, plan = fact["peakMiB"], fact["plannedMiB"]
        rows.append([fact["name"], fact["variant"], f"{plan:.0f}", f"{fact['plannedWithDataMiB']:.0f}", f"{peak:.0f}", f"{peak / plan:.2f}",
                     verdict(abs(plan - peak) <= OFF * peak)])
    table(rows)
    print(f"  a plan may be off by {100 * OFF:.0f} % of the peak")


def times(facts):
    for run in facts:
        print(f"  {run['name']}: {run['seconds']:.1f} s, last loss {run['losses'][-1]}")
    if len(facts) % 2 or [run["name"] for run in facts] != [run["name"] for run in facts[:2]] * (len(facts) // 2):
        print(f"  {len(facts)} runs, expected one before and one after in each round: FAILED")
        return
    ratios = [before["seconds"] / after["seconds"] for before, after in zip(facts[::2], facts[1::2])]
    apart = f" ({min(ratios):.2f} to {max(ratios):.2f}), {len(ratios)} rounds" if len(ratios) > 1 else ", one round"
    print("  each is a whole process: start, preparing of frames, training and evaluation of one row of the table and one seed")
    print(f"  before / after: {statistics.median(ratios):.2f}{apart}")


KINDS = {"bits": bits, "uses": uses, "memory": memory, "time": times}


def main():
    path, threads, revision, command = sys.argv[1:]
    checks = defaultdict(list)
    with open(path) as file:
        for line in file:
            fact = json.loads(line)
            checks[fact["check"]].append(fact)
    print(f"{datetime.date.today()}, {machine(threads)}\nSNN4J {revision}\ncommand: {command}")
    for check, facts in checks.items():
        print(f"\n{check}")
        for fact in facts:
            if fact["kind"] == "failed":
                print(f"  {fact['name']} did not come to its end: FAILED")
            elif fact["kind"] == "absent":
                print(f"  not measured: {fact['name']}")
        whole = [fact for fact in facts if fact["kind"] in ("run", "memory")]
        if whole:
            KINDS[check.split(",")[0]](whole)


if __name__ == "__main__":
    main()
