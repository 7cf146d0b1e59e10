import torch


def filter_logits(logits, top_k=None, top_p=None):
    """Set the logits (..., V) that top-k, then top-p remove to -inf; the others stay as they are, in their places."""
    raise NotImplementedError
