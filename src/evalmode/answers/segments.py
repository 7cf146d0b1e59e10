"""The stretches of an answer that can be evidence: clauses, neighbouring clauses together, and whole sentences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from evalmode.answers.embedder import Embedder, Floats, unit
from evalmode.answers.lexical import words_of
from evalmode.answers.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.answers.clauses import Clause

_WIDEST = 3
"""At most so many neighbouring clauses are read as one."""
_SUBSTANCE = 3
"""Part of an answer is evidence only if it holds so many concepts: "then the optimiser step" says nothing by itself."""
_READ_TOGETHER = 30
"""A sentence of more words is read by the model in pieces, cut at clauses."""


@dataclass(frozen=True)
class Segment:
    """One stretch of the answer.

    Args:
        start: Offset in the answer.
        end: Offset after its last character.
        text: Normalised.
        concepts: Its meaningful concepts.
        rows: Its rows among the answer's tokens, from and to.
    """

    start: int
    end: int
    text: str
    concepts: frozenset[str]
    rows: tuple[int, int]


@dataclass(frozen=True)
class Segmented:
    """An answer as segments.

    Args:
        segments: All stretches that can be evidence.
        vectors: One row of length one for each segment.
        tokens: One row of length one for each token of the answer.
    """

    segments: tuple[Segment, ...]
    vectors: Floats
    tokens: Floats


def segment(clauses: Sequence[Clause], vocabulary: tuple[str, ...], embedder: Embedder) -> Segmented:
    """Embed the clauses and join them to stretches; the model runs once over each sentence."""
    texts = [normalise(clause.text, vocabulary) for clause in clauses]
    states = _embed(clauses, texts, embedder)
    ends = np.cumsum([0, *(len(rows) for rows in states)])
    tokens = np.concatenate([*states, np.zeros((0, embedder.width), dtype=np.float32)])
    segments, vectors = [], []
    for first, last in _stretches(clauses):
        rows = (int(ends[first]), int(ends[last]))
        text = " ".join(texts[first:last])
        concepts = frozenset(words_of(text).meaningful())
        partial = last - first < len(clauses)
        if rows[0] == rows[1] or (partial and len(concepts) < _SUBSTANCE):
            continue
        segments.append(Segment(clauses[first].start, clauses[last - 1].end, text, concepts, rows))
        vectors.append(tokens[rows[0] : rows[1]].sum(axis=0))
    stacked = np.stack(vectors) if vectors else np.zeros((0, embedder.width), dtype=np.float32)
    return Segmented(tuple(segments), unit(stacked), unit(tokens))


def _embed(clauses: Sequence[Clause], texts: list[str], embedder: Embedder) -> list[Floats]:
    """The clauses' token states, each read in the context of its sentence, long sentences in pieces."""
    pieces: list[list[str]] = []
    for _, group in groupby(range(len(clauses)), key=lambda place: clauses[place].sentence):
        pieces.append([])
        for place in group:
            if pieces[-1] and sum(len(text.split()) for text in [*pieces[-1], texts[place]]) > _READ_TOGETHER:
                pieces.append([])
            pieces[-1].append(texts[place])
    return [part for parts in embedder.embed_parts(pieces) for part in parts]


def _stretches(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """Ranges of clauses: up to three neighbours, and every whole sentence."""
    count = len(clauses)
    ranges = {(first, first + wide) for wide in range(1, _WIDEST + 1) for first in range(count - wide + 1)}
    for _, group in groupby(range(count), key=lambda place: clauses[place].sentence):
        places = list(group)
        ranges.add((places[0], places[-1] + 1))
    return sorted(ranges)
