"""Times inference and training steps with SpikingJelly; prints one line of JSON like org.snn4j.benchmarks.TrainingBenchmark.

Arguments: network folder state T batch repetitions learning-rate threads configuration
Configuration: eager, channels-last (its memory format), compiled (torch.compile) or compiled-huge-pages (the same; whoever starts it asks for such pages).
"""

import importlib.metadata
import json
import platform
import sys

import torch
from arrays import Arrays, recordings
from networks import build, load
from spikingjelly.activation_based import functional
from timing import peak, pytorch, settings, timed
from torch.nn.functional import cross_entropy


def spike_rates(network, named, infer):
    """Spikes per neuron and step of each layer in an evaluation pass of the network as it is, not compiled."""
    rates = {}
    hooks = [
        module.register_forward_hook(lambda m, i, out, key=key: rates.update({key: out.mean().item()}))
        for key, module in named.items()
        if key.startswith("spike")
    ]
    network.eval()
    infer(network)
    for hook in hooks:
        hook.remove()
    return rates


def main():
    name, folder, state, steps, batch, repetitions, rate, threads, configuration = sys.argv[1:]
    steps, repetitions = int(steps), int(repetitions)
    torch.set_num_threads(int(threads))
    start = peak()
    frames, labels = recordings(folder, steps, int(batch))
    network, named = build(name)
    load(name, named, Arrays(folder, state))
    if configuration == "channels-last":
        network = network.to(memory_format=torch.channels_last)
    forward = torch.compile(network) if configuration.startswith("compiled") else network
    repeated = labels.repeat(steps)
    optimizer = torch.optim.Adam(network.parameters(), float(rate))

    def infer(forward=forward):
        with torch.inference_mode():
            forward(frames)
        functional.reset_net(network)

    def train():
        loss = cross_entropy(forward(frames).flatten(0, 1), repeated)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        functional.reset_net(network)

    version = importlib.metadata.version
    result = {
        "name": "spikingjelly",
        "configuration": configuration,
        "version": f"SpikingJelly {version('spikingjelly')}, {pytorch()}, Python {platform.python_version()}",
    }
    result["settings"] = settings(repetitions)
    result["startPeakMiB"] = start
    network.eval()
    result["inference"] = timed(repetitions, infer)
    result["inferencePeakMiB"] = peak()
    with torch.inference_mode():
        right = (network(frames).mean(0).argmax(1) == labels).sum().item()
    functional.reset_net(network)
    rates = spike_rates(network, named, infer)
    network.train()
    result["training"] = timed(repetitions, train)
    result["peakMiB"] = peak()
    result["right"] = right
    result["recordings"] = len(labels)
    result["rates"] = rates
    result["ratesAtEnd"] = spike_rates(network, named, infer)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
