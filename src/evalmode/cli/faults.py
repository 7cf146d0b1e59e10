"""What is wrong with one line of a batch, as programs read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.value import Value

if TYPE_CHECKING:
    from evalmode.core import EvalmodeError


class Fault(Value):
    """What is wrong with one input line."""

    code: str
    message: str
    hint: str | None = None

    @classmethod
    def of(cls, error: EvalmodeError) -> Fault:
        """An error as it stands in a line of output."""
        return cls(code=error.code, message=error.message, hint=error.hint)


class BatchFault(Value):
    """The output line of a batch for an input line that could not be dealt with."""

    line: int
    """From 1."""
    error: Fault
