"""Attempts as a table for a spreadsheet. Nothing reads it back: that is what JSON Lines are for."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice

_HEAD = (
    "answered_at",
    "item",
    "part",
    "title",
    "score",
    "seconds_allotted",
    "seconds_used",
    "session",
    "question",
    "answer",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_csv(p: Practice) -> str:
    """All attempts, one a row, oldest first; the score is empty where an answer is not graded yet."""
    with p.store.read(p.learner) as work:
        attempts = sorted(work.attempts.all(), key=lambda attempt: (attempt.answered_at, attempt.id))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    for attempt in attempts:
        writer.writerow(
            [
                attempt.answered_at.isoformat(),
                attempt.item_id,
                attempt.part,
                _cell(attempt.title),
                "" if attempt.score is None else round(attempt.score, 4),
                attempt.seconds_allotted,
                round(attempt.seconds_used, 1),
                attempt.session_id or "",
                _cell(attempt.prompt),
                _cell(attempt.answer),
            ]
        )
    return text.getvalue()


def _cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an answer may well begin with an equals sign."""
    return f"'{text}" if text.startswith(_FORMULA) else text
