"""Everything that is asked of one submission, drawn and computed before it comes.

Inputs are fresh for every submission: a plan is used once. Since nothing in it depends on the submission, the judge
makes the next one while nobody waits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode_runner.checks import Case, Check
from evalmode_runner.judging.probes import Expected, Probe, Recipe, draw_probe, expect, fresh_seed, recipes
from evalmode_runner.values import pack

if TYPE_CHECKING:
    from evalmode_runner.judging.problem import Problem

_COST_SEED = 4


@dataclass(frozen=True, slots=True)
class Planned:
    """One example: what is sent, and what must come back.

    Args:
        probe: The example.
        frames: Requests, ready for the wire.
        expected: What the reference answers; None where only the submission's own answers are compared.
    """

    probe: Probe
    frames: tuple[bytes, ...]
    expected: Expected | None


@dataclass(frozen=True, slots=True)
class Plan:
    """All examples of all checks, and the larger case for costs.

    Args:
        seed: Everything follows from it.
        checks: The checks with their examples.
        cost: The larger case, traced and not; None where there is none.
    """

    seed: int
    checks: tuple[tuple[Check, tuple[Planned, ...]], ...]
    cost: tuple[bytes, bytes] | None


def make_plan(problem: Problem, *, seed: int | None = None, visible_only: bool = False, trace: bool = True) -> Plan:
    """Draw everything and run the reference on it.

    Args:
        problem: The problem.
        seed: Repeats an earlier plan; None for one that nobody can foresee.
        visible_only: Whether only the examples that everybody may see are wanted.
        trace: Whether some runs are traced, for banned operators.

    Raises:
        ProblemError: The problem's own files are at fault.
    """
    seed = fresh_seed() if seed is None else seed
    trace = trace and bool(problem.bans)
    checks = []
    for number, check in enumerate(problem.suite.checks):
        if check.visible or not visible_only:
            drawn = recipes(check, seed)
            traced = _traced(drawn, seed >> number % 16) if trace else None
            always = trace and "torch" in problem.bans  # costs nothing there: nothing should be seen
            planned = [_planned(problem, recipe, always or n == traced) for n, recipe in enumerate(drawn)]
            checks.append((check, tuple(planned)))
    if problem.cost_frames is None and not visible_only:
        problem.cost_frames = cost_frames(problem)
    return Plan(seed, tuple(checks), None if visible_only else problem.cost_frames)


def _traced(drawn: list[Recipe], chance: int) -> int:
    """Which example of a check is traced: not to be foreseen, but one without a backward pass, which takes long."""
    light = [n for n, recipe in enumerate(drawn) if recipe.smallest or recipe.strided] or list(range(len(drawn)))
    return light[chance % len(light)]


def cost_frames(problem: Problem) -> tuple[bytes, bytes] | None:
    """The larger case as two requests, traced and not; None where there is none."""
    if problem.suite.cost_case is None:
        return None
    check = Check("cost", "", "", problem.suite.cost_case, gradients=False)
    probe = draw_probe(problem, Recipe(check, _COST_SEED, "float32"))
    request = probe.requests(trace=False)[0]
    request["silent"] = True
    return pack(request | {"trace": True, "weigh": True}), pack(request)


def _planned(problem: Problem, recipe: Recipe, trace: bool) -> Planned:
    probe = draw_probe(problem, recipe)
    frames = tuple(pack(request) for request in probe.requests(trace=trace))
    return Planned(probe, frames, expect(problem, probe) if isinstance(probe.demand, Case) else None)
