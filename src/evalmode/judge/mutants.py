"""Mutants of a reference: small mistakes made by a machine, which the checks must notice.

A mutant that survives is a missing check, or it computes the same: then ``equivalent.toml`` in the problem's folder
says why.
"""

from __future__ import annotations

import ast
import copy
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evalmode.bank import Problem
from evalmode.core import InputError
from evalmode.judge.values import CodeVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.bank import CodeItem
    from evalmode.judge.local import LocalJudge

_Change = Callable[[], Callable[[], None]]

_SWAPPED_OPERATORS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.MatMult: (),
    ast.Pow: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
_SWAPPED_NAMES = {
    "sum": "mean",
    "mean": "sum",
    "max": "min",
    "min": "max",
    "amax": "amin",
    "exp": "expm1",
    "sqrt": "square",
    "sin": "cos",
    "cos": "sin",
    "tanh": "sigmoid",
    "sigmoid": "tanh",
    "zeros_like": "ones_like",
    "ones_like": "zeros_like",
    "tril": "triu",
    "triu": "tril",
    "repeat_interleave": "repeat",
    "train": "eval",
    "eval": "train",
    "detach": "clone",
    "argmax": "argmin",
}

_SYMMETRIC = (
    "transpose",
    "swapaxes",
    "swapdims",
    "maximum",
    "minimum",
    "logaddexp",
    "logical_and",
    "logical_or",
    "add",
    "mul",
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A reference with one small mistake.

    Args:
        line: Where, from 1.
        was: The statement as it was, in one line.
        now: The statement as it is.
        source: The whole file.
    """

    line: int
    was: str
    now: str
    source: str


@dataclass(frozen=True, slots=True)
class MutationReport:
    """What became of a problem's mutants.

    Args:
        killed: How many were refused.
        equivalent: How many survived and are listed as computing the same.
        survivors: Those that survived and are not listed.
        stale: What is listed and does not survive, or does not exist.
    """

    killed: int
    equivalent: int
    survivors: tuple[Mutant, ...]
    stale: tuple[tuple[str, str], ...]

    @property
    def kill_rate(self) -> float:
        """Share of the mutants that can be told from the reference which the checks refuse."""
        told_apart = self.killed + len(self.survivors)
        return self.killed / told_apart if told_apart else 1.0


def mutants_of(source: str) -> tuple[Mutant, ...]:
    """All mutants of a program: operators, constants, dimensions, names and lines, one change each."""
    tree = ast.parse(source)
    found: dict[str, Mutant] = {}
    for statement in _statements(tree):
        was = _one_line(statement)
        for change in _changes(statement):
            undo = change()
            try:
                now, mutated = _one_line(statement), ast.unparse(ast.fix_missing_locations(tree))
            finally:
                undo()
            if now != was:
                found.setdefault(mutated, Mutant(statement.lineno, was, now, mutated))
    for mutant in _without_lines(tree):
        found.setdefault(mutant.source, mutant)
    return tuple(sorted(found.values(), key=lambda mutant: mutant.line))


def judge_mutants(item: CodeItem, judge: LocalJudge) -> MutationReport:
    """Judge every mutant of a problem's reference.

    Raises:
        UnavailableError: There is nothing to judge with.
        InputError: ``equivalent.toml`` cannot be read.
    """
    listed = equivalents(item)
    survivors: list[Mutant] = []
    killed = equivalent = 0
    seen: set[tuple[str, str]] = set()
    for mutant in mutants_of(item.solution.read_text(encoding="utf-8")):
        if judge.judge(item, mutant.source, explain=False).verdict != CodeVerdict.ACCEPTED:
            killed += 1
        elif (mutant.was, mutant.now) in listed:
            equivalent += 1
            seen.add((mutant.was, mutant.now))
        else:
            survivors.append(mutant)
    return MutationReport(killed, equivalent, tuple(survivors), tuple(set(listed) - seen))


def equivalents(item: CodeItem) -> dict[tuple[str, str], str]:
    """What ``equivalent.toml`` lists: (was, now) → why nobody can tell the difference.

    Raises:
        InputError: It cannot be read.
    """
    path = item.folder / "equivalent.toml"
    if not path.is_file():
        return {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", [])
        return {(entry["was"], entry["now"]): entry["why"] for entry in entries}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: each [[mutant]] has was, now and why.") from error


def survivors_as_problems(item: CodeItem, report: MutationReport) -> list[Problem]:
    """What a mutation report finds wrong with a problem's checks."""
    return [
        Problem(
            item.solution, mutant.line, "", f"{mutant.was!r} may be {mutant.now!r} and no check notices", "code-mutants"
        )
        for mutant in report.survivors
    ]


def _statements(tree: ast.AST) -> Iterator[ast.stmt]:
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not _is_docstring(node):
            yield node


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    """The nodes of a statement that belong to no statement inside it; annotations change nothing and are left out."""
    waiting = _children(statement)
    while waiting:
        node = waiting.pop()
        yield node
        waiting += _children(node)


def _children(node: ast.AST) -> list[ast.AST]:
    hidden = (getattr(node, "annotation", None), getattr(node, "returns", None))
    return [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.stmt) and child not in hidden]


