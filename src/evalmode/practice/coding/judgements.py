"""What a judge says, as it is kept and shown."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from evalmode.coach import code_score
from evalmode.core import clean_text
from evalmode.practice.values import JudgementView

if TYPE_CHECKING:
    from evalmode.judge.values import Judgement

_MAX_TEXT = 1_000_000


def view_judgement(judgement: Judgement) -> JudgementView:
    """A judgement that any database and any browser can carry, whatever the submission printed."""
    return JudgementView.model_validate(_storable(asdict(judgement)))


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


def _storable(value: Any) -> Any:  # noqa: ANN401 - any part of a judgement
    """The same without what JSON in a database does not know: numbers that are not finite, null bytes, surrogates."""
    match value:
        case str():
            return clean_text(value[:_MAX_TEXT], limit=_MAX_TEXT)
        case float() if not math.isfinite(value):
            return None
        case list() | tuple():
            return [_storable(one) for one in value]
        case dict():
            return {_storable(str(name)): _storable(one) for name, one in value.items()}
        case None | bool() | int() | float():
            return value
        case _:
            return clean_text(str(value), limit=_MAX_TEXT)
