"""Tables of the kernels from JMH's JSON and convolution.py's lines. Arguments: lines jmh threads revision command"""

import datetime
import json
import statistics
import sys
from collections import defaultdict, namedtuple

from results import by_round, in_words, machine, plural, read, spread, table, values

# The convolution of the musts is measured again with all sides in turn; its case ends so.
IN_TURN = ", in turn"
# Quantities of a round in words, and what ND4J's operation is.
ROUND = {"forward": ("forward", "conv2d"), "weightGradient": ("weight gradient", "conv2d_bp, both gradients"),
         "inputGradient": ("input gradient", "conv2d with turned weights")}
# Of the times of one operation, ms.
Times = namedtuple("Times", "median least greatest")


def load(path):
    """Times by (class.method, shape, further parameters in the order of their names)."""
    scores = {}
    with open(path) as file:
        for entry in json.load(file):
            parameters = dict(entry.get("params") or {})
            name = ".".join(entry["benchmark"].split(".")[-2:])
            shape = next((parameters.pop(key) for key in ("shape", "map") if key in parameters), "")
            percentiles = entry["primaryMetric"]["scorePercentiles"]
            scores[(name, shape, *(parameters[key] for key in sorted(parameters)))] = Times(percentiles["50.0"], percentiles["0.0"], percentiles["100.0"])
    return scores


def peers(lines):
    """PyTorch's times by shape and operation, and its version."""
    cases, versions = read(lines)
    times = {}
    for shape, sides in cases.items():
        if shape.endswith(IN_TURN):
            continue
        result = sides["torch dense"][0]
        times[shape] = {what: Times(statistics.median(each), min(each), max(each))
                        for what, each in ((what, values(result, what)) for what in ("forward", "weightGradient", "inputGradient"))}
    return times, versions["torch"]


def rounds(lines):
    """Sides of the convolution that was measured in turn, by shape."""
    return {case.removesuffix(IN_TURN): sides for case, sides in read(lines)[0].items() if case.endswith(IN_TURN)}


def shares(sides, side, quantity):
    """Theirs over ours, round by round."""
    return by_round(sides["snn4j"], sides[side], quantity, lambda a, b: b / a)


def in_turn(lines):
    for shape, sides in rounds(lines).items():
        print(f"\nconvolution {shape}, 40 frames, spikes 10 %, {plural(len(sides['snn4j']), 'round')} of all sides in turn, ms; ratios of the medians of each round")
        rows = [["", "ours", "ND4J", "ND4J / ours", "PyTorch", "PyTorch / ours"]]
        for quantity, (title, _) in ROUND.items():
            rows.append([title, spread(sides["snn4j"], quantity, 1)] + [cell for side in ("nd4j dense", "torch dense") for cell in (
                spread(sides[side], quantity, 1), in_words(shares(sides, side, quantity)))])
        table(rows)


def ratio(dense, ours):
    return f"{dense.median / ours.median:.2f}" if dense and ours else ""


def ms(times):
    digits = 1 if times and times.median >= 1 else 3
    return f"{times.median:.{digits}f} ({times.least:.{digits}f} to {times.greatest:.{digits}f})" if times else ""


def convolutions(scores, torch):
    shapes = defaultdict(list)
    for key in scores:
        if key[0] == "ConvolutionBenchmark.forward":
            shapes[key[1]].append(key[2])
    for shape, densities in shapes.items():
        forward = scores.get(("DenseConvolutionBenchmark.forward", shape))
        both = scores.get(("DenseConvolutionBenchmark.backward", shape))
        peer = torch[shape]
        print(f"\nconvolution {shape}, 40 frames, ms")
        table([["dense", "forward", "weight gradient", "input gradient", "both gradients"],
               ["ND4J", ms(forward), "", ms(scores.get(("InputGradientBenchmark.inputGradient", shape, "dense"))), ms(both)],
               ["PyTorch", ms(peer["forward"]), ms(peer["weightGradient"]), ms(peer["inputGradient"]), ""]])
        rows = [["density", "forward", "ND4J / ours", "PyTorch / ours", "weight gradient", "ND4J both / ours", "PyTorch / ours"]]
        for density in densities:
            a = scores[("ConvolutionBenchmark.forward", shape, density)]
            b = scores.get(("ConvolutionBenchmark.weightGradient", shape, density))
            rows.append([density, ms(a), ratio(forward, a), ratio(peer["forward"], a),
                         ms(b), ratio(both, b), ratio(peer["weightGradient"], b)])
        table(rows)
        plain(scores, shape, forward, both, peer)
        input_gradients(scores, shape, peer)


