"""All detectors together, and which of what they notice is worth telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.answers.score import score_of
from evalmode.answers.signals.breadth import no_alternative, no_connection
from evalmode.answers.signals.certainty import confident_guess, honest_doubt
from evalmode.answers.signals.length import rambling
from evalmode.answers.signals.reasons import no_reason
from evalmode.answers.signals.said import Said
from evalmode.answers.signals.setting_out import no_clarifying, no_price

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evalmode.answers.clauses import Clause
    from evalmode.core import Gradable, PointGrade, Signal

AT_MOST = 2
"""More advice than this at once is not heard."""
GOOD = 0.85
"""From this score on there is nothing to complain of: whoever made the points may make them in any manner."""

_COMPLAINTS: tuple[Callable[[Said], Signal | None], ...] = (
    confident_guess,
    no_reason,
    no_alternative,
    no_clarifying,
    no_price,
    rambling,
    no_connection,
)
"""The most helpful first."""


def habits(
    question: Gradable,
    answer: str,
    clauses: Sequence[Clause],
    points: Sequence[PointGrade],
    guards: Sequence[Signal] = (),
) -> tuple[Signal, ...]:
    """What to tell about how the answer was given; it never changes the score.

    Args:
        question: What was asked.
        answer: As it was given.
        clauses: The clauses that the guards let through; where there is none, nothing is told.
        points: One verdict per key point, in the question's order.
        guards: What the guards have noticed already; it leaves less room.
    """
    room = AT_MOST - len(guards)
    if not clauses or room <= 0:
        return ()
    said = Said(question, answer, tuple(clauses), tuple(points))
    found = [honest_doubt(said)]
    if score_of(question.key_points, points) < GOOD:
        found = [*(complaint(said) for complaint in _COMPLAINTS), *found]
    return tuple(signal for signal in found if signal is not None)[:room]
