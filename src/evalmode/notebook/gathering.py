"""A program made of a function or a class and of everything that it uses from its notebook."""

from __future__ import annotations
import __future__

import builtins
import inspect
import math
import symtable
import sys
from types import ModuleType
from typing import Any

from evalmode.core import InputError
from evalmode.notebook.sources import Source, find_source

_LIBRARIES = ("torch", "numpy", "einops")
_NAMESAKES = (
    *("torch", "torch.nn", "torch.nn.functional", "torch.nn.init", "numpy", "math", "typing", "collections"),
    *("collections.abc", "functools", "itertools", "operator", "einops"),
)
"""Modules whose members do not always know where they come from."""


def gather(solution: Any, defines: str) -> str:  # noqa: ANN401 - whatever a candidate hands in
    """The whole program that a function or a class needs: imports, constants, helpers, and then itself.

    Args:
        solution: The function or class.
        defines: The name that the problem wants; one of another name is given this one, too.

    Raises:
        InputError: Its source cannot be found, or it uses something that cannot be written down.
    """
    program = _Program()
    source = find_source(solution)
    program.add(source)
    return program.text(defines if defines != source.name else None, source.name)


class _Program:
    """Parts of a program, each after what it needs."""

    def __init__(self) -> None:
        self._imports: dict[str, None] = {}
        self._parts: list[str] = []
        self._known: dict[str, Any] = {}

    def add(self, source: Source) -> None:
        """Add a definition, and before it everything that it uses.

        Raises:
            InputError: Something that it uses cannot be written down.
        """
        if source.names.get("annotations") is __future__.annotations:
            self._imports = {"from __future__ import annotations": None} | self._imports
        self._known.setdefault(source.name, source.names.get(source.name))
        for name in _global_names(source.text):
            if name not in source.names or name == source.name:
                continue
            value = source.names[name]
            if name not in self._known:
                self._known[name] = value
                self._add_value(name, value, source.name)
            elif self._known[name] is not value:
                raise InputError(f"Two different things are called {name} in what you use.", hint="Rename one of them.")
        self._parts.append(source.text)

    def text(self, alias: str | None, name: str) -> str:
        """All of it; the alias is one more name for what is called ``name``."""
        imports = "\n".join(self._imports)
        parts = [f"{imports}\n"] if imports else []
        parts += self._parts
        if alias is not None:
            parts.append(f"{alias} = {name}\n")
        return "\n\n".join(parts)

    def _add_value(self, name: str, value: Any, user: str) -> None:  # noqa: ANN401 - any global
        line = _import_line(name, value)
        if line is not None:
            self._imports[line] = None
        elif inspect.isfunction(value) or inspect.isclass(value):
            helper = find_source(value)
            self.add(helper)
            if helper.name != name:
                self._parts.append(f"{name} = {helper.name}\n")
        elif isinstance(value, float) and not math.isfinite(value):
            self._parts.append(f"{name} = float({str(value)!r})\n")
        elif _is_plain(value):
            self._parts.append(f"{name} = {value!r}\n")
        else:
            raise InputError(
                f"{user} uses {name} of your notebook, a {type(value).__name__}, which cannot be sent to the judge.",
                hint=f"Make {name} an argument, or compute it within {user}.",
            )


def _global_names(text: str) -> list[str]:
    """Names that a program takes from outside, and that Python itself does not have."""
    found: dict[str, None] = {}
    waiting = [symtable.symtable(text, "<notebook>", "exec")]
    while waiting:
        table = waiting.pop(0)
        waiting += table.get_children()
        found |= {symbol.get_name(): None for symbol in table.get_symbols() if symbol.is_global()}
    return [name for name in found if not hasattr(builtins, name)]


def _import_line(name: str, value: Any) -> str | None:  # noqa: ANN401 - any global
    """The line that imports a value under a name; None where it cannot be imported by the judge."""
    if isinstance(value, ModuleType):
        return f"import {value.__name__}" if value.__name__ == name else f"import {value.__name__} as {name}"
    if type(value).__module__ == "torch" and type(value).__name__ == "dtype":
        return f"from torch import {str(value).removeprefix('torch.')} as {name}"
    if _is_plain(value):
        return None
    for module_name in (getattr(value, "__module__", None), *_NAMESAKES):
        if not isinstance(module_name, str) or not _is_installed(module_name):
            continue
        for known in (getattr(value, "__name__", None), name):
            if isinstance(known, str) and getattr(sys.modules.get(module_name), known, None) is value:
                return f"from {module_name} import {known}" + (f" as {name}" if known != name else "")
    return None


def _is_installed(module: str) -> bool:
    """Whether a module is there for the judge, too: not the notebook's own, nor a file beside it."""
    top = module.partition(".")[0]
    return top in _LIBRARIES or (top in sys.stdlib_module_names and top != "__main__")


def _is_plain(value: Any) -> bool:  # noqa: ANN401 - any global
    """Whether a value can be written down; subclasses are not, as their own looks may not be Python."""
    if type(value) in {list, tuple, set, frozenset}:
        return all(_is_plain(part) for part in value)
    if type(value) is dict:
        return all(_is_plain(key) and _is_plain(part) for key, part in value.items())
    if type(value) is float:
        return math.isfinite(value)
    return value is None or type(value) in {bool, int, complex, str, bytes}
