"""A drawing from near: every block opened, what is inside it in a frame of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import yaml

from evalmode.board.drawing import Arrow, Box, Drawing, Frame
from evalmode.board.notation import parse_notation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from evalmode.board.graph import Graph, Op

__all__ = ["opened"]

_PARAM = re.compile(r",?\s*\{(\w+)\}")
_SKIP = ("skip", "q", "k", "v")


def opened(drawing: Drawing, graph: Graph, folder: Path) -> Drawing | None:
    """The drawing with every block opened that has an inside.

    Args:
        drawing: The drawing.
        graph: What it means; its nodes are named after the boxes.
        folder: Where ``details.yaml`` lies.

    Returns:
        None where nothing can be opened: the drawing shows every operation already.
    """
    details = _details(folder / "details.yaml")
    asked = {arrow.target for arrow in drawing.arrows if _words(arrow) & {"k", "v"}}
    known = {node.id: node.op for node in graph.nodes}
    inside: dict[str, Drawing] = {}
    for box in drawing.boxes:
        op = known.get(box.id)
        text = details.get(f"{op.kind} of q, k, v" if box.id in asked else op.kind) if op is not None else None
        if op is not None and text is not None:
            inside[box.id] = _inside(op, text)
    if not inside:
        return None
    entries = {name: _entries(name, sub) for name, sub in inside.items()}
    exits = {name: f"{name}/{_last(sub)}" for name, sub in inside.items()}
    boxes: list[Box] = []
    frames = list(drawing.frames)
    arrows = [one for arrow in drawing.arrows for one in _led(arrow, entries, exits)]
    for box in drawing.boxes:
        if box.id not in inside:
            boxes.append(box)
            continue
        sub = inside[box.id]
        outer = {one.id for one in sub.boxes if _is_input(one, sub)}
        members = [replace(one, id=f"{box.id}/{one.id}", frame=box.id) for one in sub.boxes if one.id not in outer]
        boxes += members
        frames.append(Frame(box.id, box.label, frame=box.frame, members=tuple(one.id for one in members)))
        arrows += [_within(box.id, arrow) for arrow in sub.arrows if arrow.source not in outer]
    return replace(drawing, boxes=tuple(boxes), arrows=tuple(arrows), frames=tuple(frames))


def _within(block: str, arrow: Arrow) -> Arrow:
    source, target = f"{block}/{arrow.source}", f"{block}/{arrow.target}"
    return replace(arrow, id=f"{block}/{arrow.id}", source=source, target=target)


@lru_cache(maxsize=8)
def _details(path: Path) -> Mapping[str, str]:
    return yaml.safe_load(path.read_text(encoding="utf-8")) or {} if path.is_file() else {}


def _inside(op: Op, text: str) -> Drawing:
    def written(match: re.Match[str]) -> str:
        value = op.get(match[1])
        return match[0].replace(f"{{{match[1]}}}", value) if value else ""

    return parse_notation(_PARAM.sub(written, text))


def _is_input(box: Box, sub: Drawing) -> bool:
    return all(arrow.target != box.id for arrow in sub.arrows)


def _words(arrow: Arrow) -> set[str]:
    return set(re.findall(r"\w+", arrow.label))


def _last(sub: Drawing) -> str:
    return next(box.id for box in reversed(sub.boxes) if all(arrow.source != box.id for arrow in sub.arrows))


def _entries(name: str, sub: Drawing) -> dict[str, list[str]]:
    """Input → the boxes inside that it leads to, by their names in the whole drawing."""
    inputs = [box.id for box in sub.boxes if _is_input(box, sub)]
    return {one: [f"{name}/{arrow.target}" for arrow in sub.arrows if arrow.source == one] for one in inputs}


def _led(arrow: Arrow, entries: Mapping[str, Mapping[str, list[str]]], exits: Mapping[str, str]) -> list[Arrow]:
    """An arrow as it runs when both of its ends are opened; into a block it may fork."""
    source = exits.get(arrow.source, arrow.source)
    if arrow.target not in entries:
        return [replace(arrow, source=source)]
    inputs = entries[arrow.target]
    named = [one for one in _SKIP if one in inputs and (one in _words(arrow) or (one == "skip" and arrow.curved))]
    usual = inputs.get("x") or inputs.get("q") or [one for many in inputs.values() for one in many]
    targets = inputs[named[0]] if named else usual
    led = replace(arrow, source=source, label="" if named else arrow.label)
    ids = [arrow.id, *(f"{arrow.id}#{number}" for number in range(2, len(targets) + 1))]
    return [replace(led, id=name, target=target) for name, target in zip(ids, targets, strict=True)]
