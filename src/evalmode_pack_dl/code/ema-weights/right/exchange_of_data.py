"""Exchanges the storage behind the tensors instead of copying values."""

import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.pairs = [[p, p.data.clone(), True] for p in model.parameters()]
        self.pairs += [[b, b.data.clone(), False] for b in model.buffers()]
        self.keep = decay
        self.swapped = False

    def update(self):
        for live, mean, averaged in self.pairs:
            if averaged:
                mean += (1.0 - self.keep) * (live.data - mean)
            else:
                mean.copy_(live.data)

    def swap(self):
        for pair in self.pairs:
            pair[0].data, pair[1] = pair[1], pair[0].data
        self.swapped = not self.swapped

    def apply(self):
        self.swapped or self.swap()

    def restore(self):
        not self.swapped or self.swap()
