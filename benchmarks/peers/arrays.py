"""Arrays that org.snn4j.benchmarks.ArrayFile wrote."""

import json

import numpy
import torch


class Arrays:
    def __init__(self, folder, name):
        with open(f"{folder}/{name}.json") as file:
            self.index = json.load(file)
        self.path = f"{folder}/{name}.bin"

    def __getitem__(self, name):
        entry = self.index[name]
        count = int(numpy.prod(entry["shape"]))
        values = numpy.fromfile(self.path, dtype="<" + entry["type"], count=count, offset=entry["offset"])
        return torch.from_numpy(values.reshape(entry["shape"]))

    def names(self):
        return list(self.index)


def recordings(folder, steps, batch):
    """Frames [T, N, 2, H, W] and labels of the first samples."""
    arrays = Arrays(folder, f"recordings-{steps}")
    return arrays["frames"][:, :batch].contiguous(), arrays["labels"][:batch].long()
