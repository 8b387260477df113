"""Whether both sides compute the same thing, read from the report of compare-training.sh."""

import os
import re
from collections import namedtuple

BOUND = 1e-3
# Network; greatest differences of its logits in double precision, and in single precision with the mean beside it; spikes of its last layer that differ.
Equal = namedtuple("Equal", "network double single mean flipped")
NUMBER = r"(\d\.\d+e[+-]\d+)"


def equalities(folder):
    path = f"{folder}/performance-training.txt"
    if not os.path.exists(path):
        return
    with open(path) as file:
        text = file.read()
    for network, block in re.findall(r"^(\S+), \d+ recordings, equal weights:\n((?:  .*\n)+)", text, re.M):
        double = [float(value) for value in re.findall(rf"double precision, logits .* {NUMBER}$", block, re.M)]
        single = re.search(rf"logits ours: mean difference {NUMBER}, greatest {NUMBER}$", block, re.M)
        flips = re.search(rf"differing spikes in the whole network: .* {NUMBER}$", block, re.M)
        yield Equal(network, max(double), float(single[2]), float(single[1]), float(flips[1]))


def verdict(equal, met, missed):
    words = [met if value <= BOUND else missed for value in (equal.double, equal.single)]
    return met if words == [met, met] else f"{words[0]} in double precision; {words[1]} in single"


def measured(equal):
    return f"greatest difference {equal.double:.1e} in double precision, {equal.single:.1e} in single (mean {equal.mean:.1e})"


def why(equal):
    return (f"In single precision our sums round more than SpikingJelly's, those of tiles most, and now and then a potential near the threshold falls on the other side of it: {equal.flipped:.1e} of the spikes "
            "of the last layer differ. Layer by layer, from the same spikes, the differences are those of rounding; the report below has them.")
