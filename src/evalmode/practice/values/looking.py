"""Looking back and ahead: readiness, today and progress."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - pydantic reads annotations at run time

from evalmode.practice.value import Value
from evalmode.practice.values.sessions import SessionRequest, SessionView  # noqa: TC001 - as above
from evalmode.practice.values.summary import DueItem, TopicScore  # noqa: TC001 - as above


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


class ExerciseSuggestion(Value):
    """A coding problem to solve or an architecture to draw."""

    item_id: str
    title: str
    minutes: int
    says: str
    """One sentence: why that."""


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
    problem: ExerciseSuggestion | None = None
    """The coding problem to work on today; null where there is none."""
    drawing: ExerciseSuggestion | None = None
    """The architecture to draw today; null where there is none."""


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
