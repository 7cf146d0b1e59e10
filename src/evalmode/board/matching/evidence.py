"""What nobody understood may still say what is expected at its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from evalmode.board.matching.plan import Part
    from evalmode.board.vocabulary import Vocabulary

__all__ = ["says_so", "says_twice"]

_WORD = re.compile(r"[^\W\d_]+|\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 3


_SIGNED = frozenset({"add", "multiply", "concat", "matmul"})
_EXPLAINED = {
    "mha": frozenset({"attention", "rope", "head", "mask", "linear", "softmax", "matmul", "scale"}),
    "attention": frozenset({"mha", "softmax", "matmul", "scale"}),
    "rms_norm": frozenset({"layer_norm", "norm"}),
    "layer_norm": frozenset({"norm", "l2_norm"}),
    "add": frozenset({"ffn", "mha", "attention", "linear"}),
    "ffn": frozenset({"linear", "scale"}),
    "encoder_stage": frozenset({"l2_norm", "conv_block"}),
    "decoder_stage": frozenset({"l2_norm", "conv_block"}),
    "conv_block": frozenset({"l2_norm", "encoder_stage", "decoder_stage"}),
}
"""Kind → what may stand beside it in one box only to say more about it."""


def says_so(vocabulary: Vocabulary, label: str, kinds: Collection[str], *, known: bool = False) -> bool:
    """Whether some words or marks in a label name one of these kinds, though the whole label was not understood.

    It is asked only where all the rest of a drawing fits: ``c_fc`` is taken for a linear layer where one is expected,
    ``frobnicate`` is not. Of a label that was understood otherwise (``known``) only the sign of a join counts, as in
    ``o * tanh(c)``.
    """
    wanted = _SIGNED & set(kinds) if known else set(kinds)
    if any(vocabulary.symbols.get(mark, ("",))[0] in wanted for mark in label if not mark.isalnum()):
        return True
    words = [] if known else [word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", label))]
    return any(
        vocabulary.phrases.get("".join(words[start : start + length]), ("",))[0] in wanted
        for length in range(1, _LONGEST + 1)
        for start in range(len(words) - length + 1)
    )


def says_twice(extra: Part, beside: Part) -> bool:
    """Whether one of two operations read from one box only says more about the other."""
    if extra.kind in _EXPLAINED.get(beside.kind, ()):
        return True
    return extra.kind == beside.kind and extra.label.casefold().count(extra.kind.split("_")[0]) < 2
