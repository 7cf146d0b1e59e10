"""What tests of practice stand on: a small pack that never changes, and a grader whose verdicts can be read off."""

from __future__ import annotations

import re
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from evalmode.bank import Bank, load_bank
from evalmode.core import FixedClock, Gradable, Grade, PointGrade, Signal, Verdict
from evalmode.practice import Practice

if TYPE_CHECKING:
    from evalmode.store import Store

PACK = Path(__file__).with_name("data") / "pack"


@cache
def small_bank() -> Bank:
    """Six rapid-fire and two deep questions."""
    return load_bank([PACK], installed=False)


class LiteralGrader:
    """Takes an answer by its letter.

    A point is covered when its id is in the answer, half made by ``half ID`` and contradicted by ``not ID``.
    """

    name = "literal-1"

    def grade(self, question: Gradable, answer: str) -> Grade:
        """Look for ids."""
        points = tuple(_judge(key.id, answer) for key in question.key_points)
        credit = {Verdict.COVERED: 1.0, Verdict.PARTIAL: 0.5}
        weights = {key.id: key.weight for key in question.key_points}
        earned = sum(weights[point.id] * credit.get(point.verdict, 0.0) for point in points)
        signals = (Signal("empty", "There is no answer."),) if not answer.strip() else ()
        return Grade(earned / sum(weights.values()), points, signals, "Read by the letter.", self.name)

    def warm(self, question: Gradable) -> None:
        """Nothing to prepare."""


def _judge(point: str, answer: str) -> PointGrade:
    found = re.search(rf"(?:(not|half) )?(?<![\w-]){re.escape(point)}(?![\w-])", answer)
    if found is None:
        return PointGrade(point, Verdict.MISSING, 1.0)
    verdict = {None: Verdict.COVERED, "not": Verdict.CONTRADICTED, "half": Verdict.PARTIAL}[found[1]]
    return PointGrade(point, verdict, 0.9, found[0], f"It says {found[0]}.")


def practice_on(store: Store, clock: FixedClock | None = None, *, learner: str = "local") -> Practice:
    """A practice over a store, with the small bank, in UTC."""
    return Practice(
        bank=small_bank(),
        store=store,
        grader=LiteralGrader(),
        clock=clock or FixedClock(),
        prover=lambda _: (),
        learner=learner,
        zone=UTC,
    )


def points_of(item_id: str, part: str = "answer") -> list[str]:
    """Ids of the key points that a part of an item asks for."""
    from evalmode.practice.asking import find_turn

    turn = find_turn(small_bank(), item_id, part)
    assert turn is not None
    return [key.id for key in turn.gradable.key_points]
