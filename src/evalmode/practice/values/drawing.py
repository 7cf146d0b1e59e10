"""The whiteboard room: architectures to draw, and what a candidate does with them."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - pydantic reads annotations at run time
from typing import Annotated, Any, Literal

from pydantic import Field

from evalmode.bank import Level  # noqa: TC001 - as above
from evalmode.board.values import BoardCheck, BoardVerdict  # noqa: TC001 - as above
from evalmode.practice.value import Value
from evalmode.practice.values.coding import AttemptState, ProblemState, Seconds  # noqa: TC001 - as above
from evalmode.practice.values.feedback import MemoryView  # noqa: TC001 - as above
from evalmode.practice.values.sessions import Revision  # noqa: TC001 - as above

Word = Annotated[str, Field(max_length=200)]


class SheetCorrection(Value):
    """What the candidate says about a reading."""

    element: Word
    """Id of the arrow or text that is meant."""
    role: Literal["source", "target", "label", "note", "reverse"]
    """``source``/``target``: that end of the arrow is at ``to``; ``label``: the text belongs to ``to``; ``note``: it
    means nothing here; ``reverse``: the arrow goes the other way."""
    to: Word = ""
    """Id of a box, arrow or frame; empty for ``note`` and ``reverse``."""


class Sheet(Value):
    """A drawing: an Excalidraw scene or the text notation, one of them."""

    scene: dict[str, Any] | None = None
    """An Excalidraw document: ``{"type": "excalidraw", "elements": […], …}``."""
    notation: Annotated[str, Field(max_length=100_000)] = ""
    """The text notation, where nothing is drawn."""
    corrections: Annotated[tuple[SheetCorrection, ...], Field(max_length=1_000)] = ()
    """What the candidate said about how the scene was read."""


class ArchitectureBrief(Value):
    """A line of the list of architectures."""

    id: str
    """The architecture's name within its kind, such as ``lstm-cell``; it is what the paths of the API take."""
    item_id: str
    """The full id, such as ``board/lstm-cell``."""
    title: str
    topics: tuple[str, ...]
    checklist: tuple[str, ...]
    level: Level
    minutes: int
    """What an interviewer gives."""
    state: ProblemState
    attempts: int
    """How often a drawing was handed in."""
    best_score: float | None
    last_verdict: BoardVerdict | None
    last_attempt_at: datetime | None
    due: datetime | None
    """When it comes back; null where it was neither passed nor given up."""


class ReferenceView(Value):
    """An accepted drawing, shown after passing or giving up."""

    name: str
    title: str
    notation: str
    svg: str
    """The drawing, for light pages."""
    svg_dark: str
    steps: tuple[tuple[str, ...], ...]
    """Groups of element ids of the SVG in the order in which data flows, to be shown one after the other."""
    scene: dict[str, Any]
    """The same as an Excalidraw document, to be opened on a canvas."""
    module: str
    """The ``nn.Module`` that it describes; empty where it cannot be built."""
    detail: bool
    """Whether it is the detailed of two levels: every operation, or the blocks only."""


class BoardSolution(Value):
    """What is shown after passing or giving up."""

    references: tuple[ReferenceView, ...]
    """Every accepted variant, from far and, where that shows more, from near: with the same title, and ``detail``."""
    equations: tuple[str, ...]
    """The key equations, each with the component it belongs to."""
    listens_for: str
    """Markdown."""
    why: str
    """Markdown."""
    sources: tuple[str, ...]


class SpokenPart(Value):
    """A question in words about the drawing: its trade-offs, or a probe."""

    part: str
    """``trade-offs`` or the probe's id; it is what the paths of the API take."""
    question: str
    seconds: int
    attempt_id: str | None
    """The latest answer of this round; null where there is none."""
    score: float | None
    """Of that answer, in [0, 1]; null until it is graded."""


class ArchitectureView(Value):
    """An architecture as it is worked on.

    Work goes in rounds, as for coding problems. A round ends when a drawing is right or the references are asked for.
    """

    brief: ArchitectureBrief
    question: str
    """Markdown: what the interviewer says."""
    prerequisites: tuple[str, ...]
    draft: Sheet
    """What was drawn so far in this round; empty where nothing was."""
    draft_revision: int
    """Send it back with the next draft; an older one is refused, so two tabs cannot overwrite each other."""
    draft_saved_at: datetime | None
    hints_taken: int
    """In this round."""
    tries: int
    """Drawings handed in in this round."""
    finished: bool
    """Whether this round is over: a drawing was right, or the references were revealed."""
    spoken: tuple[SpokenPart, ...]
    """What is asked in words afterwards."""
    solution: BoardSolution | None
    """Null until this round is over."""


