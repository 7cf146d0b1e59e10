"""The bank: every item of every pack, found by name, kind, topic or level."""

from __future__ import annotations

import difflib
from functools import cached_property
from typing import TYPE_CHECKING

from evalmode.bank.kinds import KINDS
from evalmode.bank.models import Area, BoardItem, CodeItem, DeepItem, GuideItem, Item, Level, RapidItem, Topic
from evalmode.core import InputError, ItemId, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evalmode.bank.packs import Pack


class Bank:
    """Items and topics of all loaded packs; never changes once loaded."""

    def __init__(self, packs: tuple[Pack, ...], items: tuple[Item, ...]) -> None:
        self.packs = packs
        self.items = items
        self._by_id = {item.item_id: item for item in items}

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._by_id

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """All topics by id, in the packs' order."""
        return {topic.id: topic for pack in self.packs for topic in pack.topic_map.topics}

    @cached_property
    def areas(self) -> dict[str, Area]:
        """All areas by id, in the packs' order."""
        return {area.id: area for pack in self.packs for area in pack.topic_map.areas}

    @property
    def rapid(self) -> tuple[RapidItem, ...]:
        """All rapid-fire questions."""
        return tuple(item for item in self.items if isinstance(item, RapidItem))

    @property
    def deep(self) -> tuple[DeepItem, ...]:
        """All deep-dive questions."""
        return tuple(item for item in self.items if isinstance(item, DeepItem))

    @property
    def code(self) -> tuple[CodeItem, ...]:
        """All coding problems."""
        return tuple(item for item in self.items if isinstance(item, CodeItem))

    @property
    def board(self) -> tuple[BoardItem, ...]:
        """All architectures to draw."""
        return tuple(item for item in self.items if isinstance(item, BoardItem))

    @property
    def guide(self) -> tuple[GuideItem, ...]:
        """All pages of the guide, by section and order."""
        pages = (item for item in self.items if isinstance(item, GuideItem))
        return tuple(sorted(pages, key=lambda page: (page.section, page.order)))

    def get(self, name: str | ItemId, kinds: Sequence[str] = ()) -> Item:
        """The item of that name.

        Args:
            name: A full id, or a bare slug where only one of the kinds has it.
            kinds: Kinds that a bare slug may mean; empty for all.

        Raises:
            NotFoundError: There is none; the hint names the nearest ids.
            InputError: A bare slug that several kinds have.
        """
        text = str(name)
        if "/" in text:
            item = self._by_id.get(ItemId.parse(text))
            if item is not None and (not kinds or item.kind in kinds):
                return item
            raise self._not_found(text, kinds)
        found = [item for item in self.items if item.id == text and (not kinds or item.kind in kinds)]
        if len(found) > 1:
            ids = " or ".join(str(item.item_id) for item in found)
            raise InputError(f"{text!r} is the name of several items.", hint=f"Write {ids}.")
        if not found:
            raise self._not_found(text, kinds)
        return found[0]

    def select(
        self, *, kinds: Sequence[str] = (), topics: Sequence[str] = (), levels: Sequence[str] = ()
    ) -> tuple[Item, ...]:
        """Items of any of the kinds, any of the topics and any of the levels; an empty filter lets all through.

        A topic may also be an area, which stands for all of its topics.

        Raises:
            NotFoundError: A kind, a topic, or a level, that does not exist.
        """
        for kind in kinds:
            if kind not in KINDS:
                raise NotFoundError(f"There is no kind {kind!r}.", hint=f"Kinds are {', '.join(KINDS)}.")
        wanted: set[str] = set()
        for topic in topics:
            if topic in self.areas:
                wanted |= {known.id for known in self.topics.values() if known.area == topic}
            elif topic in self.topics:
                wanted.add(topic)
            else:
                raise NotFoundError(f"There is no topic {topic!r}.", hint=_near(topic, [*self.topics, *self.areas]))
        for level in levels:
            if level not in set(Level):
                raise NotFoundError(f"There is no level {level!r}.", hint=f"Levels are {', '.join(Level)}.")
        return tuple(
            item
            for item in self.items
            if (not kinds or item.kind in kinds)
            and (not wanted or wanted.intersection(item.topics))
            and (not levels or item.level in levels)
        )

    def _not_found(self, text: str, kinds: Sequence[str]) -> NotFoundError:
        ids = [str(item.item_id) for item in self.items if not kinds or item.kind in kinds]
        slugs = {item_id.partition("/")[2]: item_id for item_id in ids}
        near = difflib.get_close_matches(text, ids, n=3) or [
            slugs[slug] for slug in difflib.get_close_matches(text, slugs, n=3)
        ]
        hint = f"Did you mean {' or '.join(near)}?" if near else "evalmode bank list shows all items."
        return NotFoundError(f"There is no item {text!r}.", hint=hint)


def _near(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, n=3)
    return f"Did you mean {' or '.join(near)}?" if near else "evalmode bank topics shows all topics."
