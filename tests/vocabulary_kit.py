"""The vocabulary of the pack, for tests that read labels and drawings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import evalmode_pack_dl
from evalmode.board.vocabulary import Vocabulary, load_vocabulary


@cache
def pack_vocabulary() -> Vocabulary:
    """The one that ships."""
    return load_vocabulary(Path(evalmode_pack_dl.__file__).parent / "board" / "vocabulary.yaml")
