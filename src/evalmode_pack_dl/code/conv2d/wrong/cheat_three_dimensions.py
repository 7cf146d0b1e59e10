"""Uses the three-dimensional convolution on images of depth one.

verdict: forbidden
check: bans
teaches: You use torch's three-dimensional convolution with depth one. Build it from slices and products.
"""

import torch.nn.functional as F


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    y = F.conv3d(x[:, :, None], w[:, :, None], b, stride, (0, padding, padding), dilation, groups)
    return y[:, :, 0]
