"""Sums of values whose shapes do not go together, as at an identity shortcut around a strided convolution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.shapes.axes import image_axes
from evalmode.board.shapes.compare import Names, aligned, compare_sizes
from evalmode.board.shapes.values import Shape

if TYPE_CHECKING:
    from fractions import Fraction

    from evalmode.board.shapes.algebra import Size
    from evalmode.board.shapes.flow import Flow, Plan

__all__ = ["Clash", "clashes", "too_narrow"]

_GATES = frozenset({"sigmoid", "gate"})
_FEWEST_AXES = 3
"""Below this, drawings leave out the linear layers before a sum too often for a difference to be a mistake."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A sum that cannot be made.

    Args:
        edge: The edge to blame: one whose label nothing confirms, else the one that comes from furthest back.
        message: What is wrong, in one sentence.
    """

    edge: int
    message: str


def clashes(plan: Plan, flow: Flow, names: Names) -> list[Clash]:
    """Every sum of two values of certain and different shapes."""
    order = {node: place for place, node in enumerate(plan.order)}
    found = []
    for node, op in plan.ops.items():
        into = sorted(plan.into.get(node, []), key=lambda place: order[plan.graph.edges[place].source])
        if op.kind not in {"add", "multiply"} or len(into) != 2:
            continue
        shapes = [_certain(flow, place) for place in into]
        if op.kind == "multiply":
            found += _gated(plan, into, shapes)
            continue
        if shapes[0] is None or shapes[1] is None or not _differ(shapes[0], shapes[1], names):
            continue
        doubtful = [place for place in into if place in plan.written and flow.verdicts.get(place) is None]
        doubtful = [place for place in doubtful if plan.into.get(plan.graph.edges[place].source)]
        edge = doubtful[0] if len(doubtful) == 1 else into[0]
        found.append(Clash(edge, f"Values of the shapes {shapes[0]} and {shapes[1]} cannot be added."))
    return found


def too_narrow(plan: Plan, flow: Flow) -> list[Clash]:
    """Every concatenation of images that is labelled with no more channels than one of its parts has."""
    found = []
    for node, op in plan.ops.items():
        into = plan.into.get(node, [])
        if op.kind != "concat" or len(into) < 2:
            continue
        parts = [width for place in into for one in flow.known[place].options[:1] if (width := _width(plan, one.sizes))]
        for place in plan.out_of.get(node, []):
            made = _width(plan, plan.written[place].sizes) if place in plan.written else None
            if made and any(part >= made for part in parts):
                message = f"A concatenation has all channels of its parts, and so more than {max(parts)}."
                found.append(Clash(place, message))
    return found


def _width(plan: Plan, sizes: tuple[Size, ...]) -> Fraction | None:
    """The channels of an image, where they are a number."""
    axes = image_axes(sizes, channels_last=plan.channels_last) if len(sizes) >= _FEWEST_AXES else None
    return sizes[axes[0]].number if axes else None


def _gated(plan: Plan, into: list[int], shapes: list[Shape | None]) -> list[Clash]:
    """A gate that is labelled with another width than what it is multiplied with."""
    one, two = shapes
    if one is None or two is None or one.rank != two.rank or not one.rank:
        return []
    widths = [shape.sizes[-1].number for shape in (one, two)]
    gates = [place for place in into if place in plan.written and _kind(plan, place) in _GATES]
    if len(gates) != 1 or one.sizes[:-1] != two.sizes[:-1] or None in widths or 1 in widths or widths[0] == widths[1]:
        return []
    return [Clash(gates[0], f"Values of the shapes {one} and {two} cannot be multiplied element by element.")]


def _kind(plan: Plan, place: int) -> str:
    op = plan.ops.get(plan.graph.edges[place].source)
    return op.kind if op else ""


def _certain(flow: Flow, place: int) -> Shape | None:
    known = flow.known.get(place)
    if known is None or len(known.options) != 1 or any(size.unknown for size in known.options[0].sizes):
        return None
    return Shape(known.options[0].sizes)


def _differ(one: Shape, two: Shape, names: Names) -> bool:
    pairs = aligned(one.sizes, two.sizes)
    if min(one.rank, two.rank) < _FEWEST_AXES or one.rank != two.rank or pairs is None:
        return False
    return any(
        1 not in {left.number, right.number} and compare_sizes(left, right, names) is False for left, right in pairs
    )
