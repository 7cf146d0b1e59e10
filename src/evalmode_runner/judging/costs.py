"""What a solution costs on a larger example: wall time seen from outside, and bytes that its operators allocate."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode_runner.checks import Check
from evalmode_runner.judging.probes import Recipe, draw_probe
from evalmode_runner.judging.session import Patience, Session

if TYPE_CHECKING:
    from evalmode_runner.judging.problem import Problem
    from evalmode_runner.sandbox import Zygote

_RUNS = 3
_SEED = 4


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one run.

    Args:
        seconds: Wall time, the least of several runs.
        bytes: What its operators allocate, all together.
    """

    seconds: float
    bytes: int


def measure(problem: Problem, session: Session) -> Cost:
    """The cost of the submission that the session has loaded.

    Raises:
        Ended: It does not come to an end.
    """
    assert problem.suite.cost_case is not None
    check = Check("cost", "", "", problem.suite.cost_case, gradients=False)
    request = draw_probe(problem, Recipe(check, _SEED, "float32")).requests(trace=False)[0]
    traced = session.ask({**request, "trace": True})
    seconds = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        session.ask(request)
        seconds.append(time.perf_counter() - started)
    allocated = traced.get("bytes")
    return Cost(min(seconds), allocated if isinstance(allocated, int) else 0)


def reference_cost(problem: Problem, zygote: Zygote) -> Cost:
    """The cost of the reference under the same conditions: in a sandbox of its own.

    Raises:
        ChildLost: The sandbox failed.
        Ended: It does not come to an end.
    """
    with zygote.take() as child:
        session = Session(child, Patience())
        session.greet()
        session.ask(
            {
                "source": problem.reference.source,
                "defines": problem.defines,
                "scenario": problem.scenario_source,
                "bans": {},
                "modules": {},
            }
        )
        return measure(problem, session)
