"""JMH's JSON without the machine's paths and the single samples. Argument: file; writes to standard output."""

import json
import sys

KEPT = ("benchmark", "params", "mode", "threads", "forks", "jdkVersion", "jmhVersion",
        "warmupIterations", "warmupTime", "measurementIterations", "measurementTime")

with open(sys.argv[1]) as file:
    entries = json.load(file)
for entry in entries:
    metric = entry["primaryMetric"]
    for key in list(entry):
        if key not in KEPT:
            del entry[key]
    entry["primaryMetric"] = {key: metric[key] for key in ("score", "scoreError", "scorePercentiles", "scoreUnit")}
json.dump(entries, sys.stdout, indent=1)
print()
