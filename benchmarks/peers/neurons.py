"""Times neurons alone with a peer and checks that it computes what org.snn4j.benchmarks.NeuronReference wrote; prints one line of JSON.

Arguments: peer folder repetitions threads configuration (eager or compiled)
"""

import importlib.metadata
import json
import sys

import torch
from arrays import Arrays
from timing import pytorch, settings, timed

# Rounding moves a potential across the threshold now and then; that changes the spike and the gradients of that neuron.
DIFFERING = 1e-4
GRADIENT = 1e-4


def spikingjelly():
    from networks import lif
    from spikingjelly.activation_based import functional

    node = lif()

    def forward(x):
        return node(x)

    return forward, lambda: functional.reset_net(node)


def snntorch():
    import snntorch as snn
    from snntorch import surrogate

    leaky = snn.Leaky(beta=0.5, threshold=1.0, spike_grad=surrogate.atan(alpha=2.0), reset_mechanism="zero")

    def forward(x):
        mem = torch.zeros_like(x[0])
        spikes = []
        for step in x:
            spike, mem = leaky(step, mem)
            spikes.append(spike)
        return torch.stack(spikes)

    return forward, lambda: None


def norse():
    from norse.torch.functional.lif_box import LIFBoxFeedForwardState, LIFBoxParameters, lif_box_feed_forward_step

    p = LIFBoxParameters(tau_mem_inv=torch.tensor(500.0), v_th=torch.tensor(0.5), method="triangle", alpha=1.0)

    def forward(x):
        state = LIFBoxFeedForwardState(v=torch.zeros_like(x[0]))
        spikes = []
        for step in x:
            spike, state = lif_box_feed_forward_step(step, state, p, dt=0.001)
            spikes.append(spike)
        return torch.stack(spikes)

    return forward, lambda: None


PEERS = {"spikingjelly": spikingjelly, "snntorch": snntorch, "norse": norse}


def main():
    peer, folder, repetitions, threads, configuration = sys.argv[1:]
    torch.set_num_threads(int(threads))
    reference = Arrays(folder, "neurons")
    x = reference["input"].requires_grad_()
    upstream = reference["upstream"]
    plain, reset = PEERS[peer]()
    run = torch.compile(plain) if configuration == "compiled" else plain

    def forward():
        with torch.no_grad():
            spikes = run(x)
        reset()
        return spikes

    def both():
        x.grad = None
        spikes = run(x)
        spikes.backward(upstream)
        reset()
        return spikes

    spikes = both().detach()
    differing = (spikes != reference["spikes"]).double().mean().item()
    ours = reference["gradient"]
    wrong = ((x.grad - ours).abs() > GRADIENT * ours.abs().max()).double().mean().item()
    if differing > DIFFERING or wrong > DIFFERING:
        sys.exit(f"{peer}: {differing:.1e} of the spikes and {wrong:.1e} of the gradients differ: not the same neuron")
    version = importlib.metadata.version
    print(json.dumps({
        "name": peer,
        "configuration": configuration,
        "version": f"{peer} {version(peer)}, {pytorch()}",
        "settings": settings(int(repetitions)),
        "forward": timed(int(repetitions), forward),
        "both": timed(int(repetitions), both),
        "differingSpikes": differing,
        "differingGradients": wrong,
    }))


if __name__ == "__main__":
    main()
