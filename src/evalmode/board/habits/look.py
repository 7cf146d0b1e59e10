"""Habits of the look: flow, boxes, colours, shapes on arrows, skips."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from evalmode.board.shapes import parse_shape
from evalmode.board.values import Habit

if TYPE_CHECKING:
    from evalmode.board.drawing import Drawing
    from evalmode.board.graph import Graph
    from evalmode.board.vocabulary import Vocabulary

__all__ = ["boxes", "colours", "flow", "shapes", "skips"]

_ENDS = {"input", "output", "value", "unknown"}


def flow(drawing: Drawing) -> Habit:
    """One main direction that most arrows follow."""
    if not drawing.arrows:
        return Habit("flow", None, "There are no arrows yet.")
    placed = [arrow for arrow in drawing.arrows if len(arrow.points) > 1]
    if not placed:
        return Habit("flow", True, "Written from the input to the output.")
    if drawing.flow == "unknown":
        message = "The arrows have no main direction; let the data flow one way, best from top to bottom."
        return Habit("flow", False, message)
    headless = tuple(arrow.id for arrow in placed if arrow.headless)
    if headless:
        return Habit("flow", False, "Give every line a head, so that nobody must guess where the data goes.", headless)
    return Habit("flow", True, f"The data flows {drawing.flow}.")


def boxes(drawing: Drawing, graph: Graph) -> Habit:
    """A box, and one operation, for each component."""
    bare = tuple(box.id for box in drawing.boxes if box.form == "text" and len(box.label) > 2)
    operations = [node for node in graph.nodes if node.op.kind not in _ENDS]
    if not operations:
        return Habit("boxes", None, "There are no operations yet.")
    named = {node.elements[0] for node in operations if node.elements}
    bare = tuple(one for one in bare if one in named)
    if bare:
        return Habit("boxes", False, "Put a box around every operation, so that arrows have something to meet.", bare)
    return Habit("boxes", True, "Every operation has its box.")


def colours(drawing: Drawing, graph: Graph, vocabulary: Vocabulary) -> Habit:
    """One colour for each kind of operation, and not the same for all."""
    of_box = {box.id: box.colour for box in drawing.boxes}
    used: dict[str, set[str]] = defaultdict(set)
    for node in graph.nodes:
        box = next((one for one in node.elements if one in of_box), "")
        kind = vocabulary.kinds.get(node.op.kind)
        if box and kind is not None and node.op.kind not in _ENDS and "/" not in node.id:
            used[kind.category].add(of_box[box])
    all_colours = set().union(*used.values()) if used else set()
    if len(used) < 2:
        return Habit("colours", None, "There are too few kinds of operations to tell apart.")
    if all_colours <= {""}:
        return Habit("colours", False, "Give each kind of operation a colour of its own: attention, linear, norm, …")
    mixed = [category for category, colours in used.items() if len(colours) > 1]
    if mixed:
        return Habit("colours", False, f"Draw every {mixed[0]} in the same colour.")
    if len(all_colours) == 1:
        return Habit("colours", False, "Everything has one colour; give each kind of operation its own.")
    return Habit("colours", True, "Each kind of operation has its colour.")


def shapes(drawing: Drawing, graph: Graph) -> Habit:
    """A shape on most arrows that carry data."""
    data = {element for edge in graph.edges if edge.kind == "data" for element in edge.elements[:1]}
    written = {element for edge in graph.edges if edge.shape for element in edge.elements}
    arrows = [arrow for arrow in drawing.arrows if not data or arrow.id in data]
    if not arrows:
        return Habit("shapes", None, "There are no arrows yet.")
    bare = tuple(arrow.id for arrow in arrows if arrow.id not in written and parse_shape(arrow.label) is None)
    if len(bare) * 2 > len(arrows):
        message = f"Write the shape on every arrow; {len(bare)} of {len(arrows)} have none."
        return Habit("shapes", False, message, bare)
    return Habit("shapes", True, "Most arrows carry a shape.")


def skips(drawing: Drawing, graph: Graph) -> Habit:
    """Skips are drawn round, and meet the main path at a sign."""
    joins = {node.id: node for node in graph.nodes if node.op.kind in ("add", "concat")}
    fed: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        if edge.target in joins and edge.elements:
            fed[edge.target].append(edge.elements[0])
    arrows = {arrow.id: arrow for arrow in drawing.arrows}
    several = {join: [arrows[one] for one in ids if one in arrows] for join, ids in fed.items() if len(ids) > 1}
    if not several:
        return Habit("skips", None, "There are no skip connections yet.")
    straight = [
        ids[-1].id for ids in several.values() if ids and not any(one.curved or len(one.points) != 2 for one in ids)
    ]
    if straight:
        message = "Draw a skip as a curve around what it skips, so that it is not taken for the main path."
        return Habit("skips", False, message, tuple(straight))
    return Habit("skips", True, "Skips are drawn round and meet at a sign.")
