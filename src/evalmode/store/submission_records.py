"""Rows of what is made rather than said, programs and drawings, as the rest of the program sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - imports validate records by their annotations, at run time
from typing import Any, Literal

SubmissionState = Literal["waiting", "judged", "given_up"]


@dataclass(frozen=True, slots=True)
class SubmissionRecord:
    """What only a submission has, beside its attempt.

    Args:
        attempt_id: The attempt, which holds the program or the drawing.
        state: ``waiting`` for a judge, ``judged``, or ``given_up``: then its text is what stood there.
        hints: Hints taken by then in its round.
        tries: Which submission of its round it is, from 1.
        revealed: Whether the reference had been seen in its round.
        verdict: How it fared; null until it is judged.
        score: In [0, 1]; null until it is judged.
        ratio: Its time over the reference's; null unless measured, and for drawings.
        judgement: All that the judge said, as a JSON object.
        judged_at: When.
    """

    attempt_id: str
    state: SubmissionState = "waiting"
    hints: int = 0
    tries: int = 1
    revealed: bool = False
    verdict: str | None = None
    score: float | None = None
    ratio: float | None = None
    judgement: dict[str, Any] | None = None
    judged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SubmissionLine:
    """A submission without its text and without all that the judge said, for looking at many at once."""

    attempt_id: str
    item_id: str
    answered_at: datetime
    seconds_used: float
    state: SubmissionState
    hints: int
    tries: int
    verdict: str | None
    score: float | None
    ratio: float | None


@dataclass(frozen=True, slots=True)
class ItemDraftRecord:
    """A program or a drawing as far as it got.

    Args:
        item_id: The problem or architecture.
        text: The latest state; of a drawing, a JSON document.
        revision: Counts the times it was saved.
        saved_at: When it was saved last; null where it was begun anew since.
    """

    item_id: str
    text: str = ""
    revision: int = 0
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """The latest round of work on a problem or an architecture.

    Args:
        item_id: The problem or architecture.
        hints: Hints taken.
        begun_at: When it was begun anew; null for the first round.
        revealed_at: When the reference was asked for.
        finished_at: When something was accepted or the reference was asked for, whichever came first.
    """

    item_id: str
    hints: int = 0
    begun_at: datetime | None = None
    revealed_at: datetime | None = None
    finished_at: datetime | None = None
