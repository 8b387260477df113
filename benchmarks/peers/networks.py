"""The networks of the comparison in PyTorch with SpikingJelly: the same layers as org.snn4j.benchmarks.Topology."""

from spikingjelly.activation_based import functional, layer, neuron, surrogate
from torch import nn

# channels of each convolution (0: pooling), hidden neurons, classes, side of the input
TOPOLOGIES = {
    "vgg": ([64, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0], 0, 101, 48),
    "small": ([32, 0, 64, 0], 128, 10, 34),
}


def lif():
    """h = v + (x - v) / 2, fires above 0.5, hard reset to 0 that is detached; PiecewiseQuadratic is max(0, a - a^2 |v - 0.5|)."""
    return neuron.LIFNode(
        tau=2.0,
        decay_input=True,
        v_threshold=0.5,
        v_reset=0.0,
        surrogate_function=surrogate.PiecewiseQuadratic(alpha=2.0),
        detach_reset=True,
        step_mode="m",
    )


def build(name):
    """A multi-step network, and its layers by the names that SNN4J gives them."""
    channels, hidden, classes, side = TOPOLOGIES[name]
    modules, named = [], {}

    def add(name, module):
        modules.append(module)
        if name:
            named[name] = module

    last, convolutions = 2, 0
    for out in channels:
        if out == 0:
            add(None, layer.AvgPool2d(2))
            side //= 2
            continue
        convolutions += 1
        add(f"conv{convolutions}", layer.Conv2d(last, out, 3, padding=1, bias=False))
        add(f"norm{convolutions}", layer.BatchNorm2d(out))
        add(f"spike{convolutions}", lif())
        last = out
    add(None, layer.Flatten())
    features = last * side * side
    if hidden:
        add("hidden", layer.Linear(features, hidden))
        add("spike-hidden", lif())
        features = hidden
    add("head", layer.Linear(features, classes))
    network = nn.Sequential(*modules)
    functional.set_step_mode(network, "m")
    return network, named


def parameters(name, named):
    """(name in SNN4J, tensor, function that brings SNN4J's array into the tensor's order), running statistics included."""
    channels, hidden, _, side = TOPOLOGIES[name]
    maps = [c for c in channels if c][-1]
    side //= 2 ** channels.count(0)

    def same(array):
        return array

    def channels_first(array):  # a dense layer behind a feature map reads it channels last in SNN4J
        return array.reshape(-1, side, side, maps).permute(0, 3, 1, 2).flatten(1)

    first_dense = "hidden" if hidden else "head"
    for key, module in named.items():
        if key.startswith("norm"):
            spike = "spike" + key.removeprefix("norm")
            yield f"{spike}.weight", module.weight, same
            yield f"{spike}.bias", module.bias, same
            yield f"{spike}.running-mean", module.running_mean, same
            yield f"{spike}.running-variance", module.running_var, same
        elif not key.startswith("spike"):
            yield f"{key}.weight", module.weight, channels_first if key == first_dense else same
            if module.bias is not None:
                yield f"{key}.bias", module.bias, same


def load(name, named, arrays):
    for key, tensor, order in parameters(name, named):
        tensor.data.copy_(order(arrays[key]))
