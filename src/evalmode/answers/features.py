"""What is measured when a stretch of an answer is held against a key point.

Nothing here measures length. Every feature is about content: how near, which words, which polarity, which roles, which
numbers and formulas, compared with the right phrasings and with the misconceptions of the same key point.

The same measurements serve two questions: does the stretch speak to this key point at all (``ADDRESSED``), and if so, does
it say what is right (``RIGHT``)?
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

from evalmode.answers.embedder import Floats
from evalmode.answers.formulas import formula_conflict, formula_match
from evalmode.answers.lexical import overlap
from evalmode.answers.nearness import Nearness
from evalmode.answers.negation import clash
from evalmode.answers.numbers import numbers_of
from evalmode.answers.profiles import PointProfile, QuestionProfile
from evalmode.answers.roles import binding
from evalmode.answers.segments import Segment

ADDRESSED = (
    "near", "words", "tokens_precision", "tokens_recall", "precision", "telling", "other_point_nearer", "other_point_farther",
    "formula", "numbers",
)  # fmt: skip
RIGHT = (
    "near_lead", "near_mean_lead", "words_lead", "precision_lead", "tokens_recall_lead", "tokens_precision_lead",
    "spelling_lead", "telling_lead", "denial_lead", "opposites_lead", "roles_lead", "formula_right", "formula_wrong",
    "formula_clash", "numbers_right", "numbers_wrong", "numbers_foreign",
)  # fmt: skip


@dataclass(frozen=True)
class Side:
    """How a segment compares with several phrasings: the right ones, or the misconceptions."""

    near: float = 0.0
    near_mean: float = 0.0
    recall: float = 0.0
    precision: float = 0.0
    tokens_recall: float = 0.0
    tokens_precision: float = 0.0
    spelling: float = 0.0
    denial: float = 0.0
    opposites: float = 0.0
    roles: float = 0.0
    formula: float = 0.0
    nearest: int = -1


@dataclass(frozen=True)
class Measured:
    """The features of one segment and one key point.

    Args:
        addressed: In the order of ``ADDRESSED``.
        right: In the order of ``RIGHT``.
        nearest_right: The phrasing it is most like, or -1.
        nearest_wrong: The misconception it is most like, or -1.
    """

    addressed: Floats
    right: Floats
    nearest_right: int
    nearest_wrong: int


def measure(
    place: int, segment: Segment, near: Nearness, profile: QuestionProfile, point: PointProfile, others: tuple[int, ...]
) -> Measured:
    """Measure one segment against one key point.

    Args:
        place: The segment's row in ``near``.
        segment: The stretch of the answer.
        near: Of the whole answer to the whole question.
        profile: The question.
        point: The key point.
        others: Rows of the right phrasings of the question's other key points.
    """
    right = _side(place, segment, near, profile, point.right)
    wrong = _side(place, segment, near, profile, point.wrong)
    telling_right, telling_wrong = _telling(segment.concepts, profile, point)
    numbers = _numbers(segment, profile, point)
    other = float(near.whole[place, list(others)].max()) if others else 0.0
    ahead = right.near - other if others else 0.0
    addressed = (
        max(right.near, wrong.near),
        max(right.recall, wrong.recall),
        max(right.tokens_precision, wrong.tokens_precision),
        max(right.tokens_recall, wrong.tokens_recall),
        max(right.precision, wrong.precision),
        max(telling_right, telling_wrong),
        min(ahead, 0.0),
        max(ahead, 0.0),
        max(right.formula, wrong.formula),
        max(numbers[0], numbers[1]),
    )
    verdict = (
        right.near - wrong.near,
        right.near_mean - wrong.near,
        right.recall - wrong.recall,
        right.precision - wrong.precision,
        right.tokens_recall - wrong.tokens_recall,
        right.tokens_precision - wrong.tokens_precision,
        right.spelling - wrong.spelling,
        telling_right - telling_wrong,
        right.denial - wrong.denial,
        right.opposites - wrong.opposites,
        right.roles - wrong.roles,
        right.formula,
        wrong.formula,
        float(right.formula == 0 and any(formula_conflict(segment.text, profile.texts[row]) for row in point.right)),
        *numbers,
    )
    return Measured(
        np.array(addressed, dtype=np.float32), np.array(verdict, dtype=np.float32), right.nearest, wrong.nearest
    )


def _side(place: int, segment: Segment, near: Nearness, profile: QuestionProfile, rows: tuple[int, ...]) -> Side:
    if not rows:
        return Side()
    columns = list(rows)
    whole = near.whole[place, columns]
    overlaps = [overlap(segment.concepts, profile.concepts[row], profile.weights) for row in rows]
    blend = whole + 0.5 * np.array([found.f1 for found in overlaps])
    first, *second = (int(column) for column in np.argsort(-blend)[:2])
    texts = [profile.texts[rows[column]] for column in (first, *second)]
    clashes = [clash(segment.text, text) for text in texts]
    bindings = [binding(segment.text, text) for text in texts]
    shares = (2 / 3, 1 / 3) if second else (1.0,)
    agree, differ = sum(found.agree for found in bindings), sum(found.differ for found in bindings)
    return Side(
        near=float(whole.max()),
        near_mean=float(np.sort(whole)[-3:].mean()),
        recall=max(found.recall for found in overlaps),
        precision=overlaps[first].precision,
        tokens_recall=float(near.recall[place, columns].max()),
        tokens_precision=float(near.precision[place, columns].max()),
        spelling=max(fuzz.ratio(segment.text, profile.texts[row]) for row in rows) / 100,
        denial=sum(share * found.denial for share, found in zip(shares, clashes, strict=True)),
        opposites=sum(share * found.opposites for share, found in zip(shares, clashes, strict=True)),
        roles=(agree - differ) / (agree + differ + 3.0),
        formula=max(formula_match(segment.text, profile.texts[row]) for row in rows),
        nearest=rows[first],
    )


def _telling(concepts: frozenset[str], profile: QuestionProfile, point: PointProfile) -> tuple[float, float]:
    """How much of the segment's words only the right phrasings use, and how much only the misconceptions."""
    if not concepts:
        return 0.0, 0.0
    only_right = only_wrong = 0.0
    for concept in concepts:
        right, wrong = (
            sum(concept in profile.concepts[row] for row in rows) / max(len(rows), 1)
            for rows in (point.right, point.wrong)
        )
        only_right += max(right - wrong, 0.0)
        only_wrong += max(wrong - right, 0.0)
    scale = len(concepts) ** 0.5
    return only_right / scale, only_wrong / scale


def _numbers(segment: Segment, profile: QuestionProfile, point: PointProfile) -> tuple[float, float, float]:
    """Whether the segment has a number of the right phrasings, one only of the misconceptions, and how many of neither."""
    said, asked = numbers_of(segment.text).all, numbers_of(profile.question).all
    own = said - asked
    if not own:
        return 0.0, 0.0, 0.0
    right = frozenset().union(*(numbers_of(profile.texts[row]).all for row in point.right))
    wrong = frozenset().union(*(numbers_of(profile.texts[row]).all for row in point.wrong)) - right
    foreign = len(own - right - wrong) / len(own) if right else 0.0
    return float(bool(own & right)), float(bool(own & wrong)), foreign
