"""A candidate's own files: the program and the statement of each problem, in a folder of theirs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evalmode.cli import textfile
from evalmode.core import InputError, StorageError
from evalmode.practice.coding.programs import MAX_SOURCE_BYTES

if TYPE_CHECKING:
    from evalmode.practice.values import ProblemView

KEPT_SUFFIX = ".py.old"
"""What a program is kept under when the problem begins anew."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder in which problems are worked on.

    Args:
        folder: The folder.
    """

    folder: Path

    def program(self, problem: str) -> Path:
        """The file that the candidate writes."""
        return self.folder / f"{problem}.py"

    def statement(self, problem: str) -> Path:
        """The file to read."""
        return self.folder / f"{problem}.md"

    def start(self, view: ProblemView, *, force: bool) -> None:
        """Lay a problem out: the starter, or what was typed elsewhere, and the statement.

        Raises:
            InputError: The program is there already and ``force`` is not set, or the folder cannot be made.
            StorageError: The disk refused.
        """
        name = view.brief.id
        program = self.program(name)
        if program.exists() and not force:
            raise InputError(
                f"{program} is there already.",
                hint=f"evalmode code watch {name} goes on with it; --force puts {_what(view)} in its place.",
            )
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{self.folder} cannot be made: {error.strerror}.") from error
        self._keep_old(program, view.draft)
        _write(self.statement(name), statement_page(view))
        _write(program, view.draft)

    def reset(self, view: ProblemView) -> bool:
        """Put the starter back where the problem is laid out; returns whether another program was kept aside.

        Raises:
            StorageError: The disk refused.
        """
        program = self.program(view.brief.id)
        if not program.is_file():
            return False
        kept = self._keep_old(program, view.starter)
        _write(program, view.starter)
        return kept

    def read(self, problem: str) -> str:
        """The program as it stands.

        Raises:
            InputError: It is not there, cannot be read, is no UTF-8 text or is too large.
        """
        program = self.program(problem)
        if not program.is_file():
            raise InputError(f"There is no {program}.", hint=f"evalmode code start {problem} writes it.")
        return textfile.read_text(program, at_most=MAX_SOURCE_BYTES, what="a program")

    def stamp(self, problem: str) -> tuple[int, int] | None:
        """Changes whenever the program is saved; None while it is not there, as between two steps of an editor."""
        try:
            status = self.program(problem).stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def _keep_old(self, program: Path, new: str) -> bool:
        """Keep what stands in a program aside, where it is worth it."""
        if not program.is_file() or program.read_bytes().strip() in {b"", new.strip().encode()}:
            return False
        program.replace(program.with_suffix(KEPT_SUFFIX))
        return True


def is_starter(source: str, view: ProblemView) -> bool:
    """Whether nothing was written yet."""
    return source.replace("\r\n", "\n").strip() in {"", view.starter.strip()}


def statement_page(view: ProblemView) -> str:
    """The statement as a page of Markdown."""
    brief = view.brief
    rules = [f"Write `{view.defines}`; {brief.minutes} minutes are what an interviewer gives."]
    rules.append(f"Import what you need of {' and '.join(brief.libraries)} and the standard library's mathematics.")
    if view.bans:
        rules.append(f"Build it yourself: {', '.join(view.bans)} may not be used ready-made.")
    parts = [
        f"# {brief.title}",
        " ".join(rules),
        "## Task",
        view.task.strip(),
        "## Traps",
        view.traps.strip(),
        "## What an interviewer listens for",
        view.listens_for.strip(),
    ]
    return "\n\n".join(parts) + "\n"


def _what(view: ProblemView) -> str:
    return "the starter" if view.draft == view.starter else "your latest draft"


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text if text.endswith("\n") else f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise StorageError(f"{path} could not be written: {error.strerror}.") from error
