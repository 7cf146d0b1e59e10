"""What a judge says about a program, and about itself."""

from __future__ import annotations

from typing import Any

from evalmode.core import CodeVerdict  # noqa: TC001 - pydantic reads annotations at run time
from evalmode.practice.value import Value


class ShownValue(Value):
    """A value as it is shown to a person."""

    name: str
    """Which input or output it is, such as ``x`` or ``gradient of x``."""
    kind: str
    """Shape and type, such as ``float32 (2, 3)``."""
    text: str = ""
    """Its numbers where there are few, else empty."""


class FailingExampleView(Value):
    """The smallest example found on which a check fails."""

    sizes: dict[str, Any]
    """The sizes and choices that were drawn."""
    inputs: tuple[ShownValue, ...] = ()
    expected: ShownValue | None = None
    """What a right solution returns; null where none is defined."""
    got: ShownValue | None = None
    """What the submission returned; null if it did not return."""


class CheckView(Value):
    """One check of a submission."""

    name: str
    """Unique within the problem."""
    title: str
    """What was tried, in one sentence."""
    passed: bool
    message: str = ""
    """What went wrong, in one sentence; empty if nothing did."""
    teaches: str = ""
    """What to think about, or what mistake it is; empty if nothing is known."""
    examples: int = 0
    """How many examples were tried."""
    visible: bool = False
    """Whether its inputs are shown before it is run."""
    expected: str = ""
    """Shape and type that were expected, or empty."""
    got: str = ""
    """Shape and type that came, or empty."""
    max_abs_error: float | None = None
    """Null where no numbers were compared, or the error is not finite."""
    max_rel_error: float | None = None
    """As above."""
    where: str = ""
    """Index of the largest error, such as ``output[0, 2, 1]``."""
    failing: FailingExampleView | None = None
    traceback: str = ""
    """The candidate's own lines of the traceback, if an exception ended it."""


class JudgementView(Value):
    """A judge's whole answer on one submission."""

    problem: str
    """Full id."""
    verdict: CodeVerdict
    message: str
    """The most useful thing to say about it, in one or two sentences."""
    checks: tuple[CheckView, ...] = ()
    stdout: str = ""
    """What it printed, capped."""
    stderr: str = ""
    traceback: str = ""
    """The candidate's own lines, where loading the submission failed."""
    tier: str = ""
    """How well it was isolated: ``full``, a weaker tier, or ``none``."""
    seconds: float = 0.0
    """From the request to the verdict."""
    reference_ratio: float | None = None
    """Its time over the reference's; null unless it was accepted and measured."""
    memory_ratio: float | None = None
    """Bytes its operations allocate over the reference's; null unless measured."""
    seed: int = 0
    """Repeats exactly the inputs that were drawn."""
    torch: str = ""
    """Version of torch that ran it."""
    layers: tuple[str, ...] = ()
    """The layers of isolation that held it."""


class JudgeStatusView(Value):
    """What judges code here, and how well submissions are locked in."""

    works: bool
    isolated: bool
    """Whether submissions can reach nothing; where they can, run only your own code."""
    tier: str
    layers: tuple[str, ...]
    torch: str
    """Its version; empty where there is none."""
    interpreter: str
    """Path of the Python that runs submissions; empty where none was found."""
    says: str
    """One or two sentences: what was found, or what to do."""
