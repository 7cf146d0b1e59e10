import torch


def softmax(x, dim):
    """One pass that keeps a running maximum and a running sum, rescaled whenever the maximum grows."""
    entries = torch.unbind(x, dim)
    largest = torch.full_like(entries[0], -torch.inf)
    total = torch.zeros_like(entries[0])
    for entry in entries:
        new = torch.maximum(largest, entry.detach())
        shift = new.masked_fill(torch.isneginf(new), 0.0)  # nothing but -inf so far
        total = total * torch.exp(largest - shift) + torch.exp(entry - shift)
        largest = new
    return torch.stack([torch.exp(entry - largest) / total for entry in entries], dim)
