"""The coding room: problems, and what a candidate does with them."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - pydantic reads annotations at run time
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from evalmode.bank import Level  # noqa: TC001 - as above
from evalmode.core import CodeVerdict  # noqa: TC001 - as above
from evalmode.practice.value import Value
from evalmode.practice.values.feedback import FollowUpView, MemoryView  # noqa: TC001 - as above
from evalmode.practice.values.judgements import JudgementView  # noqa: TC001 - as above
from evalmode.practice.values.sessions import Revision  # noqa: TC001 - as above

Seconds = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]
"""Time taken."""


class ProblemState(StrEnum):
    """How far a candidate ever got with a problem."""

    NEW = "new"
    STARTED = "started"
    """Something was written, or a hint was taken."""
    GIVEN_UP = "given_up"
    """The reference was revealed, and nothing was accepted yet."""
    PASSED = "passed"
    """A submission was accepted, once or more."""


class ProblemBrief(Value):
    """A line of the list of problems."""

    id: str
    """The problem's name within its kind, such as ``softmax``; it is what the paths of the API take."""
    item_id: str
    """The full id, such as ``code/softmax``."""
    title: str
    topics: tuple[str, ...]
    checklist: tuple[str, ...]
    level: Level
    minutes: int
    """What an interviewer gives."""
    libraries: tuple[str, ...]
    """What a submission may import besides the standard library's mathematics."""
    state: ProblemState
    attempts: int
    """How often something was submitted."""
    best_ratio: float | None
    """The least time over the reference's, of all accepted submissions that were measured."""
    last_verdict: CodeVerdict | None
    last_attempt_at: datetime | None
    due: datetime | None
    """When it comes back; null where it was neither passed nor given up."""


class ProgramView(Value):
    """A program to read."""

    name: str
    source: str


class SolutionView(Value):
    """What is shown after passing or giving up."""

    reference: str
    """The reference solution."""
    others: tuple[ProgramView, ...]
    """Right solutions in other styles."""
    complexity: str
    why: str
    """Markdown."""
    follow_ups: tuple[FollowUpView, ...]
    sources: tuple[str, ...]


class NarrationBrief(Value):
    """What was said before the code."""

    attempt_id: str
    answered_at: datetime
    score: float | None
    """In [0, 1]; null until it is graded."""


class ProblemView(Value):
    """A problem as it is worked on.

    Work on a problem goes in rounds. A round ends when a submission is accepted or the reference is asked for; the next
    one begins the day after, or by a reset, with no hints taken and the reference out of sight.
    """

    brief: ProblemBrief
    defines: str
    """The name of the function or class that a submission defines."""
    bans: tuple[str, ...]
    """Groups of ready-made functions and layers that may not be used."""
    prerequisites: tuple[str, ...]
    """Topics to know before."""
    task: str
    """Markdown with ``$…$`` mathematics."""
    traps: str
    """Markdown: the classes of traps, named and not given away."""
    listens_for: str
    """Markdown: what an interviewer listens for meanwhile."""
    starter: str
    """The program that a candidate begins with."""
    draft: str
    """What was typed so far in this round; the starter where nothing was."""
    draft_revision: int
    """Send it back with the next draft; an older one is refused, so two tabs cannot overwrite each other."""
    draft_saved_at: datetime | None
    hints: tuple[str, ...]
    """Those taken in this round."""
    hints_total: int
    tries: int
    """Submissions in this round."""
    finished: bool
    """Whether this round is over: something was accepted, or the reference was revealed."""
    narration_seconds: int
    """Time allotted to saying how one would go about it."""
    narration: NarrationBrief | None
    """The latest one of this round."""
    solution: SolutionView | None
    """Null until this round is over."""


class SourceDraftRequest(Value):
    """The program as typed so far."""

    source: str
    revision: Revision
    """The revision that it was typed on top of."""
    force: bool = False
    """Overwrite what another tab saved."""


class RunRequest(Value):
    """A program to be tried on the visible examples; nothing is stored."""

    source: str


class SubmitRequest(Value):
    """A program to be judged."""

    source: str
    seconds_used: Seconds = 0.0
    """Time worked on the problem in this round, all tries together."""


class HintRequest(Value):
    """A wish for a hint."""

    number: Annotated[int, Field(ge=1, le=100)]
    """Which, from 1. One that was taken already is only told again, so asking twice costs nothing."""


class NarrationRequest(Value):
    """How the candidate would go about it, said before writing code."""

    text: str
    spoken: bool = False
    """Whether it is a transcript; then pace and fillers are reported."""
    seconds_used: Seconds = 0.0


class ResetRequest(Value):
    """A wish to begin anew."""

    history: bool = False
    """Also delete every attempt, and what spaced repetition remembers."""


class ResetReport(Value):
    """The receipt for beginning anew."""

    problems: int
    """How many began anew."""
    attempts: int
    """How many attempts were deleted."""


class HintsTaken(Value):
    """The hints of this round."""

    hints: tuple[str, ...]
    total: int


AttemptState = Literal["waiting", "judged", "given_up"]
"""``waiting`` for a judge; ``given_up`` is what stood in the editor when the reference was asked for."""


class CodeAttemptBrief(Value):
    """A line of a problem's history."""

    attempt_id: str
    answered_at: datetime
    state: AttemptState
    verdict: CodeVerdict | None
    score: float | None
    """In [0, 1]; null while it waits to be judged."""
    reference_ratio: float | None
    seconds_used: float
    hints: int
    """Hints taken by then in that round."""


class CodeFeedback(Value):
    """A submission with all that is known about it."""

    attempt_id: str
    problem: str
    """The problem's name within its kind."""
    item_id: str
    title: str
    source: str
    answered_at: datetime
    seconds_allotted: int
    seconds_used: float
    hints: int
    """Hints taken by then in that round."""
    tries: int
    """Which submission of that round it is, from 1."""
    revealed: bool
    """Whether the reference had been seen in that round."""
    state: AttemptState
    says: str = ""
    """Why it is not judged yet, and what happens next; empty where it is."""
    score: float | None
    """In [0, 1]; null while it waits to be judged."""
    judgement: JudgementView | None
    memory: MemoryView | None
    """What spaced repetition made of it; null where it did not end a round."""
    solution: SolutionView | None
    """Null until this round is over."""
