"""Vision Transformers of torch's own layers, for comparison with the drawings, at a sixteenth of their width.

``take`` is given the weights that a drawing's module has, by name.
"""

import torch
from torch import nn

Named = dict[str, torch.Tensor]


class ViT(nn.Module):
    """Two blocks over the patches of an image, each a vector, and a learned one before them that is read out."""

    further = 1

    def __init__(self, d: int = 48, h: int = 4, side: int = 8, patch: int = 4, classes: int = 10) -> None:
        super().__init__()
        self.patch = patch
        self.project = nn.Linear(3 * patch * patch, d)
        if self.further:
            self.cls = nn.Parameter(torch.zeros(1, 1, d))
        self.places = nn.Parameter(torch.zeros((side // patch) ** 2 + self.further, d))
        self.blocks = nn.ModuleList(
            nn.TransformerEncoderLayer(d, h, 4 * d, 0.0, "gelu", batch_first=True, norm_first=True) for _ in range(2)
        )
        self.head = nn.Linear(d, classes)

    def take(self, named: Named) -> None:
        self.project.weight.copy_(named["patch_embedding.weight"].flatten(1))  # of a convolution as well
        self.project.bias.copy_(named["patch_embedding.bias"])
        if self.further:
            self.cls.copy_(named["cls_token"])
        self.places.copy_(named["positions"])
        pairs = {"norm1": "norm_1", "norm2": "norm_2", "linear1": "ffn.0", "linear2": "ffn.2"}
        pairs["self_attn.out_proj"] = "attention.out_proj"
        for number, block in enumerate(self.blocks):
            prefix = f"blocks.{number}."
            for kind in ("weight", "bias"):
                for ours, theirs in pairs.items():
                    getattr(block.get_submodule(ours), kind).copy_(named[f"{prefix}{theirs}.{kind}"])
                parts = [named[f"{prefix}attention.{letter}_proj.{kind}"] for letter in "qkv"]
                getattr(block.self_attn, f"in_proj_{kind}").copy_(torch.cat(parts))
        self.head.weight.copy_(named["logits.weight"])
        self.head.bias.copy_(named["logits.bias"])

    def patches(self, image: torch.Tensor) -> torch.Tensor:
        rows = [
            image[:, :, top : top + self.patch, left : left + self.patch].flatten(1)
            for top in range(0, image.shape[2], self.patch)
            for left in range(0, image.shape[3], self.patch)
        ]
        return torch.stack(rows, 1)

    def encoded(self, image: torch.Tensor) -> torch.Tensor:
        x = self.project(self.patches(image))
        if self.further:
            x = torch.cat([self.cls.repeat(len(x), 1, 1), x], 1)
        x = x + self.places
        for block in self.blocks:
            x = block(x)
        return x

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        return self.head(self.encoded(image).select(1, 0))


class MeanViT(ViT):
    """The mean over all patches is read out."""

    further = 0

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        return self.head(self.encoded(image).mean(1))
