"""A problem as the judge holds it: checks, reference, scenarios and known mistakes, read from its folder once."""

from __future__ import annotations

import ast
import linecache
import re
import sys
import types
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from evalmode_runner import scenarios
from evalmode_runner.checks import Suite
from evalmode_runner.harness import describe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from evalmode_runner.judging.costs import Cost
    from evalmode_runner.judging.plan import Plan

Reply = dict[str, Any]
"""What a run answers: ``result``, ``complaint`` or ``error``."""


class ProblemError(Exception):
    """The problem's own files are at fault, not a submission."""


@dataclass(frozen=True, slots=True)
class KnownMistake:
    """A wrong solution that the problem carries, and what to say to who makes the same mistake."""

    name: str
    teaches: str
    solution: Solution


class Solution:
    """A trusted solution, run in the judge's own process.

    Args:
        path: Its file.
        defines: The name it must define.
        own_scenarios: Those of the problem.
    """

    def __init__(self, path: Path, defines: str, own_scenarios: dict[str, Callable[..., Any]]) -> None:
        module = read_module(path, f"evalmode_solution_{path.parent.name}_{path.stem}")
        self.source = path.read_text(encoding="utf-8")
        self.subject: Any = getattr(module, defines, None)
        if self.subject is None:
            raise ProblemError(f"{path.name} does not define {defines}")
        self._scenarios: dict[str, Callable[..., Any]] = {
            "call": scenarios.call,
            "layer": scenarios.layer,
            **own_scenarios,
        }

    def run(self, scenario: str, arguments: dict[str, Any]) -> Reply:
        """Play a scenario with copies of the arguments; exceptions are part of the answer."""
        play = self._scenarios.get(scenario)
        if play is None:
            raise ProblemError(f"there is no scenario {scenario!r}")
        try:
            return {"result": play(self.subject, **_copied(arguments))}
        except scenarios.Complaint as complaint:
            return {"complaint": str(complaint)}
        except Exception as error:
            return {"error": describe(error)}


class Problem:
    """One problem.

    Args:
        folder: Its folder.
        defines: The name that a submission must define.
        bans: Names of groups in ``bans``.

    Raises:
        ProblemError: A file is missing or cannot be run.
    """

    def __init__(self, folder: Path, defines: str, bans: tuple[str, ...]) -> None:
        self.folder, self.defines, self.bans = folder, defines, bans
        scenario_file = folder / "scenario.py"
        self.scenario_source = scenario_file.read_text(encoding="utf-8") if scenario_file.is_file() else ""
        self._own: dict[str, Callable[..., Any]] = {}
        if self.scenario_source:
            module = read_module(scenario_file, f"evalmode_scenario_{folder.name}")
            self._own = {name: found for name, found in vars(module).items() if callable(found)}
        self.reference = Solution(folder / "solution.py", defines, self._own)
        suite = getattr(read_module(folder / "checks.py", f"evalmode_checks_{folder.name}"), "suite", None)
        if not isinstance(suite, Suite):
            raise ProblemError("checks.py makes no `suite`")
        self.suite = suite
        self.reference_cost: Cost | None = None
        self.cost_frames: tuple[bytes, bytes] | None = None
        self.next_plan: Plan | None = None
        self._shapes: dict[str, dict[str, tuple[int, ...]]] = {}

    def state_shapes(self, init: dict[str, Any], options: dict[str, Any]) -> dict[str, tuple[int, ...]]:
        """Names and shapes of the reference's floating parameters and buffers; empty if it cannot be built so."""
        key = f"{init} {options}"
        if key not in self._shapes:
            try:
                state = self.reference.subject(*init.values(), **options).state_dict()
            except Exception:
                state = {}
            self._shapes[key] = {name: tuple(value.shape) for name, value in state.items() if value.is_floating_point()}
        return self._shapes[key]

    @cached_property
    def mistakes(self) -> tuple[KnownMistake, ...]:
        """The wrong solutions whose outputs tell a mistake; cheats and those that never end are left out."""
        found = []
        for path in sorted((self.folder / "wrong").glob("*.py")):
            head = wrong_head(path.read_text(encoding="utf-8"))
            if head.get("verdict") == "wrong_answer" and head.get("teaches") and not path.stem.startswith("cheat"):
                try:
                    solution = Solution(path, self.defines, self._own)
                except ProblemError:
                    continue
                found.append(KnownMistake(path.stem, head["teaches"], solution))
        return tuple(found)


def wrong_head(source: str) -> dict[str, str]:
    """The fields in a wrong solution's docstring: ``verdict``, ``check``, ``teaches``; empty where there are none."""
    try:
        docstring = ast.get_docstring(ast.parse(source)) or ""
    except (SyntaxError, ValueError):
        match = re.match(r'\s*"""(.*?)"""', source, re.DOTALL)
        docstring = match.group(1) if match else ""
    fields: dict[str, str] = {}
    name = ""
    for line in docstring.splitlines()[1:]:
        if match := re.match(r"(verdict|check|teaches):\s*(.*)", line):
            name, text = match.groups()
            fields[name] = text.strip()
        elif name and line.strip():
            fields[name] += " " + line.strip()
    return fields


def read_module(path: Path, name: str) -> types.ModuleType:
    """Run a trusted file as a module.

    Raises:
        ProblemError: It is missing or throws.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ProblemError(f"{path.name} cannot be read") from error
    module = types.ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module
    linecache.cache[str(path)] = (len(source), None, source.splitlines(keepends=True), str(path))
    try:
        exec(compile(source, str(path), "exec", dont_inherit=True), module.__dict__)  # noqa: S102 - the pack\'s own code
    except Exception as error:
        raise ProblemError(f"{path.name} cannot be run: {type(error).__name__}: {error}") from error
    return module


def _copied(value: Any) -> Any:
    """Fresh leaves: what a scenario changes or watches must not be what the judge keeps."""
    if isinstance(value, dict):
        return {key: _copied(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_copied(part) for part in value)
    if hasattr(value, "detach"):
        return value.detach().clone()
    return value
