"""What the use cases take and return. The browser, the terminal and ``--json`` all show exactly these values."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - pydantic reads annotations at run time
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from evalmode.bank import Level  # noqa: TC001 - as above
from evalmode.core import Verdict  # noqa: TC001 - as above
from evalmode.practice.value import Value

# ---------------------------------------------------------------- sessions


class Mode(StrEnum):
    """Whether the clock decides."""

    PRESSURE = "pressure"
    """When the time is up, what stands is graded."""
    RELAXED = "relaxed"
    """The time is measured and shown, but nobody is cut off."""


class SessionRequest(Value):
    """What a candidate wants to practise."""

    kind: Literal["rapid", "deep"] = "rapid"
    count: Annotated[int, Field(ge=1, le=100)] = 20
    """How many questions; fewer come where the filters leave fewer."""
    topics: tuple[str, ...] = ()
    """Topics or areas; empty for all."""
    levels: tuple[Level, ...] = ()
    items: tuple[str, ...] = ()
    """Items by name, in this order; then the filters and the count do not apply."""
    only_due: bool = False
    """Only what spaced repetition says is due today."""
    mode: Mode = Mode.PRESSURE


class TurnState(StrEnum):
    """Where a turn of a session stands."""

    WAITING = "waiting"
    ASKED = "asked"
    ANSWERED = "answered"
    SKIPPED = "skipped"


class TurnBrief(Value):
    """A line of a session's table of contents."""

    position: int
    """From 0."""
    item_id: str
    part: str
    """``answer`` for a rapid question; ``headline``, ``detail`` or a follow-up's id for a deep one."""
    title: str
    state: TurnState
    seconds: int
    """Time allotted."""
    seconds_used: float | None = None
    score: float | None = None
    attempt_id: str | None = None


class SessionView(Value):
    """A session as it stands."""

    id: str
    kind: Literal["rapid", "deep"]
    mode: Mode
    created_at: datetime
    finished_at: datetime | None
    turns: tuple[TurnBrief, ...]
    position: int | None
    """The turn that comes next; null when none is left."""


class EarlierPart(Value):
    """What the candidate already said to the same deep question."""

    part: str
    prompt: str
    answer: str


class TurnView(Value):
    """A question as it is put to the candidate. Nothing in it gives the answer away."""

    session_id: str
    position: int
    total: int
    item_id: str
    part: str
    title: str
    prompt: str
    """Markdown with ``$…$`` mathematics."""
    topics: tuple[str, ...]
    level: Level
    mode: Mode
    state: TurnState
    seconds: int
    """Time allotted."""
    seconds_used: float
    """Since it was asked, by the server's clock."""
    draft: str
    draft_revision: int
    """Send it back with the next draft; an older one is refused, so two tabs cannot overwrite each other."""
    earlier: tuple[EarlierPart, ...] = ()


Revision = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""Counts the times a draft was saved; no larger than any database's integers."""


class DraftRequest(Value):
    """The answer as typed so far."""

    text: str
    revision: Revision
    """The revision that the text was typed on top of."""
    force: bool = False
    """Overwrite what another tab saved."""


class DraftSaved(Value):
    """The receipt for a draft."""

    revision: int
    saved_at: datetime


class AnswerRequest(Value):
    """A final answer."""

    text: str
    spoken: bool = False
    """Whether it is a transcript; then pace and fillers are reported."""
    revision: Revision | None = None
    """As for a draft; null does not check."""


# ---------------------------------------------------------------- feedback


class PointFeedback(Value):
    """One key point and what the answer did with it."""

    id: str
    claim: str
    weight: float
    verdict: Verdict
    """As the grader saw it."""
    confidence: float
    evidence: str
    """A clause of the answer, verbatim; empty where nothing decided it."""
    evidence_start: int | None
    """Offset of the evidence in the answer, in characters."""
    because: str
    correction: str = ""
    """What puts the misconception right, where one was found."""
    overridden: bool = False
    """The candidate said: I did say that. It then counts as covered."""
    proven: bool
    """Whether a program proves the claim."""


class SignalView(Value):
    """Something noticed about the whole answer."""

    id: str
    message: str
    evidence: str = ""


class Speech(Value):
    """How it was said."""

    words: int
    words_per_minute: float | None
    fillers: int
    filler_words: tuple[str, ...] = ()


class FollowUpView(Value):
    """A question that would come next, with its answer."""

    ask: str
    answer: str


class LinkView(Value):
    """A neighbouring topic."""

    topic: str
    title: str
    why: str


class ProofView(Value):
    """A program that proves claims of the item."""

    index: int
    proves: tuple[str, ...]
    source: str


