"""From the text notation to a drawing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count

from evalmode.board.drawing import Arrow, Box, Drawing, Frame, Note
from evalmode.board.notation.errors import NotationError
from evalmode.board.notation.frames import DEEPEST
from evalmode.board.notation.steps import Step, parse_step
from evalmode.board.notation.tokens import FrameEnd, FrameStart, Link, NoteLine, Piece, read_lines
from evalmode.board.notation.words import clean
from evalmode.core.errors import InputError

__all__ = ["MAX_NOTATION_CHARS", "parse_notation"]

MAX_NOTATION_CHARS = 500_000
"""The longest text that is read: some 5,000 boxes."""


def parse_notation(text: str) -> Drawing:
    """The drawing that a text describes. It has no places: :func:`evalmode.board.layout.lay_out` gives them.

    ``a -> b`` is an arrow, ``a => b`` a curved one, ``a ~> b`` a dashed one (of the backward pass), ``a ~~> b``
    both, and ``a -[words]-> b`` has a label. At the first place of a chain stands what has been written above (its
    name, else its label, the latest if there are several), or a new input. ``+ a`` (also ``*``, ``⊙``, ``concat a,
    b``) joins the value so far with others; ``Label @ a, k=b`` is a box with further inputs. ``Label as name``
    gives a name; an arrow may lead back to it; a dashed one leads back to a label as well. Apart from that, the
    same label twice is two boxes. A shape in brackets after a step labels the arrow that leaves it. ``"Words in
    quotation marks"`` are always a new box. ``frame Encoder x6 {`` … ``}`` puts boxes in a frame; ``note: words``
    and ``note @ name: words`` are notes.

    Box ids are their names, else their labels (``LayerNorm``, ``LayerNorm (2)``); arrow ids are ``x -> LayerNorm``.

    Raises:
        NotationError: What cannot be read, with its line and column.
        InputError: The text is too long.
    """
    if len(text) > MAX_NOTATION_CHARS:
        message = f"The text has {len(text):,} characters; at most {MAX_NOTATION_CHARS:,} are read."
        raise InputError(message, hint="Draw one block, not every layer.")
    builder = _Builder()
    for part in read_lines(text):
        match part:
            case FrameStart():
                builder.open_frame(part)
            case FrameEnd():
                builder.close_frame(part)
            case NoteLine():
                builder.notes.append(part)
            case _:
                builder.chain(part)
    return builder.drawing()


@dataclass(slots=True)
class _OpenFrame:
    id: str
    label: str
    outer: str
    line: int
    members: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    boxes: dict[str, Box] = field(default_factory=dict)
    arrows: dict[str, Arrow] = field(default_factory=dict)
    frames: dict[str, _OpenFrame] = field(default_factory=dict)
    open: list[_OpenFrame] = field(default_factory=list)
    notes: list[NoteLine] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    """What ``as`` named."""
    labelled: dict[str, str] = field(default_factory=dict)
    """The latest box of each label."""
    waiting: dict[str, str] = field(default_factory=dict)
    """Shapes at the end of a chain: they belong to the next arrow that leaves there."""
    taken: set[str] = field(default_factory=set)
    """Every id so far."""
    serials: dict[str, count[int]] = field(default_factory=dict)

    def find(self, name: str) -> str | None:
        """The box that is called so."""
        name = clean(name)
        return self.named.get(name) or self.labelled.get(name)

    def chain(self, tokens: list[Piece | Link]) -> None:
        current, shape, link = "", "", None
        for token in tokens:
            if isinstance(token, Link):
                if link or not current:
                    raise NotationError(
                        "An arrow needs a step on either side.",
                        token.line,
                        token.column,
                        hint="Write a name before it.",
                    )
                link = token
                continue
            step = parse_step(token, lambda name: self.find(name) is not None)
            box = self.box(step, there=not current or (link is not None and link.dashed))
            if link:
                self.arrow(current, box, _words(link.label, shape), curved=link.curved, dashed=link.dashed)
            for further in step.inputs:
                self.arrow(self.find(further.name) or "", box, further.label, curved=further.curved)
            current, shape, link = box, step.shape, None
            if step.name:
                self.name(step, box)
        if link:
            raise NotationError("This arrow leads nowhere.", link.line, link.column, hint="Write a step after it.")
        if shape:
            self.waiting[current] = shape

    def box(self, step: Step, *, there: bool) -> str:
        """The box a step means: one that is there (by its name; where it may be, also by its label), or a new one."""
        if not step.quoted:
            by_label = there and not step.inputs
            if known := self.find(step.label) if by_label else self.named.get(clean(step.label)):
                return known
        identifier = self.unique(step.name or clean(step.label) or "box")
        frame = self.open[-1].id if self.open else ""
        self.boxes[identifier] = Box(identifier, step.label, frame=frame, elements=(identifier,))
        self.labelled[clean(step.label)] = identifier
        for outer in self.open:
            outer.members.append(identifier)
        return identifier

    def name(self, step: Step, box: str) -> None:
        if self.named.get(step.name, box) != box:
            raise NotationError(
                f"Two boxes are called “{step.name}”.", step.piece.line, step.piece.column, hint="Choose another name."
            )
        self.named[step.name] = box

    def arrow(self, source: str, target: str, label: str, *, curved: bool, dashed: bool = False) -> None:
        if not label and not dashed:
            label = self.waiting.pop(source, "")
        identifier = self.unique(f"{source} -> {target}")
        self.arrows[identifier] = Arrow(
            identifier, source, target, label, curved=curved, dashed=dashed, elements=(identifier,)
        )

    def open_frame(self, start: FrameStart) -> None:
        if len(self.open) > DEEPEST:
            raise NotationError("This is one frame in another too many.", start.line, 1, hint="Draw fewer frames.")
        outer = self.open[-1].id if self.open else ""
        identifier = self.unique(f"frame {clean(start.label)}".strip())
        frame = _OpenFrame(identifier, start.label, outer, start.line)
        self.frames[identifier] = frame
        self.open.append(frame)

    def close_frame(self, end: FrameEnd) -> None:
        if not self.open:
            raise NotationError("This bracket closes nothing.", end.line, 1, hint="Take it out.")
        self.open.pop()

    def unique(self, base: str) -> str:
        """An id that is free: ``LayerNorm``, then ``LayerNorm (2)``, and so on."""
        identifier = base
        while identifier in self.taken:
            identifier = f"{base} ({next(self.serials.setdefault(base, count(2)))})"
        self.taken.add(identifier)
        return identifier

    def drawing(self) -> Drawing:
        if self.open:
            raise NotationError(
                f"The frame “{self.open[-1].label}” is never closed.", self.open[-1].line, 1, hint="Close it with }."
            )
        for identifier, shape in self.waiting.items():
            box = self.boxes[identifier]
            self.boxes[identifier] = replace(box, label=_words(box.label, shape))
        frames = tuple(
            Frame(one.id, one.label, frame=one.outer, members=tuple(one.members), elements=(one.id,))
            for one in self.frames.values()
        )
        notes = tuple(self.note(number, line) for number, line in enumerate(self.notes, start=1))
        return Drawing(tuple(self.boxes.values()), tuple(self.arrows.values()), frames, notes, flow="down")

    def note(self, number: int, line: NoteLine) -> Note:
        identifier = self.unique(f"note {number}")
        return Note(identifier, line.text, self.near(line) if line.near else "", elements=(identifier,))

    def near(self, line: NoteLine) -> str:
        """The box, arrow or frame that a note stands beside."""
        if box := self.find(line.near):
            return box
        for frame in self.frames.values():
            if clean(line.near) == clean(frame.label):
                return frame.id
        ends = [self.find(end) for end in line.near.split(" -> ")]
        for arrow in self.arrows.values():
            if [arrow.source, arrow.target] == ends:
                return arrow.id
        message = f"The note is beside “{line.near}”, and nothing is called so."
        raise NotationError(message, line.line, line.column, hint="Name a box, a frame, or an arrow as `a -> b`.")


def _words(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
