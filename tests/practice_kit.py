"""What tests of practice stand on: a small pack that never changes, and a grader whose verdicts can be read off."""

from __future__ import annotations

import re
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from evalmode.bank import Bank, load_bank
from evalmode.core import CodeVerdict, FixedClock, Gradable, Grade, PointGrade, Signal, Verdict
from evalmode.judge.values import CheckResult, Judgement, JudgeStatus, ModuleRun
from evalmode.practice import Practice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.bank import CodeItem
    from evalmode.store import Store

PACK = Path(__file__).with_name("data") / "pack"


@cache
def small_bank() -> Bank:
    """Six rapid-fire and two deep questions, and two coding problems."""
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


class LiteralJudge:
    """Takes a program by its letter: its first line names the verdict, as in ``# wrong_answer``.

    Without such a line it is accepted if it says ``right``, else it is a wrong answer.
    """

    def judge(self, problem: CodeItem, source: str, mode: str = "submit") -> Judgement:
        """Read the verdict off the program."""
        first = source.partition("\n")[0].removeprefix("# ").strip()
        words = set(re.findall(r"\w+", source))
        guess = CodeVerdict.ACCEPTED if "right" in words else CodeVerdict.WRONG_ANSWER
        verdict = CodeVerdict(first) if first in set(CodeVerdict) else guess
        passed = verdict is CodeVerdict.ACCEPTED
        checks = (
            CheckResult("loads", "It can be loaded.", passed=True, visible=True, examples=1),
            CheckResult("values", "Its values are right.", passed=passed, message="" if passed else "They differ."),
        )
        return Judgement(
            problem=str(problem.item_id),
            verdict=verdict,
            message="All is well." if passed else f"It is a {verdict}.",
            checks=checks[:1] if mode == "examples" else checks,
            stdout=source[:20],
            tier="none",
            seconds=0.01,
            reference_ratio=float(len(source)) if passed else None,
            seed=7,
            torch="2.0",
        )

    def run_module(
        self,
        source: str,
        class_name: str,
        tensors: Sequence[tuple[Sequence[int], int]],
        *,
        seed: int = 0,
        against: tuple[str, str] | None = None,
    ) -> ModuleRun:
        """Say that it ran, and that it gave its first input back."""
        assert class_name in source
        shape = tuple(tensors[0][0])
        difference = float(seed) if against else None
        return ModuleRun(
            True, "It runs.", 7, (("x", shape),), (shape,), 7 if against else None, difference, tier="none"
        )

    def status(self) -> JudgeStatus:
        """Nothing is isolated, and nothing is run either."""
        return JudgeStatus(True, False, "none", (), "2.0", "/usr/bin/python3", "It reads programs by the letter.")


def practice_on(store: Store, clock: FixedClock | None = None, *, learner: str = "local") -> Practice:
    """A practice over a store, with the small bank, in UTC."""
    return Practice(
        bank=small_bank(),
        store=store,
        grader=LiteralGrader(),
        clock=clock or FixedClock(),
        prover=lambda _: (),
        judge=LiteralJudge(),
        learner=learner,
        zone=UTC,
    )


def points_of(item_id: str, part: str = "answer") -> list[str]:
    """Ids of the key points that a part of an item asks for."""
    from evalmode.practice.asking import find_turn

    turn = find_turn(small_bank(), item_id, part)
    assert turn is not None
    return [key.id for key in turn.gradable.key_points]