class MemoryView(Value):
    """What spaced repetition made of it."""

    rating: Literal["again", "hard", "good", "easy"]
    due: datetime
    interval_days: float
    undone: bool = False


class Feedback(Value):
    """The judgement of one attempt, with all that helps to learn from it."""

    attempt_id: str
    session_id: str | None
    position: int | None
    item_id: str
    part: str
    title: str
    prompt: str
    answer: str
    """What was graded."""
    late_answer: str | None = None
    """What arrived after the time was up: kept, not graded."""
    answered_at: datetime
    seconds_allotted: int
    seconds_used: float
    graded: bool
    """False while grading is still to come; it is taken up again at the next start."""
    score: float
    """In [0, 1], overrides included."""
    points: tuple[PointFeedback, ...]
    signals: tuple[SignalView, ...] = ()
    feedback: str = ""
    speech: Speech
    model_answer: str
    why: str
    follow_ups: tuple[FollowUpView, ...] = ()
    links: tuple[LinkView, ...] = ()
    sources: tuple[str, ...] = ()
    proofs: tuple[ProofView, ...] = ()
    memory: MemoryView | None = None
    """Null until the last part of a deep question is answered."""
    deeper: str | None = None
    """What the coach asks next on the same question, such as "Shall I go deeper?"; null where it is over."""
    grader: str = ""


class GradeRequest(Value):
    """An answer to be graded without storing anything."""

    item: str
    """The item's name: a full id, or a bare slug where only one item has it."""
    answer: str
    part: str | None = None
    """The turn of a deep question that it answers; the whole of the question where none is named."""


class GradedPoint(Value):
    """The verdict on one key point."""

    id: str
    verdict: Verdict
    confidence: float
    evidence: str
    """A clause of the answer, verbatim; empty where nothing decided it."""
    because: str


class GradedAnswer(Value):
    """The document that ``evalmode grade --json`` prints and ``POST /grade`` returns."""

    item: str
    """The full id."""
    part: str
    score: float
    """In [0, 1]."""
    points: tuple[GradedPoint, ...]
    signals: tuple[SignalView, ...] = ()
    feedback: str = ""
    grader: str = ""


class TopicScore(Value):
    """How a topic went."""

    topic: str
    title: str
    score: float
    attempts: int


class SessionSummary(Value):
    """A finished session, to look back on."""

    session: SessionView
    score: float
    """Mean over answered turns; 0 where none was answered."""
    answered: int
    skipped: int
    seconds_allotted: int
    """Of the answered turns."""
    seconds_used: float
    words_per_minute: float | None
    by_topic: tuple[TopicScore, ...]
    verdicts: dict[Verdict, int]
    """Key points by what was done with them, overrides included."""
    comes_back: tuple[DueItem, ...]
    """When each question of the session returns."""
    missed: tuple[MissedPoint, ...]
    """What was not said or said wrongly, heaviest first."""


class DueItem(Value):
    """An item and when it is due."""

    item_id: str
    title: str
    due: datetime


class MissedPoint(Value):
    """A key point that was not made."""

    item_id: str
    title: str
    point_id: str
    claim: str
    verdict: Verdict


SessionSummary.model_rebuild()

# ---------------------------------------------------------------- bank, as a candidate sees it


class ItemBrief(Value):
    """A line of the library."""

    item_id: str
    kind: str
    title: str
    topics: tuple[str, ...]
    level: Level
    seconds: int | None
    attempts: int
    best_score: float | None
    last_score: float | None
    due: datetime | None
    """Null where it was never practised."""
    proven: bool
    """Whether at least one of its claims is proven by a program."""


class ItemPoint(Value):
    """A key point in the library."""

    id: str
    part: str
    claim: str
    weight: float
    proven: bool
    unproven_reason: str | None
    misconceptions: tuple[tuple[str, str], ...]
    """Pairs of what people say and what puts it right."""


class AttemptBrief(Value):
    """A line of an item's history."""

    attempt_id: str
    part: str
    answered_at: datetime
    score: float
    seconds_used: float


class ItemView(Value):
    """Everything about an item: it gives the answer away."""

    brief: ItemBrief
    question: str
    answer: str
    headline: str | None
    why: str
    points: tuple[ItemPoint, ...]
    follow_ups: tuple[FollowUpView, ...]
    links: tuple[LinkView, ...]
    sources: tuple[str, ...]
    proofs: tuple[ProofView, ...]
    history: tuple[AttemptBrief, ...]


class ProofRun(Value):
    """What running an item's proof gave."""

    index: int
    proves: tuple[str, ...]
    outcome: Literal["proven", "refuted", "timed_out", "unavailable"]
    evidence: str
    """What the program printed."""
    message: str
    """Why it failed, in one sentence; empty when proven."""
    seconds: float


