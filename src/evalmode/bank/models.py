"""The kinds of items a content pack can hold, as they stand in its files.

A file's YAML head and its Markdown sections together make one of these models. A new kind is a new model here and a new
folder in the pack.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from evalmode.core import ItemId

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Level(StrEnum):
    """How far into a career the question is asked."""

    SCREEN = "screen"
    CORE = "core"
    SENIOR = "senior"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Topic(_Frozen):
    """A subject that items belong to; topics and their prerequisites form the map of the field."""

    id: Slug
    """A slug that no other topic has."""
    title: Line
    """As it is shown."""
    area: Slug
    """Id of the area it belongs to."""
    level: Level
    """When in a career it is first asked about."""
    prerequisites: tuple[Slug, ...] = ()
    """Ids of the topics to know before."""


class Area(_Frozen):
    """A part of the field: a group of topics."""

    id: Slug
    """A slug that no other area has."""
    title: Line
    """As it is shown."""


class Misstatement(_Frozen):
    """A misconception: what people say where the key point belongs, and what puts it right."""

    says: Line
    """The wrong claim, as a candidate says it."""
    correction: str = ""
    """One sentence that puts it right."""


class Point(_Frozen):
    """One thing that a good answer says."""

    id: Slug
    """A slug, unique within the item; proofs name it."""
    claim: Line
    """The point in one sentence that can be understood without the question."""
    weight: Annotated[float, Field(gt=0, le=10)] = 1.0
    """Its share of the score, relative to the item's other points."""
    accepted: tuple[Line, ...] = ()
    """Other ways to say the whole claim: terse, colloquial, as an equation; at least six."""
    misconceptions: tuple[Misstatement, ...] = ()
    """What people say instead, wrongly: a negation, a role swap, a popular false belief; at least three."""


class FollowUp(_Frozen):
    """A question that comes after the answer and probes whether it was understood."""

    ask: Line
    """The question."""
    answer: Line
    """A good answer to it."""


class GradedFollowUp(FollowUp):
    """A follow-up whose answer is graded in turn."""

    id: Slug
    """A slug, unique within the item."""
    seconds: Annotated[int, Field(ge=10, le=300)] = 60
    """The time allotted."""
    key_points: Annotated[tuple[Point, ...], Field(min_length=1)]
    """What a good answer says."""


class Link(_Frozen):
    """A neighbouring topic, and the sentence that connects the two."""

    topic: Slug
    """Id of the neighbouring topic."""
    why: Line
    """The sentence that connects the two."""


class Proof(_Frozen):
    """A short program that asserts claims of the item and prints what it saw."""

    proves: tuple[Slug, ...]
    """Ids of the key points whose claims it asserts."""
    source: str
    """Python; imports the standard library, numpy and torch at most."""
    line: int = 1
    """Where it begins in the item's file, from 1."""


class _Item(_Frozen):
    id: Slug
    """A slug, unique within its kind; also the file's name without ``.md``."""
    title: Line
    """A short name for lists."""
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """Ids of the topics it belongs to, the most fitting first."""
    level: Level
    """How far into a career it is asked."""
    checklist: tuple[Slug, ...] = ()
    """Ids of the checklist items that a good answer is evidence for."""
    sources: tuple[Line, ...] = ()
    """Papers and documentation, with the year."""
    pack: str = Field(default="", exclude=True)
    """Name of the pack it comes from; set when it is read."""
    path: Path = Field(default=Path(), exclude=True)
    """The file it comes from; set when it is read."""


class _Question(_Item):
    prerequisites: tuple[Slug, ...] = ()
    """Ids of the topics to know before."""
    question: Prose
    """As an interviewer asks it; Markdown."""
    answer: Prose
    """A model answer that makes every key point; Markdown."""
    why: Prose
    """Why it matters and how it works; Markdown."""
    links: tuple[Link, ...] = ()
    """Neighbouring topics."""
    vocabulary: tuple[Line, ...] = ()
    """Terms that a speech recogniser may mishear; never part of the score."""
    proofs: tuple[Proof, ...] = ()
    """Programs that assert key points."""
    unproven: dict[Slug, Line] = {}
    """Key point id → why no program can prove it."""


class RapidItem(_Question):
    """A question to be answered in 30 to 60 seconds."""

    kind: Literal["rapid"] = "rapid"
    """Always ``rapid``."""
    seconds: Annotated[int, Field(ge=15, le=120)]
    """The time allotted."""
    key_points: Annotated[tuple[Point, ...], Field(min_length=1)]
    """What a good answer says; two to five."""
    follow_ups: tuple[FollowUp, ...] = ()
    """Questions that probe whether the answer was understood."""

    @property
    def item_id(self) -> ItemId:
        """The full id."""
        return ItemId("rapid", self.id)


class DeepPoint(Point):
    """A key point of a long answer, told apart by where it belongs."""

    part: Literal["headline", "detail"] = "detail"
    """Whether it belongs into the headline or into the detail."""


class DeepItem(_Question):
    """A question of three to five minutes: a headline of thirty seconds, then the detail, then follow-ups."""

    kind: Literal["deep"] = "deep"
    """Always ``deep``."""
    seconds: Annotated[int, Field(ge=120, le=420)]
    """The time allotted to headline and detail together."""
    headline_seconds: Annotated[int, Field(ge=15, le=90)] = 30
    """The time allotted to the headline."""
    headline: Prose
    """A model headline that makes the headline's key points; Markdown."""
    key_points: Annotated[tuple[DeepPoint, ...], Field(min_length=2)]
    """What a good answer says."""
    follow_ups: tuple[GradedFollowUp, ...] = ()
    """Questions that come afterwards and are graded in turn."""

    @property
    def item_id(self) -> ItemId:
        """The full id."""
        return ItemId("deep", self.id)


class GuideSection(StrEnum):
    """The four parts of the guide."""

    HABIT = "habit"
    MISTAKE = "mistake"
    FAQ = "faq"
    CHECKLIST = "checklist"


class GuideItem(_Item):
    """A page of the guide: a question to think about, an answer to reveal, and practice that trains it."""

    kind: Literal["guide"] = "guide"
    """Always ``guide``."""
    section: GuideSection
    """The part of the guide it belongs to."""
    order: Annotated[int, Field(ge=1)]
    """Its place within that part, from 1."""
    level: Level = Level.SCREEN
    """The guide is for everybody."""
    question: Prose
    """What to think about before revealing the answer; Markdown."""
    answer: Prose
    """What is revealed; Markdown."""
    practice: tuple[str, ...] = ()
    """Full ids of the items that train it."""

    @property
    def item_id(self) -> ItemId:
        """The full id."""
        return ItemId("guide", self.id)


Item = RapidItem | DeepItem | GuideItem
GradedItem = RapidItem | DeepItem
