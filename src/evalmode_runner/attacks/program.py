"""Programs that attack, and what their heads say about them."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"


@dataclass(frozen=True, slots=True)
class Program:
    """One attack.

    Args:
        name: The file's name without its ending.
        family: The folder it is in.
        does: What it does, in one sentence.
        stopped_by: The layers that stop it, each by itself; with all of them off it gets through.
        evidence: What the trusted side sees when it got through: a word of ``evidence.KINDS`` and its argument.
        leaks: The same for people.
        needs: Words for what it takes to get through at all: ``root``, ``ia32``, ``x32`` and so on.
        only_with: A layer without which it is never run, because it would do harm.
        source: The whole file.
    """

    name: str
    family: str
    does: str
    stopped_by: frozenset[str]
    evidence: str
    leaks: str
    needs: frozenset[str]
    only_with: frozenset[str]
    source: str


def load_programs(folder: Path = PROGRAMS) -> list[Program]:
    """All programs below a folder, in order of their families and names.

    Raises:
        ValueError: A head is incomplete; the message names the file.
    """
    return [read_program(path) for path in sorted(folder.glob("*/*.py"))]


def read_program(path: Path) -> Program:
    """One program.

    Raises:
        ValueError: Its head is incomplete.
    """
    source = path.read_text(encoding="utf-8")
    head = ast.get_docstring(ast.parse(source)) or ""
    does, _, rest = head.partition("\n")
    pairs = [line.partition(":") for line in rest.splitlines() if ":" in line]
    said = {key.strip(): value.strip() for key, _, value in pairs}
    if missing := {"stopped-by", "evidence", "leaks"} - set(said):
        raise ValueError(f"{path}: its head does not say {', '.join(sorted(missing))}")
    return Program(
        name=path.stem,
        family=path.parent.name,
        does=does,
        stopped_by=_words(said["stopped-by"]),
        evidence=said["evidence"],
        leaks=said["leaks"],
        needs=_words(said.get("needs", "")),
        only_with=_words(said.get("only-with", "")),
        source=source,
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split(",") if word.strip())
