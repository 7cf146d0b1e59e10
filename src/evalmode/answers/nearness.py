"""How near every stretch of an answer is to every phrasing of a question, by meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.answers.embedder import Floats
    from evalmode.answers.profiles import QuestionProfile
    from evalmode.answers.segments import Segmented


@dataclass(frozen=True)
class Nearness:
    """Matrices with one row per segment and one column per phrasing, and what goes with them.

    Args:
        whole: Cosine of the mean vectors.
        recall: For every token of the phrasing its best match in the segment, averaged (as in ColBERT, Khattab and
            Zaharia 2020): whether the segment says all of the phrasing.
        precision: For every token of the segment its best match in the phrasing, averaged: whether it says no more.
        pairs: Cosine of every token of the answer, one a row, to every token of the phrasings.
        relevance: For every token of the answer its best match in any phrasing of the question, right or wrong,
            averaged: whether this is an answer to this question at all. Answers to other questions rarely reach 0.6.
    """

    whole: Floats
    recall: Floats
    precision: Floats
    pairs: Floats
    relevance: float


def nearness(answer: Segmented, profile: QuestionProfile) -> Nearness:
    """Compare all segments with all phrasings at once."""
    whole = answer.vectors @ profile.vectors.T
    pairs = answer.tokens @ profile.tokens.T
    lengths = np.diff([*profile.starts, profile.tokens.shape[0]])
    best_for_token = np.maximum.reduceat(pairs, profile.starts, axis=1)
    sums = np.concatenate([np.zeros((1, best_for_token.shape[1])), np.cumsum(best_for_token, axis=0)])
    recall, precision = np.empty_like(whole), np.empty_like(whole)
    for place, segment in enumerate(answer.segments):
        first, last = segment.rows
        recall[place] = np.add.reduceat(pairs[first:last].max(axis=0), profile.starts) / lengths
        precision[place] = (sums[last] - sums[first]) / (last - first)
    return Nearness(whole, recall, precision, pairs, float(pairs.max(axis=1).mean()))


@dataclass(frozen=True)
class TokenLead:
    """Token by token, whether a segment is rather like the right phrasings or like the misconceptions.

    Args:
        mean: Average over the segment's tokens of the best match on the right minus the best on the wrong side.
        least: The token that speaks most for a misconception.
        most: The token that speaks most for the right side.
        distinct: As the recall above, but every token of a phrasing counts as much as it is missing on the other side;
            the right side's minus the wrong side's.
    """

    mean: float = 0.0
    least: float = 0.0
    most: float = 0.0
    distinct: float = 0.0


def token_lead(
    rows: tuple[int, int], near: Nearness, profile: QuestionProfile, right: Sequence[int], wrong: Sequence[int]
) -> TokenLead:
    """Compare a segment, given by its tokens' rows, with both sides of a key point."""
    if not right or not wrong:
        return TokenLead()
    pairs = near.pairs[rows[0] : rows[1]]
    sides = [[profile.columns(phrasing) for phrasing in phrasings] for phrasings in (right, wrong)]
    spans = [np.concatenate(side) for side in sides]
    lead = pairs[:, spans[0]].max(axis=1) - pairs[:, spans[1]].max(axis=1)
    between = profile.tokens[spans[0]] @ profile.tokens[spans[1]].T
    said = [pairs[:, span].max(axis=0) for span in spans]
    scores = []
    for side, found, apart in zip(sides, said, (1 - between.max(axis=1), 1 - between.max(axis=0)), strict=True):
        starts = np.cumsum([0, *(len(columns) for columns in side[:-1])])
        weights = apart + 0.02
        scores.append((np.add.reduceat(found * weights, starts) / np.add.reduceat(weights, starts)).max())
    return TokenLead(float(lead.mean()), float(lead.min()), float(lead.max()), float(scores[0] - scores[1]))
