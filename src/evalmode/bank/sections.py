"""The Markdown half of an item's file: sections headed ``## Name``, and the Python fences of the section *Proof*."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from evalmode.bank.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

_HEADING = re.compile(r"^## +(.+?) *$")
_FENCE = re.compile(r"^(`{3,}|~{3,}) *(\S*) *(.*)$")


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the file.

    Args:
        heading: Its name; empty for what stands before the first heading.
        line: The heading's line, from 1 within the file.
        body: The text below the heading.
    """

    heading: str
    line: int
    body: str


@dataclass(slots=True)
class _Fence:
    """A code fence that is open while the lines of a text go by."""

    mark: str = ""
    line: int = 0
    language: str = ""
    words: list[str] = field(default_factory=list)

    def pass_line(self, line: str, number: int) -> bool:
        """Take note of one line; whether it opened or closed a fence."""
        match = _FENCE.match(line)
        if match is None:
            return False
        if not self.mark:
            self.mark, self.language, self.line, self.words = match[1], match[2], number, match[3].split()
            return True
        if match[1][0] == self.mark[0] and len(match[1]) >= len(self.mark) and not match[2]:
            self.mark = ""
            return True
        return False


def split_sections(path: Path, body: str, first_line: int) -> tuple[list[Section], list[Problem]]:
    """The sections of a Markdown text; a heading inside a code fence is none.

    Args:
        path: The file, for the problems.
        body: The text.
        first_line: Where in the file it begins.
    """
    sections: list[Section] = []
    fence = _Fence()
    heading, start, lines = "", first_line, list[str]()
    for number, line in enumerate(body.split("\n"), start=first_line):
        fence.pass_line(line, number)
        match = None if fence.mark else _HEADING.match(line)
        if match:
            sections.append(Section(heading, start, "\n".join(lines)))
            heading, start, lines = match[1], number, []
        else:
            lines.append(line)
    sections.append(Section(heading, start, "\n".join(lines)))
    problems = [Problem(path, fence.line, "", "has a code fence that is never closed")] if fence.mark else []
    return sections, problems


def proofs_in(path: Path, section: Section) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The proofs of a section *Proof*: each a fence headed ``python`` and the ids of the key points that it proves."""
    proofs: list[dict[str, Any]] = []
    problems: list[Problem] = []
    fence, lines = _Fence(), list[str]()
    for number, line in enumerate(section.body.split("\n"), start=section.line + 1):
        was_open = bool(fence.mark)
        if not fence.pass_line(line, number):
            lines.append(line)
        elif not was_open:
            lines = []
        elif fence.language != "python":
            problems.append(Problem(path, fence.line, "Proof", "has a code fence that is not headed ```python"))
        else:
            proofs.append({"proves": fence.words, "source": "\n".join(lines) + "\n", "line": fence.line + 1})
    return proofs, problems
