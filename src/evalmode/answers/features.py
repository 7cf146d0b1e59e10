"""What is measured when a stretch of an answer is held against a key point.

Nothing here measures length. Every feature is about content: how near, which words, which polarity, which roles, which
numbers and formulas, compared with the right phrasings and with the misconceptions of the same key point.

First it is asked whether a stretch speaks to the key point at all (``ADDRESSED``), for many stretches; then, for the
one that does so most, whether it says what is right (``RIGHT``).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from evalmode.answers.formulas import formula_conflict, formula_match
from evalmode.answers.lexical import overlap
from evalmode.answers.nearness import Nearness, token_lead
from evalmode.answers.negation import clash
from evalmode.answers.numbers import numbers_of
from evalmode.answers.roles import binding

if TYPE_CHECKING:
    from evalmode.answers.embedder import Floats
    from evalmode.answers.profiles import PointProfile, QuestionProfile
    from evalmode.answers.segments import Segment

ADDRESSED = (
    "near", "tokens_match", "tokens_recall", "tokens_precision", "words_match", "words_recall", "words_precision",
    "telling", "other_point_nearer", "other_point_farther", "relevance",
)  # fmt: skip
RIGHT = (
    "near_lead", "near_mean_lead", "tokens_lead", "tokens_lead_least", "tokens_distinct_lead", "tokens_recall_lead",
    "tokens_precision_lead", "words_recall_lead", "telling_lead", "denial_lead", "opposites_lead", "roles_lead",
    "formula_right", "formula_wrong", "formula_clash", "numbers_right", "numbers_wrong", "numbers_foreign",
)  # fmt: skip


_RELEVANT = 0.7
"""An answer cannot be more to the question than this; beyond it only wording counts."""


@dataclass(frozen=True)
class Place:
    """One segment of an answer in front of one key point.

    Args:
        row: The segment's row in ``near``.
        segment: The stretch of the answer.
        near: Of the whole answer to the whole question.
        profile: The question.
        point: The key point.
        others: Columns of the right phrasings of the question's other key points.
    """

    row: int
    segment: Segment
    near: Nearness
    profile: QuestionProfile
    point: PointProfile
    others: tuple[int, ...]


@dataclass(frozen=True)
class _Meaning:
    """How near a segment is to several phrasings, by vectors and by words."""

    near: float = 0.0
    near_mean: float = 0.0
    tokens_match: float = 0.0
    tokens_recall: float = 0.0
    tokens_precision: float = 0.0
    words_match: float = 0.0
    words_recall: float = 0.0
    words_precision: float = 0.0
    telling: float = 0.0
    order: tuple[int, ...] = ()


def addressed_features(place: Place) -> Floats:
    """Whether the segment speaks to the key point, rightly or wrongly, in the order of ``ADDRESSED``."""
    right, wrong = _meaning(place, place.point.right), _meaning(place, place.point.wrong)
    other = float(place.near.whole[place.row, list(place.others)].max()) if place.others else right.near
    values = (
        max(right.near, wrong.near),
        max(right.tokens_match, wrong.tokens_match),
        max(right.tokens_recall, wrong.tokens_recall),
        max(right.tokens_precision, wrong.tokens_precision),
        max(right.words_match, wrong.words_match),
        max(right.words_recall, wrong.words_recall),
        max(right.words_precision, wrong.words_precision),
        max(right.telling, wrong.telling),
        min(right.near - other, 0.0),
        max(right.near - other, 0.0),
        min(place.near.relevance, _RELEVANT),
    )
    return np.array(values, dtype=np.float32)


@dataclass(frozen=True)
class Compared:
    """The second look at the segment that speaks most to the key point.

    Args:
        features: In the order of ``RIGHT``.
        nearest_right: Column of the right phrasing it is most like.
        nearest_wrong: Column of the misconception it is most like; None where the point has none.
    """

    features: Floats
    nearest_right: int
    nearest_wrong: int | None


def right_features(place: Place) -> Compared:
    """Whether the segment says what is right, or one of the misconceptions."""
    right, wrong = _meaning(place, place.point.right), _meaning(place, place.point.wrong)
    for_, against = _agreement(place, right.order), _agreement(place, wrong.order)
    tokens = token_lead(place.segment.rows, place.near, place.profile, place.point.right, place.point.wrong)
    text, texts = place.segment.text, place.profile.texts
    formula_right = max((formula_match(text, texts[column]) for column in place.point.right), default=0.0)
    formula_wrong = max((formula_match(text, texts[column]) for column in place.point.wrong), default=0.0)
    clashes = formula_right == 0 and any(formula_conflict(text, texts[column]) for column in place.point.right)
    values = (
        right.near - wrong.near,
        right.near_mean - wrong.near,
        tokens.mean,
        tokens.least,
        tokens.distinct,
        right.tokens_recall - wrong.tokens_recall,
        right.tokens_precision - wrong.tokens_precision,
        right.words_recall - wrong.words_recall,
        right.telling - wrong.telling,
        for_.denial - against.denial,
        for_.opposites - against.opposites,
        for_.roles - against.roles,
        formula_right,
        formula_wrong,
        float(clashes),
        *_numbers(place),
    )
    nearest_wrong = wrong.order[0] if wrong.order else None
    return Compared(np.array(values, dtype=np.float32), right.order[0], nearest_wrong)


def _meaning(place: Place, columns: tuple[int, ...]) -> _Meaning:
    if not columns:
        return _Meaning()
    profile, said = place.profile, place.segment.concepts
    where = list(columns)
    whole = place.near.whole[place.row, where]
    recall, precision = (np.maximum(part[place.row, where], 0.01) for part in (place.near.recall, place.near.precision))
    overlaps = [overlap(said, profile.concepts[column], profile.weights) for column in columns]
    blend = whole + 0.5 * np.array([found.f1 for found in overlaps], dtype=np.float32)
    order = np.argsort(-blend)
    own = place.point.right if columns is not place.point.right else place.point.wrong
    return _Meaning(
        near=float(whole.max()),
        near_mean=float(np.sort(whole)[-3:].mean()),
        tokens_match=float((recall * precision / (recall + precision)).max()) * 2,
        tokens_recall=float(recall.max()),
        tokens_precision=float(precision.max()),
        words_match=max(found.f1 for found in overlaps),
        words_recall=max(found.recall for found in overlaps),
        words_precision=overlaps[int(order[0])].precision,
        telling=_telling(said, profile, columns, own),
        order=tuple(columns[int(number)] for number in order),
    )


def _telling(
    concepts: frozenset[str], profile: QuestionProfile, columns: tuple[int, ...], opposed: tuple[int, ...]
) -> float:
    """How much of the segment's words these phrasings use more often than the opposed ones."""
    if not concepts:
        return 0.0
    total = 0.0
    for concept in concepts:
        used = sum(concept in profile.concepts[column] for column in columns) / len(columns)
        if used:
            used -= sum(concept in profile.concepts[column] for column in opposed) / max(len(opposed), 1)
            total += max(used, 0.0)
    return total / math.sqrt(len(concepts))


