"""What a solution costs on a larger example: wall time seen from outside, and bytes that its operators allocate."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode_runner.judging.session import Patience, Session

if TYPE_CHECKING:
    from evalmode_runner.judging.problem import Problem
    from evalmode_runner.sandbox import Zygote

_RUNS = 2


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one run.

    Args:
        seconds: Wall time, the least of several runs.
        bytes: What its operators allocate, all together.
    """

    seconds: float
    bytes: int


def measure(frames: tuple[bytes, bytes], session: Session) -> Cost:
    """The cost of the submission that the session has loaded.

    Args:
        frames: The larger case as a request that is traced and one that is not.
        session: With the submission.

    Raises:
        Ended: It does not come to an end.
    """
    traced, plain = frames
    allocated = session.ask_frame(traced).get("bytes")
    seconds = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        session.ask_frame(plain)
        seconds.append(time.perf_counter() - started)
    return Cost(min(seconds), allocated if isinstance(allocated, int) else 0)


def reference_cost(problem: Problem, frames: tuple[bytes, bytes], zygote: Zygote) -> Cost:
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
        return measure(frames, session)
