"""What is asked of the process that runs proofs, and what it answers: one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

Outcome = Literal["proven", "refuted", "timed_out", "unavailable"]

READY = "ready"
"""The line that a warm process writes first, once it has imported what proofs import."""

MAX_EVIDENCE_BYTES = 16_000
"""What is kept of a proof's output; the rest is read and dropped."""


@dataclass(frozen=True, slots=True)
class ProofRequest:
    """A proof to run.

    Args:
        id: Returned with the answer.
        source: The Python program.
        file: Name of the file it stands in, for messages.
        line: The line of that file where it begins, from 1.
        timeout_seconds: Longest time it may take, on the clock and on the processor.
        memory_bytes: Most that it may allocate, where the operating system can hold it to that.
    """

    id: int
    source: str
    file: str
    line: int
    timeout_seconds: float
    memory_bytes: int

    def to_json(self) -> str:
        """One line, without the line end."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str | bytes) -> ProofRequest:
        """Read what ``to_json`` wrote.

        Raises:
            ValueError: It is something else.
        """
        return cls(**_fields(line, cls))


@dataclass(frozen=True, slots=True)
class ProofAnswer:
    """What running a proof gave.

    Args:
        id: The request's.
        outcome: Whether it ran to its end, and if not, why not.
        evidence: What it printed to standard output, cut after ``MAX_EVIDENCE_BYTES``.
        message: What went wrong, for a person; empty when proven.
        line: The line of the file that failed, where it is known.
        seconds: How long it ran.
    """

    id: int
    outcome: Outcome
    evidence: str = ""
    message: str = ""
    line: int | None = None
    seconds: float = 0.0

    def to_json(self) -> str:
        """One line, without the line end."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str | bytes) -> ProofAnswer:
        """Read what ``to_json`` wrote.

        Raises:
            ValueError: It is something else.
        """
        return cls(**_fields(line, cls))


def _fields(line: str | bytes, kind: type[ProofRequest] | type[ProofAnswer]) -> dict[str, Any]:
    data = json.loads(line)
    if not isinstance(data, dict) or set(data) != set(kind.__dataclass_fields__):
        raise ValueError(f"not a {kind.__name__}")
    return data
