"""Calls torch's layer.

verdict: forbidden
check: bans
teaches: You let torch's MaxPool2d layer do the job. Build it from windows and a maximum.
"""

from torch.nn.modules.pooling import MaxPool2d as Layer


def max_pool2d(x, k, stride=None, padding=0):
    return Layer(k, stride, padding)(x)
