"""Making a failing example small: simpler sizes and choices, as long as it goes on failing in the same way."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from evalmode_runner.judging.probes import Finding, Probe, draw_probe, evaluate
from evalmode_runner.judging.problem import ProblemError
from evalmode_runner.judging.session import ChildLost, Ended

if TYPE_CHECKING:
    from evalmode_runner.judging.problem import Problem, Reply
    from evalmode_runner.judging.session import Session

_MOST_TRIES = 60
_MOST_SECONDS = 1.0

Failure = tuple[Probe, Finding, "list[Reply]"]


def shrink(problem: Problem, session: Session, probe: Probe, finding: Finding, replies: list[Reply]) -> Failure:
    """The simplest failing example found within a bounded number of tries."""
    best: Failure = (probe, finding, replies)
    tries, deadline = 0, time.monotonic() + _MOST_SECONDS
    progress = True
    while progress:
        progress = False
        for name, value in _simpler(best[0]):
            if tries == _MOST_TRIES or time.monotonic() > deadline or session.over:
                return best
            tries += 1
            smaller = _retry(problem, session, best, name, value)
            if smaller is not None:
                best, progress = smaller, True
                break
    return best


def _simpler(probe: Probe) -> list[tuple[str, Any]]:
    """Changes to try."""
    return [(name, value) for name, choice in probe.choices.items() for value in choice.simpler]


def _retry(problem: Problem, session: Session, best: Failure, name: str, value: Any) -> Failure | None:
    fixed = {key: choice.value for key, choice in best[0].choices.items()} | {name: value}
    recipe = replace(best[0].recipe, fixed=tuple(fixed.items()), smallest=False, largest=False)
    try:
        probe = draw_probe(problem, recipe)
        replies = [session.ask(request) for request in probe.requests(trace=False)]
        finding = evaluate(problem, probe, replies)
    except (Ended, ChildLost, ProblemError):
        return None
    if finding is None or (finding.kind, finding.error) != (best[1].kind, best[1].error):
        return None
    return probe, finding, replies
