"""A grader that asks a language model of the user's choice, and says what left the machine for it."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.answers.clauses import split_clauses
from evalmode.answers.feedback import feedback_of
from evalmode.answers.guards import check
from evalmode.answers.llm.exchange import Exchange
from evalmode.answers.llm.failures import ModelFailedError
from evalmode.answers.llm.quotes import kept_stretches
from evalmode.answers.llm.runs import Votes, ask_all
from evalmode.answers.llm.signals import judged_here, sent_to
from evalmode.answers.llm.voting import decide
from evalmode.answers.score import score_of
from evalmode.answers.signals import habits
from evalmode.core import Grade, PointGrade, UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import httpx

    from evalmode.answers.llm.endpoint import Endpoint
    from evalmode.answers.port import Grader
    from evalmode.core import Gradable, Signal


class ModelGrader:
    """Grades with a model over HTTP. Where that fails, the built-in grader judges, and the grade says so.

    The built-in guards come first: what they hold back is not sent, and where nothing is left nothing is sent at all.

    Args:
        endpoint: The model.
        offline: Judges where the model does not.
        transport: What carries the requests; None for the network.
        sleep: Waits out a rate limit.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        offline: Grader,
        *,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._endpoint = endpoint
        self._offline = offline
        self._transport = transport
        self._sleep = sleep

    @property
    def name(self) -> str:
        """Which model judged, and where."""
        return f"model-1 {self._endpoint.model} at {self._endpoint.host}"

    def grade(self, question: Gradable, answer: str) -> Grade:
        """Judge one answer; see :class:`evalmode.answers.Grader`.

        Raises:
            UnavailableError: The model did not judge, and the built-in grader's files are damaged or missing.
        """
        clauses = split_clauses(answer)
        guarded = check(question, answer, clauses)
        if not guarded.kept:
            return self._offline.grade(question, answer)
        stretches = kept_stretches(answer, clauses, guarded.kept)
        points, notes = self._ask(question, stretches, answer)
        if points is None:
            grade = self._offline.grade(question, answer)
            return replace(grade, signals=(*grade.signals, *notes))
        manner = habits(question, answer, guarded.kept, points, guarded.signals)
        signals = (*guarded.signals, *manner, *notes)
        return Grade(
            score=score_of(question.key_points, points),
            points=points,
            signals=signals,
            feedback=feedback_of(question.key_points, points, signals),
            grader=self.name,
        )

    def warm(self, question: Gradable) -> None:
        """Prepare the built-in grader, which may have to step in.

        Raises:
            UnavailableError: Its files are damaged or missing.
        """
        self._offline.warm(question)

    def _ask(
        self, question: Gradable, stretches: Sequence[str], answer: str
    ) -> tuple[tuple[PointGrade, ...] | None, tuple[Signal, ...]]:
        """The verdicts, or None, and what is to be said about the model."""
        host = self._endpoint.host
        try:
            exchange = Exchange(self._endpoint, self._transport, self._sleep)
        except ModelFailedError as error:
            return None, (judged_here(f"Your model at {host} {error.says}"),)
        except UnavailableError as error:
            return None, (judged_here(str(error)),)
        try:
            points = _decided(question, ask_all(exchange, question, stretches, answer))
        except ModelFailedError as error:
            notes = (judged_here(f"Your model at {host} {error.says}"), *([sent_to(host)] if exchange.reached else []))
            return None, notes
        finally:
            exchange.close()
        return points, (sent_to(host),)


def _decided(question: Gradable, runs: Sequence[Votes]) -> tuple[PointGrade, ...]:
    verdicts = []
    for point in question.key_points:
        votes = [run[point.id] for run in runs if point.id in run]
        if not votes:
            raise ModelFailedError("did not judge every key point")
        verdicts.append(decide(point.id, votes))
    return tuple(verdicts)
