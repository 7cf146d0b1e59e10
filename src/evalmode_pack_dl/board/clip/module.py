"""CLIP's two towers and its loss, for comparison with the drawings; the towers are as small as may be."""

import torch
from torch import nn


class CLIP(nn.Module):
    """Cosines of all pairs; each image is to find its caption, and each caption its image."""

    def __init__(self, a: int = 6, b: int = 7, d: int = 5, V: int = 20) -> None:
        super().__init__()
        self.patches = nn.Conv2d(3, a, 4, stride=4)
        self.words = nn.Embedding(V, b)
        self.of_images = nn.Linear(a, d)
        self.of_texts = nn.Linear(b, d)
        self.log_scale = nn.Parameter(torch.zeros(()))

    def forward(self, images: torch.Tensor, texts: torch.Tensor) -> torch.Tensor:
        one = self.of_images(nn.functional.gelu(self.patches(images)).mean((2, 3)))
        two = self.of_texts(self.words(texts).mean(1))
        scale = self.log_scale.exp()
        cosines = torch.cosine_similarity(one[:, None], two[None], dim=-1)
        by_image, by_text = (scale * cosines).log_softmax(1), (scale * cosines).log_softmax(0)
        return -(by_image.diagonal() + by_text.diagonal()).mean() / 2
