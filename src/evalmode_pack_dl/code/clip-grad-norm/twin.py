"""torch's own function."""

from torch.nn.utils import clip_grad_norm_ as torch_clip_grad_norm_


def clip_grad_norm_(params, max_norm):
    return torch_clip_grad_norm_(params, max_norm)
