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
    title: Line
    area: Slug
    level: Level
    prerequisites: tuple[Slug, ...] = ()


class Area(_Frozen):
    """A part of the field: a group of topics."""

    id: Slug
    title: Line


class Misstatement(_Frozen):
    """A misconception: what people say where the key point belongs, and what puts it right."""

    says: Line
    correction: str = ""


class Point(_Frozen):
    """A key point as an author writes it; see :class:`evalmode.core.KeyPoint`."""

    id: Slug
    claim: Line
    weight: Annotated[float, Field(gt=0, le=10)] = 1.0
    accepted: tuple[Line, ...] = ()
    misconceptions: tuple[Misstatement, ...] = ()


class FollowUp(_Frozen):
    """A question that comes after the answer and probes whether it was understood."""

    ask: Line
    answer: Line


class GradedFollowUp(FollowUp):
    """A follow-up whose answer is graded in turn."""

    id: Slug
    seconds: Annotated[int, Field(ge=10, le=300)] = 60
    key_points: Annotated[tuple[Point, ...], Field(min_length=1)]


class Link(_Frozen):
    """A neighbouring topic, and the sentence that connects the two."""

    topic: Slug
    why: Line


class Proof(_Frozen):
    """A short program that asserts claims of the item and prints what it saw.

    Args:
        proves: Ids of the key points whose claims it asserts.
        source: Python; imports numpy or torch at most.
        line: Where it begins in the item's file, from 1.
    """

    proves: tuple[Slug, ...]
    source: str
    line: int = 1


class _Item(_Frozen):
    id: Slug
    title: Line
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]
    level: Level
    checklist: tuple[Slug, ...] = ()
    sources: tuple[Line, ...] = ()
    pack: str = Field(default="", exclude=True)
    path: Path = Field(default=Path(), exclude=True)


class _Question(_Item):
    prerequisites: tuple[Slug, ...] = ()
    question: Prose
    answer: Prose
    why: Prose
    links: tuple[Link, ...] = ()
    vocabulary: tuple[Line, ...] = ()
    proofs: tuple[Proof, ...] = ()
    unproven: dict[Slug, Line] = {}


class RapidItem(_Question):
    """A question to be answered in 30 to 60 seconds."""

    kind: Literal["rapid"] = "rapid"
    seconds: Annotated[int, Field(ge=15, le=120)]
    key_points: Annotated[tuple[Point, ...], Field(min_length=1)]
    follow_ups: tuple[FollowUp, ...] = ()

    @property
    def item_id(self) -> ItemId:
        """The full id."""
        return ItemId("rapid", self.id)


class DeepPoint(Point):
    """A key point of a long answer, told apart by where it belongs."""

    part: Literal["headline", "detail"] = "detail"


class DeepItem(_Question):
    """A question of three to five minutes: a headline of thirty seconds, then the detail, then follow-ups."""

    kind: Literal["deep"] = "deep"
    seconds: Annotated[int, Field(ge=120, le=420)]
    headline_seconds: Annotated[int, Field(ge=15, le=90)] = 30
    headline: Prose
    key_points: Annotated[tuple[DeepPoint, ...], Field(min_length=2)]
    follow_ups: tuple[GradedFollowUp, ...] = ()

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
    section: GuideSection
    order: Annotated[int, Field(ge=1)]
    level: Level = Level.SCREEN
    question: Prose
    answer: Prose
    practice: tuple[str, ...] = ()

    @property
    def item_id(self) -> ItemId:
        """The full id."""
        return ItemId("guide", self.id)


Item = RapidItem | DeepItem | GuideItem
GradedItem = RapidItem | DeepItem