class SheetDraftRequest(Value):
    """The drawing as far as it got."""

    sheet: Sheet
    revision: Revision
    """The revision that it was drawn on top of."""
    force: bool = False
    """Overwrite what another tab saved."""


class SheetRequest(Value):
    """A drawing to be looked at; nothing is stored."""

    sheet: Sheet


class SheetSubmitRequest(Value):
    """A drawing to be handed in."""

    sheet: Sheet
    seconds_used: Seconds = 0.0
    """Time worked on it in this round, all tries together."""


class NextPieceRequest(Value):
    """A wish for a hint on what stands on the canvas."""

    sheet: Sheet
    stage: Annotated[int, Field(ge=1, le=3)] = 1
    """How much to reveal: a question, a direction, the piece itself. Each new stage of a piece costs a hint."""


class NextPiece(Value):
    """A hint: the next missing piece, and no other."""

    message: str
    stage: int
    stages: int
    elements: tuple[str, ...]
    """Where to look; may be empty."""
    done: bool
    """Whether nothing is missing any more; then it cost nothing."""
    hints_taken: int
    """In this round, this one included."""


class ConvertRequest(Value):
    """A drawing to be written in another way."""

    sheet: Sheet
    to: Literal["notation", "scene", "mermaid", "svg"]
    """Excalidraw scenes come back with every element laid out and bound."""


class Converted(Value):
    """A drawing in another way."""

    text: str
    """The notation, Mermaid or SVG; empty for a scene."""
    scene: dict[str, Any] | None
    """The Excalidraw document; null for the others."""


class SpokenAnswerRequest(Value):
    """An answer in words to one of the questions about the drawing."""

    text: str
    spoken: bool = False
    """Whether it is a transcript; then pace and fillers are reported."""
    seconds_used: Seconds = 0.0


class DrawingAttemptBrief(Value):
    """A line of an architecture's history."""

    attempt_id: str
    answered_at: datetime
    state: AttemptState
    verdict: BoardVerdict | None
    score: float | None
    seconds_used: float
    hints: int
    """Hints taken by then in that round."""


class DrawingFeedback(Value):
    """A drawing that was handed in, with all that is known about it."""

    attempt_id: str
    architecture: str
    """Its name within its kind."""
    item_id: str
    title: str
    sheet: Sheet
    answered_at: datetime
    seconds_allotted: int
    seconds_used: float
    hints: int
    """Hints taken by then in that round."""
    tries: int
    """Which drawing of that round it is, from 1."""
    revealed: bool
    """Whether the references had been seen in that round."""
    state: AttemptState
    says: str = ""
    """Why it is not checked yet, and what happens next; empty where it is."""
    score: float | None
    """In [0, 1], what it is worth with hints and tries; null while it waits."""
    check: BoardCheck | None
    memory: MemoryView | None
    """What spaced repetition made of it; null where it did not end a round."""
    solution: BoardSolution | None
    """Null until this round is over."""


class NodeShape(Value):
    """The shape of what one operation made when the module ran."""

    name: str
    shape: str


class ModuleRunView(Value):
    """What came of building and running the module that a drawing describes."""

    module: str
    """Its source; empty where it could not be built."""
    works: bool
    says: str
    """One sentence: that it runs and equals the reference, or what went wrong."""
    parameters: int | None
    sizes: dict[str, int]
    """Which concrete size each symbol was given."""
    nodes: tuple[NodeShape, ...]
    outputs: tuple[str, ...]
    """Shapes of what it returns."""
    largest_difference: float | None
    """Against the reference under the same weights; null where they cannot be mapped."""
    tier: str
    """How well it was locked in."""


class Stencil(Value):
    """A piece of the library that can be put on the canvas."""

    title: str
    category: str
    colour: str
    """Of its kind of operation."""
    elements: tuple[dict[str, Any], ...]
    """Excalidraw elements."""
