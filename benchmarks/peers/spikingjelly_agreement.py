"""Compares SpikingJelly with what org.snn4j.benchmarks.ReferencePass wrote; fails if they do not compute the same thing.

Arguments: network folder T batch
Double precision: logits and gradients of the whole network.
Single precision, where tiles and sparse loops run: each convolution alone against double precision; the spikes of each layer where both
sides are given the same spikes; the whole network, where a potential within rounding of the threshold flips a spike and the layers
behind amplify that, as an upper limit of flipped spikes and of differing logits, also by convolutions without tiles.
"""

import json
import sys

import torch
from arrays import Arrays, recordings
from networks import build, load, parameters
from spikingjelly.activation_based import functional
from torch.nn.functional import cross_entropy

LOGITS = 1e-3
GRADIENTS = 1e-3  # of the greatest entry
# Single precision: greatest error of a convolution, of the root mean square of its result, by kernel.
CONVOLUTIONS = {"winograd": 5e-4, "sparse": 2e-5, "dense": 2e-5}
# Share of spikes that a layer flips, and flips that are too few to be a share.
FLIPPED = 1e-5
FEW = 4
# The same with all flips of the layers in front.
FLIPPED_BEHIND = 5e-3
# Logits of the last layer that is given the same spikes, and mean difference of all layers', of their standard deviation.
HEAD = 1e-4
MEAN = 1e-2


def refuse(what, value, limit):
    if not value <= limit:
        sys.exit(f"{what}: {value:.1e}, must be at most {limit:.1e}: the two sides do not compute the same thing")


def agreed(what, difference, limit):
    print(f"  double precision, {what}: greatest difference {difference:.1e}")
    refuse(f"double precision, {what}", difference, limit)


def double_precision(name, folder, frames, labels, reference):
    network, named = build(name)
    load(name, named, Arrays(folder, "trained"))
    network.double()
    frames = frames.double()
    network.eval()
    with torch.no_grad():
        logits = network(frames)
    functional.reset_net(network)
    agreed("logits with running statistics", (logits - reference["evaluation"]).abs().max().item(), LOGITS)
    network.train()
    logits = network(frames)
    agreed("logits with batch statistics", (logits - reference["training"]).abs().max().item(), LOGITS)
    cross_entropy(logits.flatten(0, 1), labels.repeat(len(frames))).backward()
    differences = []
    for key, tensor, order in parameters(name, named):
        if tensor.grad is not None:
            theirs = tensor.grad
            ours = order(reference["gradient." + key]).reshape(theirs.shape)
            differences.append(((ours - theirs).abs().max() / theirs.abs().max()).item())
    agreed(f"{len(differences)} gradients, of the greatest entry", max(differences), GRADIENTS)


def convolutions(folder):
    """Each convolution alone, by the kernels that the network chooses (marked) and by the others."""
    with open(f"{folder}/convolutions.json") as file:
        rows = json.load(file)
    print("  single precision against double, each convolution alone: greatest error of the root mean square (* as chosen)")
    for layer in dict.fromkeys(row["layer"] for row in rows):
        own = [row for row in rows if row["layer"] == layer]
        parts = []
        for operation in dict.fromkeys(row["operation"] for row in own):
            kernels = [f"{row['kernel']}{'*' * row['chosen']} {row['error']:.1e}" for row in own if row["operation"] == operation]
            parts.append(f"{operation} {', '.join(kernels)}")
        print(f"    {layer}: {'; '.join(parts)}")
    for row in rows:
        refuse(f"single precision, {row['layer']}, {row['operation']} by {row['kernel']}", row["error"], CONVOLUTIONS[row["kernel"]])


def flipped(name, folder, frames, reference, given):
    """Spikes that differ and spikes of each layer, and the logits; if given, each layer is given our spikes."""
    network, named = build(name)
    load(name, named, Arrays(folder, "trained"))
    network.eval()
    flips = {}

    def compare(key):
        def hook(module, inputs, spikes):
            ours = reference[f"spikes.{key}"]
            ours = ours.permute(0, 1, 4, 2, 3).contiguous() if ours.dim() == 5 else ours
            flips[key] = ((spikes != ours).sum().item(), spikes.numel())
            return ours if given else None

        return hook

    for key, module in named.items():
        if key.startswith("spike"):
            module.register_forward_hook(compare(key))
    with torch.no_grad():
        logits = network(frames)
    functional.reset_net(network)
    return flips, logits


def shares(flips):
    return ", ".join(f"{layer} {differing / count:.1e}" for layer, (differing, count) in flips.items())


def single_precision(name, folder, frames, reference):
    convolutions(folder)
    flips, logits = flipped(name, folder, frames, reference, given=True)
    print(f"  single precision, share of differing spikes where each layer is given the same spikes: {shares(flips)}")
    for layer, (differing, count) in flips.items():
        refuse(f"single precision, flipped of the {count} spikes of {layer} alone", differing, FEW + FLIPPED * count)
    head = (logits - reference["single"]).abs().max().item()
    print(f"  single precision, logits where the last layer is given the same spikes: greatest difference {head:.1e}")
    refuse("single precision, logits of the last layer alone", head, HEAD)

    flips, logits = flipped(name, folder, frames, reference, given=False)
    print(f"  single precision, share of differing spikes in the whole network: {shares(flips)}")
    for layer, (differing, count) in flips.items():
        refuse(f"single precision, flipped of the {count} spikes of {layer}", differing, FEW + FLIPPED_BEHIND * count)
    exact = reference["evaluation"]
    deviation = exact.std().item()
    print(f"  single precision, standard deviation of the logits: {deviation:.2f}")
    sides = {"ours": reference["single"], "ours by sparse convolutions": reference["direct"], "theirs": logits}
    for side, single in sides.items():
        error = (single - exact).abs()
        print(f"  single precision against double, logits {side}: mean difference {error.mean():.1e}, greatest {error.max():.1e}")
        refuse(f"single precision, mean difference of the logits {side}", error.mean().item(), MEAN * deviation)


def main():
    name, folder, steps, batch = sys.argv[1:]
    frames, labels = recordings(folder, int(steps), int(batch))
    reference = Arrays(folder, "reference")
    print(f"{name}, {batch} recordings, equal weights:")
    double_precision(name, folder, frames, labels, reference)
    single_precision(name, folder, frames, reference)


if __name__ == "__main__":
    main()
