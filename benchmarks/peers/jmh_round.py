"""Medians of one round of JMH over one convolution, as lines of results: ours, and ND4J's dense operations. Arguments: JMH's JSON, case"""

import json
import sys

SIDES = {
    ("snn4j", "chosen"): {"forward": "ConvolutionBenchmark.forward", "weightGradient": "ConvolutionBenchmark.weightGradient",
                          "inputGradient": "InputGradientBenchmark.inputGradient chosen"},
    ("nd4j", "dense"): {"forward": "DenseConvolutionBenchmark.forward", "weightGradient": "DenseConvolutionBenchmark.backward",
                        "inputGradient": "InputGradientBenchmark.inputGradient dense"},
}


def medians(entries):
    for entry in entries:
        name = ".".join(entry["benchmark"].split(".")[-2:])
        by = (entry.get("params") or {}).get("by")
        yield f"{name} {by}" if by else name, entry["primaryMetric"]["scorePercentiles"]["50.0"]


def main():
    path, case = sys.argv[1:]
    with open(path) as file:
        entries = json.load(file)
    found = dict(medians(entries))
    for (name, configuration), wanted in SIDES.items():
        result = {"name": name, "configuration": configuration, "version": f"JDK {entries[0]['jdkVersion']}"}
        print(json.dumps({"case": case, "result": {**result, **{what: found[key] for what, key in wanted.items()}}}))


if __name__ == "__main__":
    main()