class TopicView(Value):
    """A topic of the map."""

    id: str
    title: str
    area: str
    level: Level
    prerequisites: tuple[str, ...]
    items: tuple[str, ...]
    mastery: float | None
    """In [0, 1]: chance of recall times last score, averaged over its items; null where none was practised."""


class AreaView(Value):
    """A part of the field."""

    id: str
    title: str


class TopicMapView(Value):
    """The map of the field."""

    areas: tuple[AreaView, ...]
    topics: tuple[TopicView, ...]


class PracticeLink(Value):
    """Where a page of the guide sends its reader to practise."""

    item_id: str
    title: str
    kind: str


class GuidePage(Value):
    """A page of the guide."""

    id: str
    section: Literal["habit", "mistake", "faq", "checklist"]
    order: int
    title: str
    question: str
    answer: str
    practice: tuple[PracticeLink, ...]


# ---------------------------------------------------------------- looking back and ahead


class Evidence(Value):
    """An attempt that speaks for a checklist item."""

    item_id: str
    title: str
    score: float
    answered_at: datetime
    recall: float
    """Chance that it would be recalled now, in [0, 1]."""
    counts: bool
    """Good enough, recent enough and still remembered."""
    attempt_id: str


class ReadinessItem(Value):
    """One of the twelve items of the final checklist."""

    id: str
    title: str
    ready: bool
    progress: float
    """In [0, 1]; 1 is ready."""
    evidence: tuple[Evidence, ...]
    needed: int
    """How many items must count."""
    next_item: str | None
    """What to practise to come closer."""
    next_title: str | None
    says: str
    """One sentence: why it is ticked, or what is missing."""


class Readiness(Value):
    """The checklist, ticked by evidence."""

    items: tuple[ReadinessItem, ...]
    ready: int
    weakest: str | None
    """Id of the item where an hour helps most."""


class Today(Value):
    """The first page of the day."""

    due: tuple[DueItem, ...]
    new: int
    """Items never practised."""
    practised_today: int
    streak_days: int
    ready: int
    ready_of: int
    open_session: SessionView | None
    suggestion: SessionRequest
    """One click away: what to practise now."""
    suggestion_says: str
    """One sentence: why that."""


class DayCount(Value):
    """One day of the calendar."""

    day: date
    attempts: int
    mean_score: float | None


class RetentionPoint(Value):
    """Predicted against real recall: of the reviews that fell due in a week, the share recalled."""

    week: date
    predicted: float
    recalled: float
    reviews: int


class BudgetPoint(Value):
    """An attempt's time against its budget."""

    attempt_id: str
    item_id: str
    title: str
    answered_at: datetime
    seconds_allotted: int
    seconds_used: float
    score: float


class Progress(Value):
    """All that was practised, to look back on."""

    calendar: tuple[DayCount, ...]
    """The last 365 days that had an attempt."""
    retention: tuple[RetentionPoint, ...]
    topics: tuple[TopicScore, ...]
    """Per-topic mastery, weakest first; ``score`` is the mastery."""
    budget: tuple[BudgetPoint, ...]
    """The last 100 attempts."""
    attempts: int
    minutes: float
    mean_score: float | None


# ---------------------------------------------------------------- settings and data


class Settings(Value):
    """What the user chose. Everything has a default that keeps all data on this machine."""

    theme: Literal["auto", "light", "dark"] = "auto"
    daily_goal: Annotated[int, Field(ge=1, le=200)] = 20
    """Questions a day."""
    desired_retention: Annotated[float, Field(ge=0.7, le=0.97)] = 0.9
    """Chance of recall at which spaced repetition brings an item back."""
    read_aloud: bool = False
    """Read each question aloud with the browser's voice."""
    voice: Literal["typed", "browser", "whisper"] = "typed"
    whisper_folder: str = ""
    """A local folder with a faster-whisper model."""
    interview_date: date | None = None


class ImportReport(Value):
    """What an import did."""

    added: int
    updated: int = 0
    """Rows that were there, and are further along now."""
    unchanged: int
    """Rows that were there already."""
    skipped: tuple[str, ...]
    """One sentence for each row that could not be used."""


class VoiceStatus(Value):
    """What can turn speech into text here."""

    whisper: bool
    says: str
    """One sentence: what works, or what to install."""


class Ability(Value):
    """A thing evalmode can do, and whether it works on this machine."""

    id: str
    title: str
    works: bool
    says: str
    """What was found, or what to install."""


class Erased(Value):
    """The receipt for deleting everything that was practised."""

    attempts: int
    sessions: int
