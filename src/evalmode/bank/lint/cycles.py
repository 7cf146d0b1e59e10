"""What builds on what must have a beginning."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from evalmode.bank.lint.subject import Subject, problem_in
from evalmode.bank.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def topic_cycles(subject: Subject) -> Iterator[Problem]:
    """Topics that are, over some steps, their own prerequisite."""
    graph = {topic.id: set(topic.prerequisites) for topic in subject.bank.topics.values()}
    home = {topic.id: pack.folder for pack in subject.bank.packs for topic in pack.topic_map.topics}
    while cycle := _find_cycle(graph):
        # graphlib names each topic before the one that builds on it, and the first one again at the end.
        yield Problem(
            home[cycle[0]] / "topics.yaml", 1, "topics", f"build on one another in a circle: {' → '.join(cycle)}"
        )
        graph[cycle[1]].discard(cycle[0])


def item_cycles(subject: Subject) -> Iterator[Problem]:
    """Questions that ask for a topic as known which they themselves teach, or which builds on all they teach."""
    prerequisites = {topic.id: topic.prerequisites for topic in subject.bank.topics.values()}
    # A coding problem is left out: it exercises topics of which one may well be known before.
    for item in subject.graded:
        for index, name in enumerate(item.prerequisites):
            if name in item.topics:
                yield problem_in(item, ("prerequisites", index), f"names {name!r}, which is this item's own topic")
            elif _foundations(name, prerequisites).issuperset(item.topics):
                message = f"names {name!r}, which itself builds on this item's topic"
                yield problem_in(item, ("prerequisites", index), message)


def _foundations(topic: str, prerequisites: Mapping[str, Sequence[str]]) -> set[str]:
    """All topics that a topic builds on, over any number of steps."""
    found: set[str] = set()
    waiting = [topic]
    while waiting:
        fresh = set(prerequisites.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return found


def _find_cycle(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []
