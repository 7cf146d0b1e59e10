"""In which order boxes and arrows are written: chains that go on as long as they can, frame by frame."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from evalmode.board.notation.frames import nested
from evalmode.board.notation.words import CURVED_JOINS, JOIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.board.drawing import Arrow, Box, Drawing, Frame

__all__ = ["Chain", "FrameEnds", "Step", "is_join", "plan"]


@dataclass(slots=True)
class Step:
    """One place of a chain.

    Args:
        box: What stands there.
        new: Whether it is first written here.
        via: The arrow that leads to it from the place before.
        inputs: Further arrows that come to it.
    """

    box: Box
    new: bool
    via: Arrow | None = None
    inputs: list[Arrow] = field(default_factory=list)


Chain = list[Step]


@dataclass(frozen=True, slots=True)
class FrameEnds:
    """The innermost frame ends here."""


def is_join(label: str) -> bool:
    """Whether a box is a sign such as ``+`` or ``concat`` that is written before the values it joins."""
    match = JOIN.fullmatch(f"{label} x")
    return match is not None and label in {match["sign"], match["word"]}


def plan(drawing: Drawing) -> Iterator[Chain | Frame | FrameEnds]:
    """What to write, in order; a Frame means that it begins."""
    return _Planner(drawing).frame("")


class _Planner:
    def __init__(self, drawing: Drawing) -> None:
        self.boxes = {box.id: box for box in drawing.boxes}
        self.order = {box.id: place for place, box in enumerate(drawing.boxes)}
        arrows = [arrow for arrow in drawing.arrows if arrow.source in self.boxes and arrow.target in self.boxes]
        self.incoming: dict[str, list[Arrow]] = {box: [] for box in self.boxes}
        self.outgoing: dict[str, list[Arrow]] = {box: [] for box in self.boxes}
        for arrow in arrows:
            self.incoming[arrow.target].append(arrow)
            self.outgoing[arrow.source].append(arrow)
        self.frames = {frame.id: frame for frame in nested(drawing.frames)}
        self.declared: set[str] = set()
        self.written: set[str] = set()

    def home(self, box: Box) -> str:
        return box.frame if box.frame in self.frames else ""

    def unit(self, box: str, frame: str) -> str:
        """The child of a frame that holds a box: the box, or the frame around it; empty where it is outside."""
        unit, home = box, self.home(self.boxes[box])
        while home != frame:
            if not home:
                return ""
            unit, home = home, self._outer(home)
        return unit

    def _outer(self, frame: str) -> str:
        outer = self.frames[frame].frame
        return outer if outer in self.frames else ""

    def frame(self, frame: str) -> Iterator[Chain | Frame | FrameEnds]:
        """What is written inside a frame, or outside all."""
        for unit in self._sorted(frame):
            if unit in self.boxes:
                if unit not in self.declared:
                    yield from self._chains(unit)
            else:
                yield self.frames[unit]
                yield from self.frame(unit)
                yield FrameEnds()

    def _sorted(self, frame: str) -> Iterator[str]:
        """The children of a frame along the arrows; where these go round, the first as drawn comes first."""
        place = {self.unit(box, frame): self.order[box] for box in reversed(self.boxes)}
        empty = [one for one in self.frames if self._outer(one) == frame and one not in place]
        place.pop("", None)
        before: dict[str, int] = dict.fromkeys(place, 0)
        after: dict[str, set[str]] = {unit: set() for unit in place}
        for box in self.boxes:
            for arrow in self.outgoing[box]:
                source, target = self.unit(box, frame), self.unit(arrow.target, frame)
                if source and target and source != target and not arrow.dashed and target not in after[source]:
                    after[source].add(target)
                    before[target] += 1
        yield from _topological(place, before, after)
        yield from empty

    def _chains(self, box: str) -> Iterator[Chain]:
        """The chain that begins with a box, or with what leads to it, and arrows that go back."""
        chain = self._begin(box)
        late: list[Arrow] = []
        while True:
            step = chain[-1]
            self.declared.add(step.box.id)
            late += self._loose(step)
            following = self._next(step.box)
            if following is None:
                break
            chain.append(self._step(following))
        yield chain
        for arrow in late:
            yield [Step(self.boxes[arrow.source], False), Step(self.boxes[arrow.target], False, arrow)]

    def _begin(self, box: str) -> Chain:
        main = self._main([arrow for arrow in self.incoming[box] if self._ready(arrow)])
        if main is None:
            return [Step(self.boxes[box], True)]
        return [Step(self.boxes[main.source], False), self._step(main)]

    def _step(self, via: Arrow) -> Step:
        """A new box, with the arrows that can be written as its inputs."""
        self.written.add(via.id)
        box = self.boxes[via.target]
        others = [arrow for arrow in self.incoming[box.id] if self._ready(arrow)]
        skips = is_join(box.label) and box.label.lower() in CURVED_JOINS
        inputs = [arrow for arrow in others if arrow.curved] if skips else []
        inputs = inputs or [arrow for arrow in others if not arrow.curved]
        self.written.update(arrow.id for arrow in inputs)
        return Step(box, True, via, inputs)

    def _ready(self, arrow: Arrow) -> bool:
        return arrow.source in self.declared and not arrow.dashed and arrow.id not in self.written

    def _next(self, box: Box) -> Arrow | None:
        """The arrow by which the chain goes on: to a new box of the same frame that waits for nothing else."""
        ways = [
            arrow
            for arrow in self.outgoing[box.id]
            if arrow.target not in self.declared
            and arrow.id not in self.written
            and not arrow.dashed
            and self.home(self.boxes[arrow.target]) == self.home(box)
            and all(one.source in self.declared or one.dashed for one in self.incoming[arrow.target])
        ]
        return self._main(ways)

    @staticmethod
    def _main(arrows: list[Arrow]) -> Arrow | None:
        return next((arrow for arrow in arrows if not arrow.curved), arrows[0] if arrows else None)

    def _loose(self, step: Step) -> list[Arrow]:
        """Arrows between boxes that are both there by now, and that no chain has written."""
        box = step.box.id
        loose = [
            arrow
            for arrow in (*self.incoming[box], *self.outgoing[box])
            if arrow.id not in self.written and {arrow.source, arrow.target} <= self.declared
        ]
        loose = list({arrow.id: arrow for arrow in loose}.values()) if step.new else []
        self.written.update(arrow.id for arrow in loose)
        return loose


def _topological(place: dict[str, int], before: dict[str, int], after: dict[str, set[str]]) -> Iterator[str]:
    ready: list[tuple[int, str]] = []
    for unit, waits in before.items():
        if not waits:
            heappush(ready, (place[unit], unit))
    left = dict(sorted(place.items(), key=lambda item: item[1]))
    while left:
        unit = heappop(ready)[1] if ready else next(iter(left))
        if unit not in left:
            continue
        del left[unit]
        yield unit
        for target in after[unit]:
            before[target] -= 1
            if not before[target] and target in left:
                heappush(ready, (place[target], target))
