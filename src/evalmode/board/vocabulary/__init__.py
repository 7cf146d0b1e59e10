"""What people write in boxes and on arrows: a data file that authors extend, made into fast look-ups."""

from __future__ import annotations

from evalmode.board.vocabulary.labels import read_label
from evalmode.board.vocabulary.loading import load_vocabulary
from evalmode.board.vocabulary.saying import Reading
from evalmode.board.vocabulary.spoken import strange_words
from evalmode.board.vocabulary.states import CELLS
from evalmode.board.vocabulary.values import Kind, Modifier, ParamReader, Vocabulary

__all__ = [
    "CELLS",
    "Kind",
    "Modifier",
    "ParamReader",
    "Reading",
    "Vocabulary",
    "load_vocabulary",
    "read_label",
    "strange_words",
]
