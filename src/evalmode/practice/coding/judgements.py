"""What a judge says, as it is kept and shown."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from evalmode.coach import code_score
from evalmode.practice.making import storable
from evalmode.practice.values import JudgementView

if TYPE_CHECKING:
    from evalmode.judge.values import Judgement


def view_judgement(judgement: Judgement) -> JudgementView:
    """A judgement that any database and any browser can carry, whatever the submission printed."""
    return JudgementView.model_validate(storable(asdict(judgement)))


def score_judgement(judgement: JudgementView, *, hints: int, tries: int, revealed: bool) -> float:
    """What a submission is worth, in [0, 1]; the rule is told in ``coach.coding``."""
    return code_score(
        judgement.verdict,
        passed=sum(check.passed for check in judgement.checks),
        checks=len(judgement.checks),
        hints=hints,
        tries=tries,
        revealed=revealed,
    )