def plain(scores, shape, forward, both, peer):
    """Sparse loops without the Vector API, where they were timed."""
    rows = [["plain Java loops at", "forward", "ND4J / it", "PyTorch / it", "weight gradient", "ND4J both / it", "PyTorch / it"]]
    for key, a in scores.items():
        if key[:2] == ("PlainConvolutionBenchmark.forward", shape):
            b = scores.get(("PlainConvolutionBenchmark.weightGradient", *key[1:]))
            rows.append([key[2], ms(a), ratio(forward, a), ratio(peer["forward"], a), ms(b), ratio(both, b), ratio(peer["weightGradient"], b)])
    if len(rows) > 1:
        table(rows)


def input_gradients(scores, shape, peer):
    dense = scores.get(("InputGradientBenchmark.inputGradient", shape, "dense"))
    rows = [["input gradient", "of", "time", "ND4J / it", "PyTorch / it"]]
    for side, wanted, key in (("ours", "all inputs", ("InputGradientBenchmark.inputGradient", shape, "chosen")),
                              ("masked rows", "30 % of them", ("MaskedInputGradientBenchmark.inputGradient", shape))):
        if key in scores:
            rows.append([side, wanted, ms(scores[key]), ratio(dense, scores[key]), ratio(peer["inputGradient"], scores[key])])
    if len(rows) > 1:
        table(rows)


def others(scores):
    """What is no convolution: a row each, ratios where ND4J's operation was measured, too."""
    titles = {"NeuronBenchmark": "batch norm and LIF neurons, T=10, 4 samples; side, channels; by",
              "BatchNormBenchmark": "batch norm alone, 40 frames; side, channels; by",
              "DenseLayerBenchmark": "fully connected layers, 320 rows; inputs > outputs, density of the inputs or dense (ND4J)",
              "PoolingBenchmark": "average pooling by 2, 40 frames; side, channels; by",
              "PackingBenchmark": "what a layer keeps of its input, 40 frames of 48x48 with 64 channels",
              "OptimizerBenchmark": "Adam, 10 million parameters"}
    for name, title in titles.items():
        found = {key: times for key, times in scores.items() if key[0].startswith(name + ".")}
        if not found:
            continue
        print(f"\n{title}, ms")
        partners = {key: found.get((*key[:-1], name)) for key in found for name in ("nd4j", "dense") if (*key[:-1], name) in found}
        rows = [["", "case", "time"] + (["ND4J / it"] if partners else [])]
        for key, times in found.items():
            partner = partners.get(key)
            rows.append([key[0].split(".")[1], ", ".join(filter(None, key[1:])), ms(times)]
                        + ([ratio(partner, times) if partner is not times else ""] if partners else []))
        table(rows)


def settings(entries):
    """How JMH measured; all of it must have been measured alike."""
    found = {f"JMH {e['jmhVersion']}, sampled times, {plural(e['forks'], 'fork')}, warm-up {e['warmupIterations']} x {e['warmupTime']}, "
             f"measured {e['measurementIterations']} x {e['measurementTime']}" for e in entries}
    if len(found) != 1:
        raise SystemExit(f"kernels were measured in different ways: {'; '.join(sorted(found))}; repeat the whole run")
    return found.pop()


def main():
    lines, path, threads, revision, command = sys.argv[1:]
    torch, version = peers(lines)
    print(f"{datetime.date.today()}, {machine(threads)}")
    with open(path) as file:
        entries = json.load(file)
    print(f"SNN4J {revision}, JDK {entries[0]['jdkVersion']}; {version}, each operation for 0.7 s after 3 repetitions")
    print(f"command: {command}")
    print(settings(entries))
    print("all times: median (least to greatest); ratios of medians")
    scores = load(path)
    convolutions(scores, torch)
    in_turn(lines)
    others(scores)


if __name__ == "__main__":
    main()
