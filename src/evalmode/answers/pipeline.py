"""From an answer to a grade: guards, clauses, nearness, measurements, probabilities, verdicts, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from evalmode.answers.cache import ProfileCache
from evalmode.answers.clauses import split_clauses
from evalmode.answers.combine import Combiner, load_combiner
from evalmode.answers.contradictions import is_earned
from evalmode.answers.embedder import Embedder
from evalmode.answers.features import Compared, Place, addressed_features, right_features
from evalmode.answers.feedback import feedback_of
from evalmode.answers.guards import check
from evalmode.answers.nearness import Nearness, nearness
from evalmode.answers.numbers import wrong_arithmetic
from evalmode.answers.score import score_of
from evalmode.answers.segments import Segmented, segment
from evalmode.answers.signals import habits
from evalmode.answers.verdicts import NOTHING, Reading, verdict_of
from evalmode.core import Gradable, Grade, KeyPoint

if TYPE_CHECKING:
    from pathlib import Path

    from evalmode.answers.profiles import QuestionProfile


_DOUBT = 0.45
"""What is made of a contradiction that the words themselves do not bear out: no more than a doubt."""
_SURELY_WRONG = 0.12
"""Below this the models are so sure that they need no such support."""

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
            signals=(*guarded.signals, *habits(question, answer, guarded.kept, points, guarded.signals)),
            feedback=feedback_of(question.key_points, points, guarded.signals),
            grader=self._name,
        )


def read(
    question: Gradable, profile: QuestionProfile, said: Segmented, answer: str, combiner: Combiner
) -> list[Reading]:
    """What the models make of the answer, key point by key point."""
    near = nearness(said, profile)
    readings = []
    for point, places in zip(question.key_points, places_of(profile, said, near), strict=True):
        chances = combiner.addressed.probability(np.stack([addressed_features(place) for place in places]))
        best = int(chances.argmax())
        compared = right_features(places[best])
        right = float(combiner.right.probability(compared.features[None, :])[0])
        readings.append(_reading(point, places[best], compared, answer, addressed=float(chances[best]), right=right))
    return readings


def places_of(profile: QuestionProfile, said: Segmented, near: Nearness) -> list[list[Place]]:
    """For every key point the segments worth a closer look, the nearest first."""
    found = []
    for number, point in enumerate(profile.points):
        others = tuple(
            column for place, other in enumerate(profile.points) if place != number for column in other.right
        )
        columns = list(point.right + point.wrong)
        quick = near.whole[:, columns].max(axis=1) + near.precision[:, columns].max(axis=1)
        rows = [int(row) for row in np.argsort(-quick)[:_MEASURED]]
        found.append([Place(row, said.segments[row], near, profile, point, others) for row in rows])
    return found


def _reading(
    point: KeyPoint, place: Place, compared: Compared, answer: str, *, addressed: float, right: float
) -> Reading:
    texts = (point.claim, *point.accepted)
    wrong = None
    if compared.nearest_wrong is not None:
        wrong = point.misconceptions[compared.nearest_wrong - place.point.wrong[0]]
    phrasings = place.profile.texts
    earned = is_earned(
        place.segment.text,
        tuple(phrasings[row] for row in place.point.right),
        phrasings[compared.nearest_wrong] if compared.nearest_wrong is not None else "",
        phrasings[compared.nearest_right],
    )
    return Reading(
        addressed=addressed,
        right=right if earned or right < _SURELY_WRONG else max(right, _DOUBT),
        evidence=answer[place.segment.start : place.segment.end],
        nearest_right=texts[compared.nearest_right - place.point.right[0]],
        nearest_wrong=wrong.says if wrong else "",
        correction=wrong.correction if wrong else "",
        slip=wrong_arithmetic(place.segment.text),
    )
