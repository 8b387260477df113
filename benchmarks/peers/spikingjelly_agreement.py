"""Compares SpikingJelly with what org.snn4j.benchmarks.ReferencePass wrote; fails if they do not compute the same thing.

Arguments: network folder T batch
In single precision a potential within rounding of the threshold flips a spike, and the layers behind amplify that: equality can be
asked for in double precision only. Single precision is reported: share of differing spikes by layer, differences of the logits, and
how far each side's lie from those of double precision.
"""

import sys

import torch
from arrays import Arrays, recordings
from networks import build, load, parameters
from spikingjelly.activation_based import functional
from torch.nn.functional import cross_entropy

LOGITS = 1e-3
GRADIENTS = 1e-3  # of the greatest entry


def agreed(what, difference, limit):
    print(f"  double precision, {what}: greatest difference {difference:.1e}")
    if not difference <= limit:
        sys.exit(f"{what} differ by {difference}, more than {limit}: the two sides do not compute the same thing")


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


def single_precision(name, folder, frames, reference):
    network, named = build(name)
    load(name, named, Arrays(folder, "trained"))
    network.eval()
    shares = {}

    def compare(key):
        def hook(module, inputs, spikes):
            ours = reference[f"spikes.{key}"]
            ours = ours.permute(0, 1, 4, 2, 3) if ours.dim() == 5 else ours
            shares[key] = (spikes != ours).double().mean().item()

        return hook

    for key, module in named.items():
        if key.startswith("spike"):
            module.register_forward_hook(compare(key))
    with torch.no_grad():
        logits = network(frames)
    functional.reset_net(network)
    difference = (logits - reference["single"]).abs()
    print("  single precision, share of differing spikes: " + ", ".join(f"{k} {v:.1e}" for k, v in shares.items()))
    print(f"  single precision, logits: mean difference {difference.mean():.1e}, greatest {difference.max():.1e}, "
          f"standard deviation of the logits {logits.std():.2f}")
    exact = reference["evaluation"]
    sides = {"ours": reference["single"], "ours by sparse convolutions": reference["direct"], "theirs": logits}
    for side, single in sides.items():
        error = (single - exact).abs()
        print(f"  single precision against double, logits {side}: mean difference {error.mean():.1e}, greatest {error.max():.1e}")


def main():
    name, folder, steps, batch = sys.argv[1:]
    frames, labels = recordings(folder, int(steps), int(batch))
    reference = Arrays(folder, "reference")
    print(f"{name}, {batch} recordings, equal weights:")
    double_precision(name, folder, frames, labels, reference)
    single_precision(name, folder, frames, reference)


if __name__ == "__main__":
    main()
