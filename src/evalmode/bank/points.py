"""Where the key points of an item stand in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from evalmode.bank.models import BoardItem, CodeItem, DeepItem, Point, RapidItem, SpokenItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evalmode.bank.yamltext import Location


class _HasPoints(Protocol):
    @property
    def key_points(self) -> Sequence[Point]: ...


def points_of(item: SpokenItem) -> Iterator[tuple[Location, Point]]:
    """All key points of an item with their places, those of graded follow-ups and of a narration included."""
    for place, holder in _holders(item):
        for index, point in enumerate(holder.key_points):
            yield (*place, "key_points", index), point


def _holders(item: SpokenItem) -> Iterator[tuple[Location, _HasPoints]]:
    match item:
        case CodeItem():
            yield ("narration",), item.narration
        case RapidItem():
            yield (), item
        case DeepItem():
            yield (), item
            yield from ((("follow_ups", number), one) for number, one in enumerate(item.follow_ups))
        case BoardItem():
            yield ("trade_offs",), item.trade_offs
            yield from ((("probes", number), one) for number, one in enumerate(item.probes))
