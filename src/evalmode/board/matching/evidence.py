"""What nobody understood may still say what is expected at its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from evalmode.board.vocabulary import Vocabulary

__all__ = ["says_so"]

_WORD = re.compile(r"[^\W\d_]+|\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 3


def says_so(vocabulary: Vocabulary, label: str, kinds: Collection[str]) -> bool:
    """Whether some words or marks in a label name one of these kinds, though the whole label was not understood.

    It is asked only where all the rest of a drawing fits: ``c_fc`` is taken for a linear layer where one is expected,
    ``frobnicate`` is not.
    """
    if any(vocabulary.symbols.get(mark, ("",))[0] in kinds for mark in label if not mark.isalnum()):
        return True
    words = [word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", label))]
    return any(
        vocabulary.phrases.get("".join(words[start : start + length]), ("",))[0] in kinds
        for length in range(1, _LONGEST + 1)
        for start in range(len(words) - length + 1)
    )
