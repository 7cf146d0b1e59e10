"""What can be said about a submission without running it: whether it is Python, and whether it names what is banned."""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass

from evalmode_runner.judging.bans import BANS

MAX_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a submission is not run."""

    verdict: str
    message: str
    trace: str = ""


def unreadable(source: str) -> Refusal | None:
    """Why a text cannot be a program, as far as can be seen without parsing it; None where it can."""
    if not source.strip():
        return Refusal("syntax_error", "The file is empty.")
    if len(source.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return Refusal("syntax_error", f"The file is larger than {MAX_BYTES // 2**20} MB.")
    if "\0" in source:
        return Refusal("syntax_error", "The file holds null bytes, so it is not Python.")
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        return Refusal("syntax_error", "The file is not UTF-8 text.")
    return None


def refuse(source: str, bans: tuple[str, ...]) -> Refusal | None:
    """Why a submission is refused whatever it does: it is not Python, or names what is banned; None if it is not."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except SyntaxError as error:
        caret = " " * max(0, (error.offset or 1) - 1) + "^"
        text = (error.text or "").rstrip("\n")
        return Refusal(
            "syntax_error", f"Line {error.lineno}: {error.msg}.", f"line {error.lineno}\n    {text}\n    {caret}"
        )
    except (ValueError, RecursionError, MemoryError):
        return Refusal("syntax_error", "Python cannot parse the file.")
    return _Scan(tree, bans).refusal()


_LEAVES = (ast.Name, ast.Constant, ast.expr_context, ast.operator, ast.cmpop, ast.unaryop, ast.boolop)


def _nodes(tree: ast.Module) -> list[ast.AST]:
    """All nodes that can have others below them, as ``ast.walk`` gives them, in half the time."""
    found: list[ast.AST] = [tree]
    for node in found:
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                found += [part for part in value if isinstance(part, ast.AST) and not isinstance(part, _LEAVES)]
            elif isinstance(value, ast.AST) and not isinstance(value, _LEAVES):
                found.append(value)
    return found


class _Scan:
    """Looks for banned names: imported, as attributes of torch's modules, as tensor methods, as strings for getattr."""

    def __init__(self, tree: ast.Module, bans: tuple[str, ...]) -> None:
        self._nodes = _nodes(tree)
        self._names = {name: ban for ban in bans for name in (*BANS[ban].functions, *BANS[ban].classes)}
        self._modules = {module: ban for ban in bans for module in BANS[ban].modules}
        self._own = {
            node.name for node in self._nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        } | {
            target.attr
            for node in self._nodes
            if isinstance(node, (ast.Assign, ast.AnnAssign))
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Attribute)
        }
        self._aliases = self._imports()

    def _imports(self) -> dict[str, str]:
        """Local name → dotted path."""
        aliases: dict[str, str] = {}
        for node in self._nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    aliases[alias.asname or alias.name.split(".")[0]] = (
                        alias.name if alias.asname else alias.name.split(".")[0]
                    )
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for alias in node.names:
                    aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        return aliases

    def refusal(self) -> Refusal | None:
        for node in self._nodes:
            if (found := self._banned(node)) is not None:
                name, ban = found
                line = getattr(node, "lineno", 0)
                return Refusal(
                    "forbidden", f"Line {line} uses {name}: {BANS[ban].does} is what this problem asks you to build."
                )
        return None

    def _banned(self, node: ast.AST) -> tuple[str, str] | None:
        if isinstance(node, ast.Import):
            return next((hit for alias in node.names if (hit := self._module(alias.name))), None)
        if isinstance(node, ast.ImportFrom) and node.module:
            paths = [f"{node.module}.{alias.name}" for alias in node.names]
            return next((hit for path in (node.module, *paths) if (hit := self._path(path))), None)
        if isinstance(node, ast.Attribute):
            path = self._dotted(node)
            if path is not None:
                return self._path(path)
            if node.attr in self._names and node.attr not in self._own and not node.attr[0].isupper():
                return f".{node.attr}", self._names[node.attr]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("getattr", "__import__"):
            return self._by_string(node)
        return None

    def _by_string(self, call: ast.Call) -> tuple[str, str] | None:
        strings = [part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        for said in strings:
            if said in self._names:
                return repr(said), self._names[said]
            if hit := self._module(said):
                return hit
        return None

    def _dotted(self, node: ast.Attribute) -> str | None:
        """The path of an attribute of an imported module; None where it belongs to something else."""
        parts = [node.attr]
        value = node.value
        while isinstance(value, ast.Attribute):
            parts.append(value.attr)
            value = value.value
        if isinstance(value, ast.Name) and value.id in self._aliases:
            return ".".join([self._aliases[value.id], *reversed(parts)])
        return None

    def _path(self, path: str) -> tuple[str, str] | None:
        last = path.rsplit(".", 1)[-1]
        if path.startswith("torch") and last in self._names:
            return path, self._names[last]
        return self._module(path)

    def _module(self, path: str) -> tuple[str, str] | None:
        return next(
            ((path, ban) for module, ban in self._modules.items() if path == module or path.startswith(f"{module}.")),
            None,
        )
