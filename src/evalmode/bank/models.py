"""The kinds of items a content pack can hold, as they stand in its files.

A file's YAML head and its Markdown sections together make one of these models. A new kind is a new model here and a new
folder in the pack.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from evalmode.bank.boarditem import BoardItem
from evalmode.bank.codeitem import CodeItem, Narration
from evalmode.bank.parts import (
    Area,
    FollowUp,
    GradedFollowUp,
    ItemBase,
    Level,
    Line,
    Link,
    Misstatement,
    Point,
    Proof,
    Prose,
    Slug,
    Topic,
)
from evalmode.core import ItemId

__all__ = [
    "Area",
    "BoardItem",
    "CodeItem",
    "DeepItem",
    "DeepPoint",
    "FollowUp",
    "GradedFollowUp",
    "GradedItem",
    "GuideItem",
    "GuideSection",
    "Item",
    "Level",
    "Line",
    "Link",
    "Misstatement",
    "Narration",
    "Point",
    "Proof",
    "Prose",
    "RapidItem",
    "Slug",
    "SpokenItem",
    "Topic",
]


class _Question(ItemBase):
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
    unproven: dict[Slug, Line] = Field(default={})
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


class GuideItem(ItemBase):
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


Item = RapidItem | DeepItem | CodeItem | BoardItem | GuideItem
GradedItem = RapidItem | DeepItem
"""A question: it is answered in prose, turn by turn, and has a model answer."""
SpokenItem = RapidItem | DeepItem | CodeItem | BoardItem
"""Whatever asks for prose: a question, a coding problem (its approach), a drawing (its trade-offs and probes)."""
