"""Where the source of a function or a class stands, in a file or in a cell of a notebook."""

from __future__ import annotations

import ast
import inspect
import linecache
import sys
import textwrap
from dataclasses import dataclass
from types import FunctionType
from typing import TYPE_CHECKING, Any

from evalmode.core import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Source:
    """A function or class as it was written.

    Args:
        name: What it is called where it was written.
        text: Its lines, decorators included, from the left margin.
        names: What the names in it stand for: the globals of its module or notebook.
    """

    name: str
    text: str
    names: dict[str, Any]


def find_source(value: Any) -> Source:  # noqa: ANN401 - whatever a candidate hands in
    """The source of a function or a class.

    Raises:
        InputError: It is neither, or its source is nowhere to be found.
    """
    if not inspect.isfunction(value) and not inspect.isclass(value):
        kind = type(value).__name__
        raise InputError(
            f"This is an object of type {kind}, and neither a function nor a class.",
            hint="Hand in the function or the class itself, the text of a program, or the path of one.",
        )
    if value.__name__ == "<lambda>":
        raise InputError("A lambda has no name to be judged by.", hint="Write it with def.")
    for function in _functions_of(value):
        definition = _definition(value.__name__, function)
        if definition is not None:
            return Source(value.__name__, definition, function.__globals__)
    module = sys.modules.get(value.__module__)
    try:
        text = textwrap.dedent(inspect.getsource(value))
    except (OSError, TypeError) as error:
        raise InputError(
            f"The source of {value.__name__} is nowhere to be found.",
            hint="Define it in a cell or in a file, or hand in the text of the program.",
        ) from error
    return Source(value.__name__, text, vars(module) if module is not None else {})


def _functions_of(value: Any) -> Iterator[FunctionType]:  # noqa: ANN401 - a function or a class
    """The functions whose code tells where a function or class was written: itself, or its methods."""
    if not inspect.isclass(value):
        function = inspect.unwrap(value)
        if isinstance(function, FunctionType):
            yield function
        return
    for member in vars(value).values():
        method = member.fget if isinstance(member, property) else getattr(member, "__func__", member)
        method = inspect.unwrap(method) if callable(method) else method
        if isinstance(method, FunctionType) and method.__module__ == value.__module__:
            yield method


def _definition(name: str, function: FunctionType) -> str | None:
    """The text of the definition of that name that a function stands in."""
    code = function.__code__
    lines = linecache.getlines(code.co_filename, function.__globals__)
    try:
        tree = ast.parse("".join(lines))
    except SyntaxError:  # a cell with a magic command in it; its own reader knows what to do
        return None
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, Definition)
        and node.name == name
        and _first_line(node) <= code.co_firstlineno <= (node.end_lineno or 0)
    ]
    if not around:
        return None
    innermost = max(around, key=lambda node: node.lineno)
    return textwrap.dedent("".join(lines[_first_line(innermost) - 1 : innermost.end_lineno])).rstrip("\n") + "\n"


def _first_line(node: Definition) -> int:
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
