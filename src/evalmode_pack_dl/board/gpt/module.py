"""Decoder-only language models of torch's own layers, for comparison with the drawings.

``take`` is given the weights that a drawing's module has, by name.
"""

import torch
import torch.nn.functional as F
from torch import nn

Named = dict[str, torch.Tensor]


def take_attention(ours: nn.MultiheadAttention, named: Named, prefix: str) -> None:
    for kind in ("weight", "bias"):
        parts = [named[f"{prefix}{letter}_proj.{kind}"] for letter in "qkv"]
        getattr(ours, f"in_proj_{kind}").copy_(torch.cat(parts))
        getattr(ours.out_proj, kind).copy_(named[f"{prefix}out_proj.{kind}"])


def take_layer(ours: nn.Module, named: Named, name: str) -> None:
    for kind, value in ours.named_parameters():
        value.copy_(named[f"{name}.{kind}"])


class GPT(nn.Module):
    """Two blocks; position t is asked for token t + 1, so the last one is asked for nothing."""

    layers, activation = 2, "gelu"

    def __init__(self, V: int = 20, d: int = 16, T: int = 5, h: int = 4) -> None:
        super().__init__()
        self.tokens = nn.Embedding(V, d)
        self.places = nn.Embedding(T, d)
        self.blocks = nn.ModuleList(
            nn.TransformerEncoderLayer(d, h, 4 * d, 0.0, self.activation, batch_first=True, norm_first=True)
            for _ in range(self.layers)
        )
        self.norm = nn.LayerNorm(d)
        self.head = nn.Linear(d, V)

    def take(self, named: Named) -> None:
        self.tokens.weight.copy_(named["token_embedding.weight"])
        self.places.weight.copy_(named["positions"])
        for number, block in enumerate(self.blocks):
            prefix = f"blocks.{number}."
            self.take_block(block, named, [f"{prefix}{name}" for name in ("norm_1", "attention", "norm_2", "ffn")])
        take_layer(self.norm, named, "norm")
        take_layer(self.head, named, "logits")

    @staticmethod
    def take_block(block: nn.Module, named: Named, names: list[str]) -> None:
        norm_1, attention, norm_2, ffn = names
        take_layer(block.norm1, named, norm_1)
        take_attention(block.self_attn, named, f"{attention}.")
        take_layer(block.norm2, named, norm_2)
        take_layer(block.linear1, named, f"{ffn}.0")
        take_layer(block.linear2, named, f"{ffn}.2")

    def logits(self, ids: torch.Tensor) -> torch.Tensor:
        x = self.tokens(ids) + self.places(torch.arange(ids.shape[1]))
        mask = nn.Transformer.generate_square_subsequent_mask(ids.shape[1])
        for block in self.blocks:
            x = block(x, src_mask=mask)
        return self.head(self.norm(x))

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        chances = self.logits(ids)[:, :-1].log_softmax(-1)
        return -chances.gather(-1, ids[:, 1:, None]).mean()


class OneBlockGPT(GPT):
    """One block, with targets that come from outside."""

    layers, activation = 1, "relu"

    def take(self, named: Named) -> None:
        self.tokens.weight.copy_(named["token_embedding.weight"])
        self.places.weight.copy_(named["positions"])
        self.take_block(self.blocks[0], named, ["norm_1", "attention", "norm_2", "ffn"])
        take_layer(self.norm, named, "norm_3")
        take_layer(self.head, named, "logits")

    def forward(self, ids: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        chances = self.logits(ids).log_softmax(-1)
        return -chances.gather(-1, targets[..., None]).mean()


class Llama(nn.Module):
    """One block with rotary positions, as products of complex numbers."""

    def __init__(self, V: int = 20, d: int = 16, h: int = 4) -> None:
        super().__init__()
        self.h = h
        self.token_embedding = nn.Embedding(V, d)
        self.scales = nn.ParameterDict({name: nn.Parameter(torch.ones(d)) for name in ("norm_1", "norm_2", "norm_3")})
        self.attention = nn.ModuleDict({name: nn.Linear(d, d) for name in ("q_proj", "k_proj", "v_proj", "out_proj")})
        self.ffn = nn.ModuleDict({name: nn.Linear(d, 4 * d, bias=False) for name in ("gate", "up")})
        self.ffn["down"] = nn.Linear(4 * d, d, bias=False)
        self.logits = nn.Linear(d, V)

    def take(self, named: Named) -> None:
        for name, value in self.named_parameters():
            value.copy_(named[f"{name.removeprefix('scales.')}.weight" if name.startswith("scales.") else name])

    def norm(self, name: str, x: torch.Tensor) -> torch.Tensor:
        return self.scales[name] * x / (x.pow(2).mean(-1, keepdim=True) + torch.finfo(x.dtype).eps).sqrt()

    def heads(self, name: str, x: torch.Tensor) -> torch.Tensor:
        return self.attention[name](x).unflatten(-1, (self.h, -1)).transpose(1, 2)

    @staticmethod
    def turned(x: torch.Tensor) -> torch.Tensor:
        half = x.shape[-1] // 2
        speeds = 10_000.0 ** (-torch.arange(half) / half)
        angles = torch.outer(torch.arange(x.shape[-2]).float(), speeds)
        product = torch.complex(x[..., :half], x[..., half:]) * torch.polar(torch.ones_like(angles), angles)
        return torch.cat([product.real, product.imag], -1)

    def forward(self, ids: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        x = self.token_embedding(ids)
        normed = self.norm("norm_1", x)
        q, k, v = (self.heads(name, normed) for name in ("q_proj", "k_proj", "v_proj"))
        made = F.scaled_dot_product_attention(self.turned(q), self.turned(k), v, is_causal=True)
        x = x + self.attention["out_proj"](made.transpose(1, 2).flatten(2))
        normed = self.norm("norm_2", x)
        x = x + self.ffn["down"](F.silu(self.ffn["gate"](normed)) * self.ffn["up"](normed))
        chances = self.logits(self.norm("norm_3", x)).log_softmax(-1)
        return -chances.gather(-1, targets[..., None]).mean()
