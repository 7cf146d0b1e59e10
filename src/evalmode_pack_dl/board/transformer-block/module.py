"""Transformer blocks made of torch's own layers, for comparison with the drawings.

``take`` is given the weights that a drawing's module has, by name and in the order of its layers: of attention the
projections of queries, keys, values and output, each with its bias.
"""

import torch
from torch import nn

Weights = list[torch.Tensor]
Named = dict[str, torch.Tensor]


def _take_norm(norm: nn.LayerNorm, weights: Weights) -> None:
    norm.weight.copy_(weights.pop(0))
    norm.bias.copy_(weights.pop(0))


def _take_linear(linear: nn.Linear, weights: Weights) -> None:
    linear.weight.copy_(weights.pop(0))
    linear.bias.copy_(weights.pop(0))


def _take_attention(attention: nn.MultiheadAttention, weights: Weights) -> None:
    q, q_bias, k, k_bias, v, v_bias = (weights.pop(0) for _ in range(6))
    attention.in_proj_weight.copy_(torch.cat([q, k, v]))
    attention.in_proj_bias.copy_(torch.cat([q_bias, k_bias, v_bias]))
    _take_linear(attention.out_proj, weights)


class _EncoderLayer(nn.TransformerEncoderLayer):
    def __init__(self, d: int, h: int, *, norm_first: bool) -> None:
        super().__init__(d, h, 4 * d, dropout=0.0, batch_first=True, norm_first=norm_first)

    def take(self, named: Named) -> None:
        weights = list(named.values())
        order = (self.norm1, self.self_attn) if self.norm_first else (self.self_attn, self.norm1)
        _take(order, weights)
        feed_forward = (self.linear1, self.linear2)
        _take((self.norm2, *feed_forward) if self.norm_first else (*feed_forward, self.norm2), weights)


def _take(layers: tuple[nn.Module, ...], weights: Weights) -> None:
    for layer in layers:
        if isinstance(layer, nn.LayerNorm):
            _take_norm(layer, weights)
        elif isinstance(layer, nn.MultiheadAttention):
            _take_attention(layer, weights)
        elif isinstance(layer, nn.Linear):
            _take_linear(layer, weights)


class PreNormBlock(_EncoderLayer):
    """Norm, sublayer, residual; twice."""

    def __init__(self, d: int = 16, h: int = 4) -> None:
        super().__init__(d, h, norm_first=True)


class PostNormBlock(_EncoderLayer):
    """Sublayer, residual, norm; twice."""

    def __init__(self, d: int = 16, h: int = 4) -> None:
        super().__init__(d, h, norm_first=False)


class _DecoderLayer(nn.TransformerDecoderLayer):
    def __init__(self, d: int, h: int, *, norm_first: bool) -> None:
        super().__init__(d, h, 4 * d, dropout=0.0, batch_first=True, norm_first=norm_first)

    def take(self, named: Named) -> None:
        weights = list(named.values())
        pairs = ((self.norm1, self.self_attn), (self.norm2, self.multihead_attn))
        for norm, attention in pairs:
            _take((norm, attention) if self.norm_first else (attention, norm), weights)
        feed_forward = (self.linear1, self.linear2)
        _take((self.norm3, *feed_forward) if self.norm_first else (*feed_forward, self.norm3), weights)


class DecoderPreNormBlock(_DecoderLayer):
    """Self-attention, cross-attention and feed-forward network, each after its norm."""

    def __init__(self, d: int = 16, h: int = 4) -> None:
        super().__init__(d, h, norm_first=True)


class DecoderPostNormBlock(_DecoderLayer):
    """Self-attention, cross-attention and feed-forward network, each before its norm."""

    def __init__(self, d: int = 16, h: int = 4) -> None:
        super().__init__(d, h, norm_first=False)


class _Parts(nn.Module):
    """Attention and a feed-forward network out of torch's layers, with as many norms as are asked for."""

    def __init__(self, d: int, h: int, norms: int) -> None:
        super().__init__()
        self.norms = nn.ModuleList(nn.LayerNorm(d) for _ in range(norms))
        self.mixer = nn.MultiheadAttention(d, h, batch_first=True)
        self.widen = nn.Linear(d, 4 * d)
        self.narrow = nn.Linear(4 * d, d)

    def attend(self, x: torch.Tensor) -> torch.Tensor:
        return self.mixer(x, x, x, need_weights=False)[0]

    def think(self, x: torch.Tensor) -> torch.Tensor:
        return self.narrow(torch.relu(self.widen(x)))


class ParallelBlock(_Parts):
    """Attention and feed-forward network side by side, after one norm."""

    def __init__(self, d: int = 16, h: int = 4) -> None:
        super().__init__(d, h, 1)

    def take(self, named: Named) -> None:
        weights = list(named.values())
        _take((self.norms[0], self.mixer, self.widen, self.narrow), weights)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n = self.norms[0](x)
        return x + self.attend(n) + self.think(n)


class ParallelTwoNormsBlock(_Parts):
    """Attention and feed-forward network side by side, each after its own norm."""

    def __init__(self, d: int = 16, h: int = 4) -> None:
        super().__init__(d, h, 2)

    def take(self, named: Named) -> None:
        weights = list(named.values())
        _take((*self.norms, self.mixer, self.widen, self.narrow), weights)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.attend(self.norms[0](x)) + self.think(self.norms[1](x))


class SandwichBlock(_Parts):
    """A norm before and after each sublayer."""

    def __init__(self, d: int = 16, h: int = 4) -> None:
        super().__init__(d, h, 4)

    def take(self, named: Named) -> None:
        weights = list(named.values())
        first, second, third, fourth = self.norms
        _take((first, self.mixer, second, third, self.widen, self.narrow, fourth), weights)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        first, second, third, fourth = self.norms
        x = x + second(self.attend(first(x)))
        return x + fourth(self.think(third(x)))
