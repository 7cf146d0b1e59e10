"""The coding room: problems, what a candidate does with them, and what the judge says."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - pydantic reads annotations at run time
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from evalmode.bank import Level  # noqa: TC001 - as above
from evalmode.core import CodeVerdict  # noqa: TC001 - as above
from evalmode.practice.value import Value
from evalmode.practice.values.feedback import FollowUpView, MemoryView  # noqa: TC001 - as above
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