def _changes(statement: ast.stmt) -> Iterator[_Change]:
    """Changes to a statement; each does it and returns what undoes it."""
    if isinstance(statement, ast.AugAssign):
        yield from _other_operators(statement, statement.op, "op")
    for node in _own_nodes(statement):
        for kind, changes in _CHANGES.items():
            if isinstance(node, kind):
                yield from changes(node)


def _other_operators(node: ast.AST, operator: ast.AST, field: str) -> Iterator[_Change]:
    for swapped in _SWAPPED_OPERATORS.get(type(operator), ()):
        yield _setting(node, field, [swapped()] if field == "ops" else swapped())


def _of_binary(node: ast.BinOp) -> Iterator[_Change]:
    yield from _other_operators(node, node.op, "op")
    if isinstance(node.op, (ast.Sub, ast.Div, ast.MatMult, ast.Pow)):
        yield _swapping(node, "left", "right")


def _of_bool(node: ast.BoolOp) -> Iterator[_Change]:
    yield from _other_operators(node, node.op, "op")


def _of_compare(node: ast.Compare) -> Iterator[_Change]:
    if len(node.ops) == 1:
        yield from _other_operators(node, node.ops[0], "ops")


def _of_unary(node: ast.UnaryOp) -> Iterator[_Change]:
    if isinstance(node.op, (ast.USub, ast.Not, ast.Invert)):
        yield _setting(node, "op", ast.UAdd() if isinstance(node.op, ast.USub) else ast.Not())


def _of_constant(node: ast.Constant) -> Iterator[_Change]:
    for value in _other_constants(node.value):
        yield _setting(node, "value", value)


def _of_attribute(node: ast.Attribute) -> Iterator[_Change]:
    if node.attr in _SWAPPED_NAMES:
        yield _setting(node, "attr", _SWAPPED_NAMES[node.attr])


def _of_call(node: ast.Call) -> Iterator[_Change]:
    ordered = len(node.args) >= 2 and not any(isinstance(part, ast.Starred) for part in node.args)
    if ordered and _name(node.func) not in _SYMMETRIC:
        yield _setting(node, "args", [node.args[1], node.args[0], *node.args[2:]])
    for number in range(len(node.keywords)):
        yield _setting(node, "keywords", node.keywords[:number] + node.keywords[number + 1 :])


def _of_choice(node: ast.IfExp) -> Iterator[_Change]:
    yield _swapping(node, "body", "orelse")


_CHANGES: dict[type[ast.AST], Callable[[Any], Iterator[_Change]]] = {
    ast.BinOp: _of_binary,
    ast.BoolOp: _of_bool,
    ast.Compare: _of_compare,
    ast.UnaryOp: _of_unary,
    ast.Constant: _of_constant,
    ast.Attribute: _of_attribute,
    ast.Call: _of_call,
    ast.IfExp: _of_choice,
}


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _other_constants(value: object) -> list[object]:
    if value is True or value is False:
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [value * 2, -value] if value else [1.0]
    return []


def _setting(node: ast.AST, field: str, value: object) -> Callable[[], Callable[[], None]]:
    def do() -> Callable[[], None]:
        old = getattr(node, field)
        setattr(node, field, value)
        return lambda: setattr(node, field, old)

    return do


def _swapping(node: ast.AST, first: str, second: str) -> Callable[[], Callable[[], None]]:
    def do() -> Callable[[], None]:
        old_first, old_second = getattr(node, first), getattr(node, second)
        setattr(node, first, old_second)
        setattr(node, second, old_first)

        def undo() -> None:
            setattr(node, first, old_first)
            setattr(node, second, old_second)

        return undo

    return do


def _without_lines(tree: ast.Module) -> Iterator[Mutant]:
    """The program without one statement, for each statement inside a function."""
    for node in ast.walk(tree):
        for field in ("body", "orelse"):
            block = getattr(node, field, None)
            if isinstance(node, (ast.Module, ast.ClassDef)) or not isinstance(block, list):
                continue
            for number, statement in enumerate(block):
                if isinstance(statement, (ast.FunctionDef, ast.ClassDef, ast.Pass)) or _is_docstring(statement):
                    continue
                kept = block[:number] + block[number + 1 :]
                setattr(node, field, kept or [ast.Pass()] if field == "body" else kept)
                source = ast.unparse(ast.fix_missing_locations(copy.deepcopy(tree)))
                setattr(node, field, block)
                yield Mutant(statement.lineno, _one_line(statement), "", source)


def _one_line(statement: ast.stmt) -> str:
    """A statement without the statements inside it."""
    return ast.unparse(statement).split("\n", 1)[0]
