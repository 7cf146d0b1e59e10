"""A coding problem: a folder with the statement, the reference, and the wrong solutions that prove its checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints

from evalmode.bank.parts import FollowUp, Frozen, ItemBase, Line, Point, Prose, Slug
from evalmode.core import ItemId

if TYPE_CHECKING:
    from pathlib import Path

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=80)]


class Narration(Frozen):
    """The minute or two of approach that a candidate says before writing code; graded like an answer."""

    seconds: Annotated[int, Field(ge=30, le=180)] = 90
    """The time allotted."""
    key_points: Annotated[tuple[Point, ...], Field(min_length=1)]
    """What a good narration says; two to four."""


class CodeItem(ItemBase):
    """A function or a class to write, judged by running it.

    The problem is a folder named after its id. Its programs are found next to ``problem.md`` and are read by those who
    run them, never here: one that is missing is a matter for lint, so that the rest of the bank stays usable while an
    author is at work.
    """

    kind: Literal["code"] = "code"
    """Always ``code``."""
    minutes: Annotated[int, Field(ge=5, le=45)]
    """The time an interviewer gives."""
    prerequisites: tuple[Slug, ...] = ()
    """Ids of the topics to know before."""
    defines: Identifier
    """The name of the function or class that a submission defines."""
    libraries: Annotated[tuple[Literal["torch", "numpy"], ...], Field(min_length=1)] = ("torch",)
    """What a submission may import besides the standard library's mathematics."""
    bans: tuple[Slug, ...] = ()
    """Groups of ready-made functions and layers that would do the whole job."""
    complexity: Line
    """Time and memory of a good solution."""
    hints: tuple[Line, ...] = ()
    """Staged: a question, a pointer, nearly the line; at least three."""
    narration: Narration
    """The minute of approach before the code."""
    unproven: dict[Slug, Line] = Field(default={})
    """Key point id → why no program can prove it."""
    follow_ups: tuple[FollowUp, ...] = ()
    """The two questions that follow."""
    task: Prose
    """What to write, with every shape and type; Markdown."""
    traps: Prose
    """Names the classes of traps without giving them away; Markdown."""
    listens_for: Prose
    """What an interviewer listens for meanwhile; Markdown bullets."""
    why: Prose
    """Why it is built so; shown after passing or giving up; Markdown."""

    @property
    def item_id(self) -> ItemId:
        """The full id."""
        return ItemId("code", self.id)

    @property
    def folder(self) -> Path:
        """The problem's folder."""
        return self.path.parent

    @property
    def starter(self) -> Path:
        """What a candidate begins with."""
        return self.folder / "starter.py"

    @property
    def solution(self) -> Path:
        """The reference solution."""
        return self.folder / "solution.py"

    @property
    def checks(self) -> Path:
        """The hidden checks; only a judge reads them."""
        return self.folder / "checks.py"

    @property
    def scenario(self) -> Path | None:
        """How a submission is run where the judge's own ways do not suffice; None if they do."""
        return _if_there(self.folder / "scenario.py")

    @property
    def twin(self) -> Path | None:
        """The same interface on top of torch's own layer; None where torch has none."""
        return _if_there(self.folder / "twin.py")

    @property
    def right(self) -> tuple[Path, ...]:
        """Right solutions in other styles, by name."""
        return tuple(sorted((self.folder / "right").glob("*.py")))

    @property
    def wrong(self) -> tuple[Path, ...]:
        """Wrong solutions and cheats, by name; :func:`evalmode.bank.read_wrong_solutions` reads them."""
        return tuple(sorted((self.folder / "wrong").glob("*.py")))


def _if_there(path: Path) -> Path | None:
    return path if path.is_file() else None
