"""Sessions: what a candidate asks for, is asked and answers."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - pydantic reads annotations at run time
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from evalmode.bank import Level  # noqa: TC001 - as above
from evalmode.practice.value import Value


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
