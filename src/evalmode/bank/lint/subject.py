"""What a rule looks at, and how it says where something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.bank.itemfile import line_in
from evalmode.bank.models import BoardItem, CodeItem, DeepItem, GradedItem, GuideItem, RapidItem, SpokenItem
from evalmode.bank.problems import Problem
from evalmode.bank.yamltext import Location, spell

if TYPE_CHECKING:
    from evalmode.bank.bank import Bank
    from evalmode.bank.models import Item
    from evalmode.bank.packs import Pack
    from evalmode.core import Gradable, Grade

GradeAnswer = Callable[["Gradable", str], "Grade"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is examined, and the bank around it that it may refer to.

    Args:
        bank: All that could be read.
        items: The items examined.
        packs: The packs whose manifests, topic maps and folders are examined.
        unread: Full ids of files that could not be read, so that nobody calls references to them dangling.
    """

    bank: Bank
    items: tuple[Item, ...]
    packs: tuple[Pack, ...]
    unread: frozenset[str] = frozenset()

    @property
    def rapid(self) -> tuple[RapidItem, ...]:
        """The rapid-fire questions among the items."""
        return tuple(item for item in self.items if isinstance(item, RapidItem))

    @property
    def deep(self) -> tuple[DeepItem, ...]:
        """The deep-dive questions among the items."""
        return tuple(item for item in self.items if isinstance(item, DeepItem))

    @property
    def graded(self) -> tuple[GradedItem, ...]:
        """The questions among the items."""
        return (*self.rapid, *self.deep)

    @property
    def code(self) -> tuple[CodeItem, ...]:
        """The coding problems among the items."""
        return tuple(item for item in self.items if isinstance(item, CodeItem))

    @property
    def spoken(self) -> tuple[SpokenItem, ...]:
        """The items that have key points."""
        return (*self.graded, *self.code)

    @property
    def board(self) -> tuple[BoardItem, ...]:
        """The architectures to draw among the items."""
        return tuple(item for item in self.items if isinstance(item, BoardItem))

    @property
    def guide(self) -> tuple[GuideItem, ...]:
        """The pages of the guide among the items."""
        return tuple(item for item in self.items if isinstance(item, GuideItem))


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that every pack keeps to.

    Args:
        id: A slug, shown behind every problem.
        about: What is required, in one sentence.
        check: Yields what breaks it.
    """

    id: str
    about: str
    check: Callable[[Subject], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class GraderRule:
    """A rule that needs a grader to be checked; see :class:`Rule`."""

    id: str
    about: str
    check: Callable[[Subject, GradeAnswer], Iterator[Problem]]


def problem_in(item: Item, location: Location, message: str) -> Problem:
    """A problem at a place of an item, with the line found in its file."""
    return Problem(item.path, line_in(item, location), spell(location), message)
