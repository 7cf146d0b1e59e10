"""What a solution costs on a larger example: processor time seen from outside, and bytes its operators allocate."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
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
        seconds: Processor time, the least of several runs; wall time where the system does not tell.
        bytes: What its operators allocate, all together.
    """

    seconds: float
    bytes: int


def measure(frames: tuple[bytes, bytes], session: Session, process: int) -> Cost:
    """The cost of the submission that the session has loaded.

    Args:
        frames: The larger case as a request that is traced and one that is not.
        session: With the submission.
        process: Id of the process that runs it.

    Raises:
        Ended: It does not come to an end.
    """
    traced, plain = frames
    allocated = session.ask_frame(traced).get("bytes")
    seconds = []
    for _ in range(_RUNS):
        started = _clock(process)
        session.ask_frame(plain)
        seconds.append(_clock(process) - started)
    return Cost(min(seconds), allocated if isinstance(allocated, int) else 0)


def _clock(process: int) -> float:
    """Seconds that a process has run, to the nanosecond; other work on the machine does not count."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9
    except (OSError, ValueError, IndexError):
        return time.perf_counter()


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
        return measure(frames, session, child.pid)
