"""What the clock leaves of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from evalmode.practice.values import Mode

if TYPE_CHECKING:
    from evalmode.store import DraftRecord

GRACE = timedelta(seconds=5)
"""How long after the time is up an answer may still be under way."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An answer as it counts.

    Args:
        text: What is graded.
        late_text: What arrived too late, where that is something else.
        seconds_used: Time taken; never negative, and under pressure never more than was allotted.
    """

    text: str
    late_text: str | None
    seconds_used: float


def in_time_until(mode: Mode, asked_at: datetime, seconds: int) -> datetime | None:
    """Up to when an answer counts; None where nobody is cut off."""
    return asked_at + timedelta(seconds=seconds) + GRACE if mode is Mode.PRESSURE else None


def count(mode: Mode, draft: DraftRecord, text: str, *, seconds: int, asked_at: datetime, now: datetime) -> Counted:
    """Decide what of an answer counts.

    Under pressure an answer more than five seconds late is kept, and what is graded is the last draft saved in time.

    Args:
        mode: Whether the clock decides.
        draft: What was saved while typing.
        text: The answer that arrived.
        seconds: Time allotted.
        asked_at: When the clock started.
        now: When the answer arrived; before ``asked_at`` where the system's clock was set back.
    """
    used = max(0.0, (now - asked_at).total_seconds())
    if mode is Mode.RELAXED:
        return Counted(text, None, used)
    if used <= seconds + GRACE.total_seconds():
        return Counted(text, None, min(used, seconds))
    return Counted(draft.in_time_text, text if text != draft.in_time_text else None, float(seconds))
