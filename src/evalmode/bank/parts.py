"""What items are made of, whatever their kind: topics, key points, follow-ups, links, proofs and a common head."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Level(StrEnum):
    """How far into a career the question is asked."""

    SCREEN = "screen"
    CORE = "core"
    SENIOR = "senior"


class Frozen(BaseModel):
    """What is read from a file: never changed, and nothing in it that has no meaning."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Topic(Frozen):
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


class Area(Frozen):
    """A part of the field: a group of topics."""

    id: Slug
    """A slug that no other area has."""
    title: Line
    """As it is shown."""


class Misstatement(Frozen):
    """A misconception: what people say where the key point belongs, and what puts it right."""

    says: Line
    """The wrong claim, as a candidate says it."""
    correction: str = ""
    """One sentence that puts it right."""


class Point(Frozen):
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


class FollowUp(Frozen):
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


class Link(Frozen):
    """A neighbouring topic, and the sentence that connects the two."""

    topic: Slug
    """Id of the neighbouring topic."""
    why: Line
    """The sentence that connects the two."""


class Proof(Frozen):
    """A short program that asserts claims of the item and prints what it saw."""

    proves: tuple[Slug, ...]
    """Ids of the key points whose claims it asserts."""
    source: str
    """Python; imports the standard library, numpy and torch at most."""
    line: int = 1
    """Where it begins in the item's file, from 1."""


class ItemBase(Frozen):
    """What every item has."""

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
