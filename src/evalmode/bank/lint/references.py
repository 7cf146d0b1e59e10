"""Every name that an item mentions must exist."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from evalmode.bank.lint.subject import Subject, problem_in
from evalmode.bank.models import BoardItem, CodeItem, GuideItem, GuideSection
from evalmode.bank.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from evalmode.bank.models import Item
    from evalmode.bank.yamltext import Location


def unknown_topics(subject: Subject) -> Iterator[Problem]:
    """Topics that no topic map has."""
    known = subject.bank.topics
    for item in subject.items:
        for location, topic in _topics_named(item):
            if topic not in known:
                yield problem_in(item, location, _unknown("topic", topic, known))


def unknown_topics_in_maps(subject: Subject) -> Iterator[Problem]:
    """Prerequisites and areas within the topic maps themselves."""
    topics, areas = subject.bank.topics, subject.bank.areas
    for pack in subject.packs:
        path = pack.folder / "topics.yaml"
        for topic in pack.topic_map.topics:
            for name in topic.prerequisites:
                if name not in topics:
                    yield Problem(path, 1, f"{topic.id}.prerequisites", _unknown("topic", name, topics))
            if topic.area not in areas:
                yield Problem(path, 1, f"{topic.id}.area", _unknown("area", topic.area, areas))


def duplicate_topics(subject: Subject) -> Iterator[Problem]:
    """Topics and areas that stand twice, in one map or in two."""
    for what in ("topics", "areas"):
        homes: dict[str, Path] = {}
        for pack in subject.bank.packs:
            for entry in getattr(pack.topic_map, what):
                if entry.id in homes and pack in subject.packs:
                    home = homes[entry.id]
                    where = "twice" if home == pack.folder else f"which {home / 'topics.yaml'} has too"
                    yield Problem(pack.folder / "topics.yaml", 1, what, f"has {entry.id!r} {where}")
                homes.setdefault(entry.id, pack.folder)


def unknown_checklist(subject: Subject) -> Iterator[Problem]:
    """Checklist items that the guide does not have."""
    known = [page.id for page in subject.bank.guide if page.section == GuideSection.CHECKLIST]
    for item in subject.items:
        for index, name in enumerate(item.checklist):
            if name not in known and f"guide/{name}" not in subject.unread:
                yield problem_in(item, ("checklist", index), _unknown("checklist item", name, known))


def unknown_practice(subject: Subject) -> Iterator[Problem]:
    """Items that a page of the guide sends people to and that do not exist."""
    known = [str(item.item_id) for item in subject.bank]
    for page in subject.guide:
        for index, name in enumerate(page.practice):
            if name not in known and name not in subject.unread:
                yield problem_in(page, ("practice", index), _unknown("item", name, known))


def _topics_named(item: Item) -> Iterator[tuple[Location, str]]:
    for index, topic in enumerate(item.topics):
        yield ("topics", index), topic
    if isinstance(item, GuideItem):
        return
    for index, topic in enumerate(item.prerequisites):
        yield ("prerequisites", index), topic
    if isinstance(item, CodeItem | BoardItem):
        return
    for index, link in enumerate(item.links):
        yield ("links", index, "topic"), link.topic


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=2)
    return f"names the {what} {name!r}, which does not exist" + (f" ({' or '.join(near)}?)" if near else "")
