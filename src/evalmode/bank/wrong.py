"""The wrong solutions of a coding problem: each says at its head what is wrong, how it must fare and what it teaches.

A wrong solution begins with a docstring: a title, then the fields ``verdict``, ``check`` and ``teaches``, of which each
may go on over indented lines::

    Divides the scores by the square root of d_model.

    verdict: wrong_answer
    check: self-attention
    teaches: You divide the scores by the square root of d_model; a head's dot product has only d_model / n_heads
      terms, so divide by the square root of that.
"""

from __future__ import annotations

import io
import re
import tokenize
from ast import literal_eval
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - a field's type, for those who look at run time
from typing import TYPE_CHECKING

from evalmode.bank.problems import Problem
from evalmode.bank.textfile import read_text
from evalmode.core import CodeVerdict

if TYPE_CHECKING:
    from evalmode.bank.codeitem import CodeItem

MAX_PROGRAM_BYTES = 200_000
"""The largest program of a problem that is read; the largest ones that people write have a tenth of it."""

_FIELD = re.compile(r"^(verdict|check|teaches) *:(?: +(.*))?$")
_NAMELESS = (CodeVerdict.ACCEPTED, CodeVerdict.SYNTAX_ERROR)


@dataclass(frozen=True, slots=True)
class WrongSolution:
    """A program that has one realistic mistake, or cheats.

    Args:
        path: The file.
        title: What it does wrong, in one sentence.
        verdict: How a judge must find it.
        checks: Names of checks of which at least one must fail; ``bans`` is the one for what is forbidden.
        teaches: Said to a candidate whose outputs equal this program's.
    """

    path: Path
    title: str
    verdict: CodeVerdict
    checks: tuple[str, ...]
    teaches: str

    @property
    def is_cheat(self) -> bool:
        """Whether it goes round the task rather than getting it wrong."""
        return self.path.name.startswith("cheat_")


def read_wrong_solutions(item: CodeItem) -> tuple[tuple[WrongSolution, ...], list[Problem]]:
    """All wrong solutions of a problem that are well headed, by name, and what is wrong with the others."""
    solutions: list[WrongSolution] = []
    problems: list[Problem] = []
    for path in item.wrong:
        text, found = read_text(path, item.folder, MAX_PROGRAM_BYTES)
        if not found:
            solution, found = parse_wrong_solution(path, text)
            if solution is not None:
                solutions.append(solution)
        problems += found
    return tuple(solutions), problems


def parse_wrong_solution(path: Path, text: str) -> tuple[WrongSolution | None, list[Problem]]:
    """The head of one wrong solution.

    The program behind the head need not be Python: syntax errors are mistakes, too.

    Returns:
        The solution, or None with every problem of its head.
    """
    docstring, line = _docstring(text)
    if docstring is None:
        return None, [Problem(path, 1, "", "must begin with a docstring: a title, then verdict, check and teaches")]
    title, fields, lines = _take_apart(docstring, line)
    problems: list[Problem] = []

    def complain(name: str, message: str) -> None:
        problems.append(Problem(path, lines.get(name, line), name, message))

    if not title:
        complain("title", "is missing; say in the docstring's first line what the program does wrong")
    verdict = fields.get("verdict", "")
    if verdict not in set(CodeVerdict) - {CodeVerdict.INTERNAL_ERROR}:
        known = ", ".join(name for name in CodeVerdict if name is not CodeVerdict.INTERNAL_ERROR)
        complain("verdict", f"is {verdict!r}; it is one of {known}" if verdict else f"is missing; it is one of {known}")
    checks = tuple(name.strip() for name in fields.get("check", "").split(",") if name.strip())
    if not checks and verdict not in _NAMELESS:
        complain("check", "is missing; name the check that must fail, or bans")
    if not fields.get("teaches"):
        complain("teaches", "is missing; say in one or two sentences what is wrong and what would be right")
    if problems:
        return None, problems
    return WrongSolution(path, title, CodeVerdict(verdict), checks, fields["teaches"]), []


def _docstring(text: str) -> tuple[str | None, int]:
    """The string that a program begins with, and its line; found by tokens, as the rest may not be Python."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.STRING:
                said = literal_eval(token.string)
                return (said if isinstance(said, str) else None), token.start[0]
            if token.type not in {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENCODING}:
                break
    except (tokenize.TokenError, SyntaxError, ValueError):
        pass
    return None, 1


def _take_apart(docstring: str, line: int) -> tuple[str, dict[str, str], dict[str, int]]:
    """Title, fields, and the line on which each field begins."""
    title: list[str] = []
    fields: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    into = title
    for number, written in enumerate(docstring.split("\n"), start=line):
        said = written.strip()
        if match := _FIELD.match(said):
            into = fields.setdefault(match[1], [])
            lines.setdefault(match[1], number)
            said = match[2] or ""
        if said:
            into.append(said)
    return " ".join(title), {name: " ".join(said) for name, said in fields.items()}, lines
