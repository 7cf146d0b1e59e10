"""How near every stretch of an answer is to every phrasing of a question, by meaning."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from evalmode.answers.embedder import Floats
from evalmode.answers.profiles import QuestionProfile
from evalmode.answers.segments import Segmented


@dataclass(frozen=True)
class Nearness:
    """Three matrices, one row per segment and one column per phrasing.

    Args:
        whole: Cosine of the mean vectors.
        recall: For every token of the phrasing its best match in the segment, averaged (as in ColBERT, Khattab and
            Zaharia 2020): whether the segment says all of the phrasing.
        precision: For every token of the segment its best match in the phrasing, averaged: whether it says no more.
    """

    whole: Floats
    recall: Floats
    precision: Floats


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
    return Nearness(whole, recall, precision)
