"""The programs of a coding problem are there, can be read, and are what they claim to be.

Whether the checks notice every wrong solution is for a judge to say; these rules run nothing.
"""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

from evalmode.bank.problems import Problem
from evalmode.bank.textfile import read_text
from evalmode.bank.wrong import MAX_PROGRAM_BYTES, read_wrong_solutions
from evalmode.core import CodeVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.bank.lint.subject import Subject
    from evalmode.bank.models import CodeItem
    from evalmode.bank.wrong import WrongSolution

_WRONG, _CHEATS = 8, 2


def missing_programs(subject: Subject) -> Iterator[Problem]:
    """Problems without a starter, a reference, checks, or a second right solution."""
    for item in subject.code:
        for path, what in (
            (item.starter, "is missing; a candidate begins with it"),
            (item.solution, "is missing; it is the reference that submissions are compared to"),
            (item.checks, "is missing; without it nothing can be judged"),
        ):
            if not path.is_file():
                yield Problem(path, 1, "", what)
        if not item.right:
            message = "holds no program; at least one right solution in another style must be accepted, too"
            yield Problem(item.folder / "right", 1, "", message)


def broken_programs(subject: Subject) -> Iterator[Problem]:
    """Programs that are not Python, those apart that are wrong in just that way."""
    for item in subject.code:
        excused = {wrong.path for wrong in _wrong(item) if wrong.verdict is CodeVerdict.SYNTAX_ERROR}
        for path in _programs(item):
            _, problems = _parse(item, path)
            if path not in excused:
                yield from problems


def undefined_names(subject: Subject) -> Iterator[Problem]:
    """Starters and right solutions that do not define the name that the problem asks for."""
    for item in subject.code:
        for path in _given(item):
            tree, _ = _parse(item, path)
            if tree is not None and item.defines not in _names_defined(tree):
                yield Problem(path, 1, "", f"does not define {item.defines!r}, which the problem asks for")


def finished_starters(subject: Subject) -> Iterator[Problem]:
    """Starters that leave nothing to do."""
    for item in subject.code:
        (starter, _), (solution, _) = _parse(item, item.starter), _parse(item, item.solution)
        if starter is None:
            continue
        if solution is not None and _same(starter, solution):
            yield Problem(item.starter, 1, "", "is the solution; leave the work to the candidate")
        elif not any(isinstance(node, ast.Name) and node.id == "NotImplementedError" for node in ast.walk(starter)):
            message = "raises no NotImplementedError, so nobody sees what is left to write"
            yield Problem(item.starter, 1, "", message)


def ill_headed(subject: Subject) -> Iterator[Problem]:
    """Wrong solutions whose head does not say what is wrong, how it must fare and what it teaches."""
    for item in subject.code:
        yield from read_wrong_solutions(item)[1]


def few_wrong_solutions(subject: Subject) -> Iterator[Problem]:
    """Problems with fewer than eight realistic wrong solutions, cheats not counted."""
    for item in subject.code:
        count = sum(not path.name.startswith("cheat_") for path in item.wrong)
        if count < _WRONG:
            message = f"holds {count} wrong solutions besides cheats; {_WRONG} prove that the checks notice mistakes"
            yield Problem(item.folder / "wrong", 1, "", message)


def few_cheats(subject: Subject) -> Iterator[Problem]:
    """Problems with bans and fewer than two ways round them."""
    for item in subject.code:
        count = sum(path.name.startswith("cheat_") for path in item.wrong)
        if item.bans and count < _CHEATS:
            message = f"holds {count} programs named cheat_….py; {_CHEATS} prove that the bans hold"
            yield Problem(item.folder / "wrong", 1, "", message)


def same_programs(subject: Subject) -> Iterator[Problem]:
    """Wrong solutions that differ in nothing but their docstrings and comments."""
    for item in subject.code:
        seen: dict[str, Path] = {}
        for path in item.wrong:
            tree, _ = _parse(item, path)
            if tree is None:
                continue
            earlier = seen.setdefault(_without_docstrings(tree), path)
            if earlier != path:
                yield Problem(path, 1, "", f"is the same program as {earlier.name}")


def _wrong(item: CodeItem) -> Iterator[WrongSolution]:
    yield from read_wrong_solutions(item)[0]


def _given(item: CodeItem) -> Iterator[Path]:
    yield from (item.starter, item.solution, *item.right)
    if item.twin is not None:
        yield item.twin


def _programs(item: CodeItem) -> Iterator[Path]:
    yield from (*_given(item), item.checks, *item.wrong)
    if item.scenario is not None:
        yield item.scenario


def _parse(item: CodeItem, path: Path) -> tuple[ast.Module | None, list[Problem]]:
    """A program's syntax tree, or None; one that is missing is no problem here."""
    try:
        text, problems = read_text(path, item.folder, MAX_PROGRAM_BYTES)
    except FileNotFoundError:
        return None, []
    if problems:
        return None, problems
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text), []
    except SyntaxError as error:
        return None, [Problem(path, error.lineno or 1, "", f"is not Python: {error.msg}")]
    except (ValueError, RecursionError, MemoryError) as error:
        return None, [Problem(path, 1, "", f"is not Python: {error}")]


def _names_defined(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.Assign(targets=targets):
                names |= {target.id for target in targets if isinstance(target, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                names |= {alias.asname or alias.name for alias in aliases}
            case _:
                continue
    return names


def _same(first: ast.Module, second: ast.Module) -> bool:
    return _without_docstrings(first) == _without_docstrings(second)


def _without_docstrings(tree: ast.Module) -> str:
    """A program as text in which only what it does is left."""
    kept = ast.parse(ast.unparse(tree))
    for node in ast.walk(kept):
        match node:
            case ast.Module(body=body) | ast.FunctionDef(body=body) | ast.ClassDef(body=body):
                if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
                    body[:1] = []
            case _:
                continue
    return ast.dump(kept)