@dataclass(frozen=True)
class _Agreement:
    """How a segment fits the two phrasings that it is most like, beyond meaning."""

    denial: float = 0.0
    opposites: float = 0.0
    roles: float = 0.0


def _agreement(place: Place, order: tuple[int, ...]) -> _Agreement:
    if not order:
        return _Agreement()
    text = place.segment.text
    texts = [place.profile.texts[column] for column in order[:2]]
    shares = (2 / 3, 1 / 3) if len(texts) > 1 else (1.0,)
    clashes = [clash(text, other) for other in texts]
    bindings = [binding(text, other) for other in texts]
    agree, differ = sum(found.agree for found in bindings), sum(found.differ for found in bindings)
    return _Agreement(
        denial=sum(share * found.denial for share, found in zip(shares, clashes, strict=True)),
        opposites=sum(share * found.opposites for share, found in zip(shares, clashes, strict=True)),
        roles=(agree - differ) / (agree + differ + 3.0),
    )


def _numbers(place: Place) -> tuple[float, float, float]:
    """Whether a segment has a number of the right phrasings, one of only the misconceptions, and the foreign share."""
    own = numbers_of(place.segment.text).all - numbers_of(place.profile.question).all
    if not own:
        return 0.0, 0.0, 0.0
    texts = place.profile.texts
    right = frozenset().union(*(numbers_of(texts[column]).all for column in place.point.right))
    wrong = frozenset().union(*(numbers_of(texts[column]).all for column in place.point.wrong)) - right
    foreign = len(own - right - wrong) / len(own) if right else 0.0
    return float(bool(own & right)), float(bool(own & wrong)), foreign
