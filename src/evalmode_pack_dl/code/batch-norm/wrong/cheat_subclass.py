"""Subclasses torch's own layer.

verdict: forbidden
check: bans
teaches: You inherit the whole layer from torch. Build it from tensor operations.
"""

from torch import nn


class BatchNorm2d(nn.BatchNorm2d):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__(num_features, eps, momentum)
        self.register_buffer("num_batches_tracked", None)

    def _load_from_state_dict(self, *args):
        nn.Module._load_from_state_dict(self, *args)
