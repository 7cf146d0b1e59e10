"""An architecture to draw from memory: a folder with the question, accepted references, and wrong drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator

from evalmode.bank.parts import Frozen, GradedFollowUp, ItemBase, Line, Point, Prose, Slug
from evalmode.core import ItemId

if TYPE_CHECKING:
    from pathlib import Path

EdgeKinds = Literal["data", "gradient", "any"]
OpKind = Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=60)]
RoleName = OpKind


class Role(Frozen):
    """A part of a system diagram that rules speak of, and how it is recognised."""

    kinds: tuple[OpKind, ...] = ()
    """Kinds of operations; a node of any of them may play the role."""
    named: tuple[Line, ...] = ()
    """Whole words looked for in labels and names of values in any case; between slashes, a regular expression."""
    unless: tuple[Line, ...] = ()
    """Words that rule it out."""
    after: tuple[RoleName, ...] = ()
    """Roles of which one must lead to it."""
    before: tuple[RoleName, ...] = ()
    """Roles of which it must lead to one."""
    edge: bool = False
    """Whether words on an arrow may play it, too."""
    beside: tuple[RoleName, ...] = ()
    """Roles to point at first when it is missing."""
    required: bool = True
    """Whether a drawing without it lacks something."""
    missing: str = ""
    """What to say when it is not there; empty for a sentence that is made."""
    why: str = ""
    """What it is needed for."""


class Count(Frozen):
    """How often a role may be drawn."""

    role: RoleName
    """Which."""
    least: Annotated[int, Field(ge=0)] = 1
    """How often at least."""
    most: Annotated[int, Field(ge=1)] = 100
    """How often at most."""


class Param(Frozen):
    """What a parameter of a role's operation may be, where it is written."""

    role: RoleName
    """Whose."""
    name: Line
    """Which parameter."""
    one_of: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Its accepted values."""


class RoleShape(Frozen):
    """The shape of what a role makes, where it is written."""

    role: RoleName
    """Whose."""
    shape: Line
    """As in ``(B, z)``."""


class Rule(Frozen):
    """One thing that must hold in a system diagram; exactly one of its eight forms is given."""

    path: tuple[RoleName, ...] = ()
    """Each of these roles leads to the next."""
    no_path: tuple[RoleName, ...] = ()
    """The first role does not lead to the second."""
    mention: tuple[Line, ...] = ()
    """One of these words is written somewhere; between slashes, a regular expression."""
    no_mention: tuple[Line, ...] = ()
    """None of these words is written: on what plays ``at``, or, without it, anywhere."""
    only_from: tuple[RoleName, ...] = ()
    """What feeds ``role`` is one of these."""
    count: Count | None = None
    """How often a role is drawn."""
    param: Param | None = None
    """What a parameter may be."""
    shape: RoleShape | None = None
    """What a shape must be."""
    role: RoleName | Literal[""] = ""
    """Whom ``only_from`` is about."""
    edges: EdgeKinds = "data"
    """Which arrows count."""
    avoiding: tuple[RoleName, ...] = ()
    """Roles that may not lie on the way."""
    unless: tuple[Line, ...] = ()
    """Roles or words that excuse it."""
    when: tuple[Line, ...] = ()
    """Roles or words without which it does not apply."""
    at: RoleName | Literal[""] = ""
    """The role to point at; empty for the one that the rule is about."""
    finding: str = ""
    """The kind of finding; empty for the usual one."""
    message: str = ""
    """What to say when it does not hold, in one sentence; empty for one that is made."""
    why: str = ""
    """What it is needed for."""

    @model_validator(mode="after")
    def _has_one_form(self) -> Rule:
        forms = ("path", "no_path", "mention", "no_mention", "only_from", "count", "param", "shape")
        given = [form for form in forms if getattr(self, form)]
        if len(given) != 1:
            raise ValueError(f"a rule has exactly one of {', '.join(forms)}; this one has {len(given)}")
        if bool(self.only_from) != bool(self.role):
            raise ValueError("role and only_from belong together")
        return self


class KeyEquation(Frozen):
    """An equation that belongs next to a component."""

    at: Line
    """Kind of operation, or role, that it belongs to."""
    formula: Line
    """As it is usually written."""
    also: tuple[Line, ...] = ()
    """Other accepted forms."""


class TradeOffs(Frozen):
    """The one or two trade-offs that end a good whiteboard answer; graded like an answer."""

    seconds: Annotated[int, Field(ge=30, le=180)] = 60
    """The time allotted."""
    answer: Line
    """A good answer."""
    key_points: Annotated[tuple[Point, ...], Field(min_length=1)]
    """Each a trade-off or an alternative; one of them is enough for a pass, two for all."""


class BoardItem(ItemBase):
    """An architecture that is drawn from memory and checked as a typed graph.

    Its references and wrong drawings lie next to ``board.md`` in the text notation and are read by those who match
    drawings, never here.
    """

    kind: Literal["board"] = "board"
    """Always ``board``."""
    minutes: Annotated[int, Field(ge=2, le=30)]
    """The time an interviewer gives."""
    prerequisites: tuple[Slug, ...] = ()
    """Ids of the topics to know before."""
    judged_by: Literal["references", "rules", "both"] = "references"
    """What decides: accepted graphs, rules over roles, or both of them."""
    implicit_join: Literal["", "add", "concat"] = ""
    """What two arrows into a box that takes one value mean here; empty if they mean nothing."""
    neutral: tuple[OpKind, ...] = ()
    """Further kinds of operations that may be drawn or left out."""
    roles: dict[RoleName, Role] = Field(default={})
    """The parts that rules speak of."""
    rules: tuple[Rule, ...] = ()
    """What must hold, most important first."""
    whys: dict[Line, Line] = Field(default={})
    """Kind of operation, role, or ``finding:kind`` → what it is needed for, in one sentence."""
    equations: tuple[KeyEquation, ...] = ()
    """What is worth writing next to its component."""
    hints: tuple[Line, ...] = ()
    """Staged: a question, a pointer; before what the drawing itself lacks."""
    trade_offs: TradeOffs
    """What ends the answer."""
    probes: Annotated[tuple[GradedFollowUp, ...], Field(min_length=1)]
    """Two questions about the drawing: a shape, and what breaks without an edge."""
    unproven: dict[Slug, Line] = Field(default={})
    """Key point id → why no program can prove it."""
    question: Prose
    """As an interviewer asks it; Markdown."""
    listens_for: Prose
    """What an interviewer looks for meanwhile; Markdown bullets."""
    why: Prose
    """Why it is built so; shown after passing or giving up; Markdown."""

    @property
    def item_id(self) -> ItemId:
        """The full id."""
        return ItemId("board", self.id)

    @property
    def folder(self) -> Path:
        """The architecture's folder."""
        return self.path.parent

    @property
    def references(self) -> tuple[Path, ...]:
        """Accepted drawings in the text notation, by name."""
        return tuple(sorted((self.folder / "references").glob("*.board")))

    @property
    def wrong(self) -> tuple[Path, ...]:
        """Drawings that must be refused, in the text notation, by name."""
        return tuple(sorted((self.folder / "wrong").glob("*.board")))

    @property
    def module(self) -> Path:
        """Independent torch modules that the references are compared with; only a child process reads them."""
        return self.folder / "module.py"
