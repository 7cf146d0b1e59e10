"""The one error of the text notation: it says where."""

from __future__ import annotations

from evalmode.core.errors import InputError

__all__ = ["NotationError"]


class NotationError(InputError):
    """A line of the text notation cannot be read.

    Args:
        message: One sentence that says what is wrong.
        line: Its line, from 1.
        column: Its first character in that line, from 1.
        hint: What to do about it.
    """

    code = "invalid_notation"

    def __init__(self, message: str, line: int, column: int, *, hint: str | None = None) -> None:
        super().__init__(f"Line {line}, column {column}: {message}", hint=hint)
        self.line = line
        self.column = column
