"""The Transformer of torch's own encoder and decoder layers, for comparison with the drawings.

``take`` is given the weights that a drawing's module has, by name.
"""

import math

import torch
from torch import nn

Named = dict[str, torch.Tensor]


class EncoderDecoder(nn.Module):
    """Layers with norms after the sums, and fixed waves for places."""

    def __init__(self, V: int = 20, d: int = 16, h: int = 4, N: int = 2) -> None:
        super().__init__()
        self.d = d
        self.source = nn.Embedding(V, d)
        self.target = nn.Embedding(V, d)
        sizes = (d, h, 4 * d, 0.0)
        self.encoder = nn.ModuleList(nn.TransformerEncoderLayer(*sizes, batch_first=True) for _ in range(N))
        self.decoder = nn.ModuleList(nn.TransformerDecoderLayer(*sizes, batch_first=True) for _ in range(N))
        self.head = nn.Linear(d, V)

    def take(self, named: Named) -> None:
        for number, (encoder, decoder) in enumerate(zip(self.encoder, self.decoder, strict=True)):
            one, two = f"encoder.{number}.", f"decoder.{number}."
            take_layer(encoder, named, [one + "attention"], [one + "norm_1", one + "norm_2"], one + "ffn")
            norms = [f"{two}norm_{place}" for place in (1, 2, 3)]
            take_layer(decoder, named, [two + "attention", two + "cross_attention"], norms, two + "ffn")
        self.take_ends(named)

    def take_ends(self, named: Named) -> None:
        self.source.weight.copy_(named["source_embedding.weight"])
        self.target.weight.copy_(named["target_embedding.weight"])
        take_weights(self.head, named, "linear")

    def placed(self, x: torch.Tensor) -> torch.Tensor:
        half = self.d // 2
        waves = [
            [wave(place / 10_000 ** (number / half)) for wave in (math.sin, math.cos) for number in range(half)]
            for place in range(x.shape[1])
        ]
        return x + torch.tensor(waves)

    def forward(self, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        memory = self.placed(self.source(source))
        for layer in self.encoder:
            memory = layer(memory)
        y = self.placed(self.target(target))
        mask = nn.Transformer.generate_square_subsequent_mask(target.shape[1])
        for layer in self.decoder:
            y = layer(y, memory, tgt_mask=mask)
        return self.head(y).softmax(-1)


class OneLayerEncoderDecoder(EncoderDecoder):
    """One layer on each side."""

    def __init__(self) -> None:
        super().__init__(N=1)

    def take(self, named: Named) -> None:
        take_layer(self.encoder[0], named, ["attention_1"], ["norm_1", "norm_3"], "ffn_1")
        take_layer(self.decoder[0], named, ["attention_2", "attention_3"], ["norm_2", "norm_4", "norm_5"], "ffn_2")
        self.take_ends(named)


def take_layer(layer: nn.Module, named: Named, attentions: list[str], norms: list[str], ffn: str) -> None:
    for ours, theirs in zip(("self_attn", "multihead_attn"), attentions, strict=False):
        attention = layer.get_submodule(ours)
        for kind in ("weight", "bias"):
            parts = [named[f"{theirs}.{letter}_proj.{kind}"] for letter in "qkv"]
            getattr(attention, f"in_proj_{kind}").copy_(torch.cat(parts))
        take_weights(attention.out_proj, named, f"{theirs}.out_proj")
    for number, theirs in enumerate(norms, start=1):
        take_weights(layer.get_submodule(f"norm{number}"), named, theirs)
    take_weights(layer.linear1, named, f"{ffn}.0")
    take_weights(layer.linear2, named, f"{ffn}.2")


def take_weights(ours: nn.Module, named: Named, name: str) -> None:
    for kind in ("weight", "bias"):
        getattr(ours, kind).copy_(named[f"{name}.{kind}"])
