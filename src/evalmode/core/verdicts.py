"""How a submission of code can fare; an author's wrong solutions, a judge and the store all speak in these words."""

from __future__ import annotations

from enum import StrEnum


class CodeVerdict(StrEnum):
    """How a submission fared."""

    ACCEPTED = "accepted"
    WRONG_ANSWER = "wrong_answer"
    FORBIDDEN = "forbidden"
    """It uses what the problem asks to build."""
    RUNTIME_ERROR = "runtime_error"
    SYNTAX_ERROR = "syntax_error"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    OUTPUT_LIMIT = "output_limit"
    SECURITY_VIOLATION = "security_violation"
    INTERNAL_ERROR = "internal_error"
    """evalmode failed, not the candidate; it was tried again before this was said."""
