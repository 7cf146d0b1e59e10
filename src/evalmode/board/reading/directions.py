"""Which way drawings flow, and which way strokes without a head go."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from evalmode.board.reading.ends import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evalmode.board.drawing import Flow
    from evalmode.board.reading.elements import Element, Point

__all__ = ["STEPS", "along", "heads_of", "main_flow", "orient"]

STEPS: dict[Flow, Point] = {"down": (0.0, 1.0), "up": (0.0, -1.0), "right": (1.0, 0.0), "left": (-1.0, 0.0)}
TAILS = frozenset({"dot", "circle", "circle_outline", "bar", "diamond", "diamond_outline", "crowfoot_one"})
BEGINNINGS = frozenset({"x", "input", "inputs", "image", "tokens", "embedding", "embeddings", "noise", "z", "source"})
ENDINGS = frozenset({"output", "outputs", "softmax", "logits", "loss", "y", "prediction", "probabilities", "out"})

Ends = tuple[Terminal, Terminal]


def heads_of(stroke: Element) -> tuple[bool, bool]:
    """Whether a stroke has a head at its start and at its end; dots and bars opposite a head are only its tail."""
    start, end = stroke.start_head, stroke.end_head
    if start and end:
        if start in TAILS and end not in TAILS:
            return False, True
        if end in TAILS and start not in TAILS:
            return True, False
    return bool(start), bool(end)


def along(flow: Flow, point: Point) -> float:
    """How far down the flow a point lies."""
    step = STEPS.get(flow, (0.0, 1.0))
    return point[0] * step[0] + point[1] * step[1]


def main_flow(courses: Iterable[Sequence[Point]]) -> Flow:
    """The direction most courses go, by how many they are and not by how long."""
    votes: Counter[Flow] = Counter()
    for course in courses:
        dx, dy = course[-1][0] - course[0][0], course[-1][1] - course[0][1]
        if abs(dx) > abs(dy):
            votes["right" if dx > 0 else "left"] += 1
        elif dy:
            votes["down" if dy > 0 else "up"] += 1
    return votes.most_common(1)[0][0] if votes else "unknown"


def guessed_flow(courses: Sequence[Sequence[Point]], words: Mapping[str, Point]) -> Flow:
    """The direction of a drawing without any heads: along most lines, from what is called an input to an output.

    Args:
        courses: Of its lines.
        words: Label, in lower case → where it stands.
    """
    upright = sum(abs(c[-1][1] - c[0][1]) >= abs(c[-1][0] - c[0][0]) for c in courses) * 2 >= len(courses)
    axis = 1 if upright else 0
    first = [at[axis] for word, at in words.items() if BEGINNINGS & set(word.split())]
    last = [at[axis] for word, at in words.items() if ENDINGS & set(word.split())]
    backwards = bool(first and last) and sum(first) / len(first) > sum(last) / len(last)
    if upright:
        return "up" if backwards else "down"
    return "left" if backwards else "right"


def orient(strokes: Mapping[str, Element], ends: Mapping[str, Ends], flow: Flow) -> dict[str, bool]:
    """For each stroke without a head, whether it goes from its first point to its last.

    A stroke that prolongs one with a head goes the same way. Any other goes with the flow; across the flow it comes
    from the box that nothing else meets, else it goes rightwards or downwards.
    """
    degree = Counter(end.id for pair in ends.values() for end in pair if end.kind == "box")
    forwards: dict[str, bool] = {}
    for name, stroke in strokes.items():
        if any(heads_of(stroke)):
            continue
        told = _by_chain(name, strokes, ends)
        forwards[name] = _by_flow(stroke, ends[name], flow, degree) if told is None else told
    return forwards


def _by_chain(name: str, strokes: Mapping[str, Element], ends: Mapping[str, Ends]) -> bool | None:
    for side, terminal in enumerate(ends[name]):
        if terminal.kind != "stroke" or terminal.place not in {"start", "end"}:
            continue
        head, tip = heads_of(strokes[terminal.id])
        if head == tip:
            continue
        begins = (terminal.place == "start") == tip
        return (side == 1) == begins
    return None


def _by_flow(stroke: Element, pair: Ends, flow: Flow, degree: Mapping[str, int]) -> bool:
    first, last = stroke.points[0], stroke.points[-1]
    gone = along(flow, last) - along(flow, first)
    if abs(gone) > 0.35 * math.dist(first, last):
        return gone > 0
    alone = [terminal.kind in {"box", "text"} and degree[terminal.id] <= 1 for terminal in pair]
    if alone[0] != alone[1]:
        return alone[0]
    return (last[0] - first[0], last[1] - first[1]) > (0.0, 0.0)
