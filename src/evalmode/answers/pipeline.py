"""From an answer to a grade: guards, clauses, nearness, measurements, probabilities, verdicts, words."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from evalmode.answers.cache import ProfileCache
from evalmode.answers.clauses import split_clauses
from evalmode.answers.combine import Combiner, load_combiner
from evalmode.answers.embedder import Embedder
from evalmode.answers.features import measure
from evalmode.answers.feedback import feedback_of
from evalmode.answers.guards import check
from evalmode.answers.nearness import Nearness, nearness
from evalmode.answers.profiles import QuestionProfile
from evalmode.answers.score import score_of
from evalmode.answers.segments import Segmented, segment
from evalmode.answers.verdicts import NOTHING, Reading, verdict_of
from evalmode.core import Gradable, Grade, KeyPoint

_MEASURED = 8
"""Only so many stretches, the nearest ones, are measured in full for a key point."""


class Pipeline:
    """Everything that grading needs, loaded once.

    Raises:
        UnavailableError: The model's files are damaged or missing.
    """

    def __init__(self, name: str, cache_folder: Path | None) -> None:
        self._name = name
        self._embedder = Embedder()
        self._combiner = load_combiner()
        self._profiles = ProfileCache(self._embedder, cache_folder)

    def warm(self, question: Gradable) -> None:
        """Embed the question's phrasings."""
        self._profiles.get(question)

    def grade(self, question: Gradable, answer: str) -> Grade:
        """Judge one answer."""
        guarded = check(question, answer, split_clauses(answer))
        readings = [NOTHING] * len(question.key_points)
        if guarded.kept:
            profile = self._profiles.get(question)
            said = segment(guarded.kept, question.vocabulary, self._embedder)
            if said.segments:
                readings = read(question, profile, said, answer, self._combiner)
        points = tuple(verdict_of(point, reading) for point, reading in zip(question.key_points, readings, strict=True))
        return Grade(
            score=score_of(question.key_points, points),
            points=points,
            signals=guarded.signals,
            feedback=feedback_of(question.key_points, points, guarded.signals),
            grader=self._name,
        )


def read(
    question: Gradable, profile: QuestionProfile, said: Segmented, answer: str, combiner: Combiner
) -> list[Reading]:
    """What the models make of the answer, key point by key point."""
    near = nearness(said, profile)
    return [
        _read_point(number, point, profile, said, near, answer, combiner)
        for number, point in enumerate(question.key_points)
    ]


def _read_point(
    number: int, point: KeyPoint, profile: QuestionProfile, said: Segmented, near: Nearness, answer: str,
    combiner: Combiner,
) -> Reading:  # fmt: skip
    own = profile.points[number]
    others = tuple(row for place, other in enumerate(profile.points) if place != number for row in other.right)
    columns = list(own.right + own.wrong)
    quick = near.whole[:, columns].max(axis=1) + near.precision[:, columns].max(axis=1)
    places = [int(place) for place in np.argsort(-quick)[:_MEASURED]]
    measured = [measure(place, said.segments[place], near, profile, own, others) for place in places]
    chances = combiner.addressed.probability(np.stack([one.addressed for one in measured]))
    best = int(chances.argmax())
    found, chosen = measured[best], said.segments[places[best]]
    texts = (point.claim, *point.accepted)
    wrong = None
    if found.nearest_wrong >= 0:
        wrong = point.misconceptions[found.nearest_wrong - own.wrong[0]]
    return Reading(
        addressed=float(chances[best]),
        right=float(combiner.right.probability(found.right[None, :])[0]),
        evidence=answer[chosen.start : chosen.end],
        nearest_right=texts[found.nearest_right - own.right[0]],
        nearest_wrong=wrong.says if wrong else "",
        correction=wrong.correction if wrong else "",
    )
