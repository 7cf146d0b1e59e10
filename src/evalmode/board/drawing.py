"""A drawing as it was read: boxes, arrows and words, before anybody asks what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Arrow", "Box", "Correction", "Drawing", "Frame", "Note", "Rect", "Unread"]

Form = Literal["rectangle", "ellipse", "diamond", "text", "strokes", "joint", "image"]
Flow = Literal["down", "up", "right", "left", "unknown"]
Origin = Literal["bound", "nearby", "joined", "corrected", "written"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A place on the canvas, in scene units; y grows downwards."""

    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Box:
    """Something that arrows may meet: a shape with words in it, words alone, or a mark such as ⊕.

    Args:
        id: The id of its leading element, or its name in the text notation.
        label: All words that belong to it, its lines joined by newlines.
        form: What it is drawn as. ``strokes`` is a mark made of lines, ``joint`` a point where arrows meet.
        rect: Where it is.
        colour: Its fill, else its stroke; empty where it has the default colour.
        frame: The id of the innermost frame that holds it; empty if none does.
        elements: Every element it is made of, leading one first.
    """

    id: str
    label: str
    form: Form = "rectangle"
    rect: Rect = field(default_factory=Rect)
    colour: str = ""
    frame: str = ""
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """A connection from one box to another.

    Args:
        id: The id of its element; an arrow that forks is several arrows with the ids ``id``, ``id#2``, …
        source: Id of the box it leaves.
        target: Id of the box it reaches.
        label: The words on or beside it, its lines joined by newlines.
        curved: Whether it is drawn round or goes round corners at the side.
        dashed: Whether its line is dashed or dotted.
        headless: Whether neither end has a head, so that its direction was worked out from the flow.
        colour: Its stroke; empty where it has the default colour.
        points: Its course, in scene units.
        origin: How its ends were found.
        elements: Every element it is made of: itself, its label, and the lines that prolong it.
    """

    id: str
    source: str
    target: str
    label: str = ""
    curved: bool = False
    dashed: bool = False
    headless: bool = False
    colour: str = ""
    points: tuple[tuple[float, float], ...] = ()
    origin: Origin = "written"
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Something drawn around other boxes: an outer box, an Excalidraw frame, a bracket.

    Args:
        id: The id of its element.
        label: Its words, such as ``Encoder`` or ``N×``.
        rect: Where it is.
        frame: The id of the frame around it; empty if none is.
        members: Ids of the boxes directly or indirectly inside.
        elements: Every element it is made of.
    """

    id: str
    label: str
    rect: Rect = field(default_factory=Rect)
    frame: str = ""
    members: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Words that no arrow meets: a title, an equation, a legend, a trade-off.

    Args:
        id: The id of its element.
        text: The words.
        near: The id of the box, arrow or frame it stands next to or is tied to; empty if it stands alone.
        rect: Where it is.
        elements: Every element it is made of, the line that ties it to its box among them.
    """

    id: str
    text: str
    near: str = ""
    rect: Rect = field(default_factory=Rect)
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read. It is shown, and never counted as wrong.

    Args:
        id: The id of its element.
        what: ``arrow``, ``text``, ``image``, ``scribble`` or ``line``.
        says: What is unclear and what to do, in one sentence.
        elements: The elements concerned.
    """

    id: str
    what: Literal["arrow", "text", "image", "scribble", "line"]
    says: str
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says about a reading; kept with the attempt and applied at each further reading.

    Args:
        element: The arrow or text that is meant.
        role: ``source`` or ``target``: the arrow's end is at the box ``to``. ``label``: the text belongs to the box or
            arrow ``to``. ``note``: the element means nothing here. ``reverse``: the arrow goes the other way.
        to: Id of a box, arrow or frame; empty for ``note`` and ``reverse``.
    """

    element: str
    role: Literal["source", "target", "label", "note", "reverse"]
    to: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that was read from a canvas or from the text notation.

    Args:
        boxes: What arrows may meet, in reading order along the flow.
        arrows: The connections.
        frames: What is drawn around boxes, outermost first.
        notes: Words that no arrow meets.
        unread: What could not be read.
        flow: The main direction of its arrows.
    """

    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    frames: tuple[Frame, ...] = ()
    notes: tuple[Note, ...] = ()
    unread: tuple[Unread, ...] = ()
    flow: Flow = "unknown"
