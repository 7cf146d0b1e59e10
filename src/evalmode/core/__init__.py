"""What every room shares: errors, ids, the clock, and the values that grading hands around."""

from evalmode.core.clock import Clock, FixedClock, SteadyClock
from evalmode.core.errors import (
    BankError,
    ConflictError,
    EvalmodeError,
    InputError,
    InternalError,
    NotFoundError,
    StorageError,
    UnavailableError,
)
from evalmode.core.grades import Gradable, Grade, KeyPoint, Misconception, Neighbour, PointGrade, Signal, Verdict
from evalmode.core.ids import ItemId, new_id
from evalmode.core.text import MAX_ANSWER_CHARS, clean_text
from evalmode.core.verdicts import CodeVerdict

__all__ = [
    "MAX_ANSWER_CHARS",
    "BankError",
    "Clock",
    "CodeVerdict",
    "ConflictError",
    "EvalmodeError",
    "FixedClock",
    "Gradable",
    "Grade",
    "InputError",
    "InternalError",
    "ItemId",
    "KeyPoint",
    "Misconception",
    "Neighbour",
    "NotFoundError",
    "PointGrade",
    "Signal",
    "SteadyClock",
    "StorageError",
    "UnavailableError",
    "Verdict",
    "clean_text",
    "new_id",
]
