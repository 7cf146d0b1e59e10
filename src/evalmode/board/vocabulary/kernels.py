"""Kernels without a word: ``1×1, 64`` above ``BN, ReLU`` is a convolution."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.vocabulary.matching import Match

if TYPE_CHECKING:
    from evalmode.board.vocabulary.values import Vocabulary

__all__ = ["with_kernels"]

_KERNEL = re.compile(r"(?<![\d×x.\w/])(?<![×x] )(1|3|5|7) ?[×x*] ?\1(?!\d)(?! ?[×x])")
_BORDER = re.compile(r"[,;\n→+&|(]")


def with_kernels(words: str, matches: list[Match], vocabulary: Vocabulary) -> list[Match]:
    """The matches, and a convolution for each kernel that none of them takes."""
    found = [
        Match("conv", (), kernel.start(), kernel.start(), "kernel")
        for kernel in _KERNEL.finditer(words)
        if not _taken(words, kernel, matches, vocabulary)
    ]
    return sorted([*matches, *found], key=lambda match: match.start)


def _taken(words: str, kernel: re.Match[str], matches: list[Match], vocabulary: Vocabulary) -> bool:
    """Whether an operation with a kernel stands before it without one of its own, or behind it in the same part."""
    if any(match.start <= kernel.start() < match.end for match in matches):
        return True
    before = [match for match in matches if match.end <= kernel.start()]
    after = [match for match in matches if match.start >= kernel.end()]
    if before and (
        vocabulary.kinds[before[-1].kind].category == "pooling" or re.search(r"(?:→|to)\s*$", words[: kernel.start()])
    ):
        return True
    if before and _has_kernel(before[-1], vocabulary) and not _KERNEL.search(words, before[-1].end, kernel.start()):
        earlier = words[before[-2].end if len(before) > 1 else 0 : before[-1].start]
        own = _KERNEL.search(earlier)
        return own is None or bool(_BORDER.search(earlier[own.end() :]))
    if not after or not _has_kernel(after[0], vocabulary):
        return False
    between = words[kernel.end() : after[0].start]
    later = words[after[0].end : after[1].start if len(after) > 1 else len(words)]
    return not re.search(r"[;→+&|]", between) and not _KERNEL.search(later)


def _has_kernel(match: Match, vocabulary: Vocabulary) -> bool:
    return bool({"kernel", "factor", "patch"}.intersection(vocabulary.kinds[match.kind].params))
