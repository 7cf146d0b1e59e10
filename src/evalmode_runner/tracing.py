"""Seeing what a submission calls: banned names are replaced, and a run can be traced down to torch's operators.

Both are best effort, since they live in the same process as the submission; the comparison of tensors is what cannot
be talked round.
"""

from __future__ import annotations

import builtins
import contextlib
import functools
import importlib
import sys
from functools import cache
from typing import Any, Self

import torch
from torch._ops import OpOverload, OpOverloadPacket
from torch.overrides import TorchFunctionMode, get_overridable_functions, resolve_name
from torch.utils._python_dispatch import TorchDispatchMode


class ForbiddenCallError(RuntimeError):
    """The submission calls what it is asked to build."""


def forbid(bans: dict[str, list[str]]) -> list[str]:
    """Replace everything that is banned by something that says so.

    Args:
        bans: Name of a ban → dotted paths, such as ``torch.nn.functional.softmax``.

    Returns:
        A list that will hold the names of bans that were touched.
    """
    touched: list[str] = []
    for name, paths in bans.items():
        for path in paths:
            owner_path, _, attribute = path.rpartition(".")
            owner = _resolve(owner_path)
            if owner is not None and hasattr(owner, attribute):
                with contextlib.suppress(
                    AttributeError, TypeError
                ):  # what is built in cannot be replaced; tracing sees it
                    setattr(owner, attribute, _replacement(name, path, getattr(owner, attribute), touched))
    return touched


def forbid_modules(modules: dict[str, str], touched: list[str]) -> None:
    """Have the submission's own imports of banned modules refused."""
    original = builtins.__import__

    def watched(name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0) -> Any:
        importer = globals or sys._getframe(1).f_globals
        if importer.get("__name__") == "submission":
            for module, ban in modules.items():
                if (
                    name == module
                    or name.startswith(f"{module}.")
                    or module in (f"{name}.{part}" for part in fromlist or ())
                ):
                    touched.append(f"{ban}: {module}")
                    raise ForbiddenCallError(f"{module} must not be imported here.")
        return original(name, globals, locals, fromlist, level)

    if modules:
        builtins.__import__ = watched


def _replacement(name: str, path: str, original: Any, touched: list[str]) -> Any:
    def refuse(*_: object, **__: object) -> Any:
        touched.append(f"{name}: {path}")
        raise ForbiddenCallError(f"{path} is what this problem asks you to build.")

    if isinstance(original, type):
        # The class itself, which other modules hold too; a subclass in its place would lead back to it.
        for method in ("__init__", "forward"):
            if hasattr(original, method):
                setattr(original, method, refuse)
        return original
    return functools.wraps(original)(refuse) if callable(original) else original


def _resolve(path: str) -> Any:
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        try:
            owner: Any = importlib.import_module(".".join(parts[:end]))
        except ImportError:
            continue
        for part in parts[end:]:
            owner = getattr(owner, part, None)
        return owner
    return None


class Untraced:
    """While the harness does work of its own, which is no part of what the submission calls, nothing is recorded."""

    def __enter__(self) -> Self:
        self._guards = (torch._C.DisableTorchFunction(), torch._C._DisableTorchDispatch())
        for guard in self._guards:
            guard.__enter__()
        return self

    def __exit__(self, *details: Any) -> None:
        for guard in reversed(self._guards):
            guard.__exit__(*details)


class Tracer:
    """Records which operators run, and how much memory their results take.

    Args:
        weigh: Whether memory is counted.
    """

    def __init__(self, *, weigh: bool = False) -> None:
        self.functions: set[Any] = set()
        self.operators: dict[int, Any] = {}  # by identity: torch keeps them, and is slow to compare them
        self.bytes = 0
        self._modes = (_Functions(self), _Weighed(self) if weigh else _Operators(self))

    @property
    def ops(self) -> list[str]:
        """Names of all that was called, such as ``torch.nn.functional.softmax`` and ``aten::_softmax``."""
        return sorted({_name_of(func) for func in (*self.functions, *self.operators.values())})

    def __enter__(self) -> Self:
        for mode in self._modes:
            mode.__enter__()  # type: ignore[no-untyped-call] # torch has no types there
        return self

    def __exit__(self, *details: Any) -> None:
        for mode in reversed(self._modes):
            with contextlib.suppress(Exception):  # a submission may have torn it down
                mode.__exit__(*details)  # type: ignore[no-untyped-call] # torch has no types there


@cache
def _names() -> dict[Any, str]:
    """Function → dotted name; made once, before children are forked, as torch takes its time over each."""
    functions = [func for group in get_overridable_functions().values() for func in group]
    return {func: str(name) for func in functions if (name := resolve_name(func))}


def _name_of(func: Any) -> str:
    if isinstance(func, OpOverload):
        return str(func._schema.name)
    if isinstance(func, OpOverloadPacket):
        return func._qualified_op_name
    return _names().get(func) or f"torch.{getattr(func, '__name__', func)}"


class _Functions(TorchFunctionMode):
    """What is called by name, before torch takes it apart."""

    def __init__(self, tracer: Tracer) -> None:
        super().__init__()
        self._tracer = tracer

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self._tracer.functions.add(func)
        return func(*args, **kwargs) if kwargs else func(*args)


class _Operators(TorchDispatchMode):  # type: ignore[no-untyped-call] # torch has no types there
    """What runs in the end, whatever it was called by."""

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """Whether torch wraps the method below against its compiler, which nobody runs here; that doubles its time."""
        return False

    def __init__(self, tracer: Tracer) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # torch has no types there
        self._tracer = tracer

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self._tracer.operators[id(func)] = func
        return func(*args, **kwargs) if kwargs else func(*args)


class _Weighed(_Operators):  # type: ignore[no-untyped-call] # torch has no types there
    """The same, and how much memory the results take."""

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = super().__torch_dispatch__(func, types, args, kwargs)
        if not func.is_view:
            for part in result if isinstance(result, (tuple, list)) else (result,):
                if isinstance(part, torch.Tensor):
                    self._tracer.bytes += part.numel() * part.element_size()
        return result
