"""BERT of torch's own encoder layers, for comparison with the drawings.

``take`` is given the weights that a drawing's module has, by name. Which tokens are hidden is drawn from torch's
generator, which both modules find in the same state.
"""

import torch
import torch.nn.functional as F
from torch import nn

Named = dict[str, torch.Tensor]


class BERT(nn.Module):
    """Twelve layers with norms after the sums; gives the loss over the hidden tokens."""

    def __init__(self, V: int = 20, d: int = 16, T: int = 12, h: int = 4) -> None:
        super().__init__()
        self.V = V
        self.words = nn.Embedding(V, d)
        self.places = nn.Embedding(T, d)
        self.sentences = nn.Embedding(2, d)
        layer = nn.TransformerEncoderLayer(d, h, 4 * d, 0.0, "gelu", batch_first=True)
        self.layers = nn.TransformerEncoder(layer, 12, enable_nested_tensor=False)
        self.dense = nn.Linear(d, d)
        self.norm = nn.LayerNorm(d)
        self.head = nn.Linear(d, V)

    def take(self, named: Named) -> None:
        self.words.weight.copy_(named["token_embedding.weight"])
        self.places.weight.copy_(named["positions"])
        self.sentences.weight.copy_(named["segment_embedding.weight"])
        for number, layer in enumerate(self.layers.layers):
            prefix = f"encoder.{number}."
            pairs = {"norm1": "norm_1", "norm2": "norm_2", "linear1": "ffn.0", "linear2": "ffn.2"}
            for ours, theirs in (*pairs.items(), ("self_attn.out_proj", "attention.out_proj")):
                take_linear(layer.get_submodule(ours), named, f"{prefix}{theirs}")
            for kind in ("weight", "bias"):
                parts = [named[f"{prefix}attention.{letter}_proj.{kind}"] for letter in "qkv"]
                getattr(layer.self_attn, f"in_proj_{kind}").copy_(torch.cat(parts))
        take_linear(self.dense, named, "transform.0")
        take_linear(self.norm, named, "transform.2")
        take_linear(self.head, named, "scores")

    def hide(self, tokens: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """In each row some places: 80 % [MASK], which is the last id, 10 % any token, 10 % what was there."""
        rows, length = tokens.shape
        order = torch.rand(rows, length).argsort(1)
        chances = torch.rand(rows, length)
        others = torch.randint(self.V, (rows, length))
        hidden, chosen = tokens.clone(), torch.zeros_like(tokens, dtype=torch.bool)
        for row in range(rows):
            for place in range(length):
                if order[row, place] >= max(1, round(0.15 * length)):
                    continue
                chosen[row, place] = True
                if chances[row, place] < 0.8:
                    hidden[row, place] = self.V - 1
                elif chances[row, place] >= 0.9:
                    hidden[row, place] = others[row, place]
        return hidden, chosen

    def both(self, tokens: torch.Tensor, sentences: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The loss, and what the layers make."""
        hidden, chosen = self.hide(tokens)
        x = self.words(hidden) + self.places(torch.arange(tokens.shape[1])) + self.sentences(sentences)
        x = self.layers(x)
        scores = self.head(self.norm(F.gelu(self.dense(x[chosen]))))
        return F.cross_entropy(scores, tokens[chosen]), x

    def forward(self, tokens: torch.Tensor, sentences: torch.Tensor) -> torch.Tensor:
        return self.both(tokens, sentences)[0]


class BERTWithNSP(BERT):
    """Besides, whether the second sentence follows the first one."""

    def __init__(self) -> None:
        super().__init__()
        self.follows = nn.Linear(self.words.embedding_dim, 2)

    def take(self, named: Named) -> None:
        super().take(named)
        take_linear(self.follows, named, "next_scores")

    def forward(
        self, tokens: torch.Tensor, sentences: torch.Tensor, is_next: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        loss, x = self.both(tokens, sentences)
        return loss, F.cross_entropy(self.follows(x[:, 0]), is_next)


def take_linear(ours: nn.Module, named: Named, name: str) -> None:
    for kind in ("weight", "bias"):
        getattr(ours, kind).copy_(named[f"{name}.{kind}"])
