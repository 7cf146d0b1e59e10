"""The grader and the authors must agree on what a good answer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank.lint.subject import GradeAnswer, Subject, problem_in
from evalmode.bank.points import points_of
from evalmode.bank.turns import turns_of
from evalmode.core import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.bank.models import SpokenItem
    from evalmode.bank.problems import Problem
    from evalmode.bank.turns import Turn
    from evalmode.bank.yamltext import Location
    from evalmode.core import PointGrade

_CREDITED = (Verdict.COVERED, Verdict.PARTIAL)


def answers_cover_points(subject: Subject, grade: GradeAnswer) -> Iterator[Problem]:
    """Model answers that the grader does not find complete."""
    for item, turn, places in _turns(subject):
        for verdict in grade(turn.gradable, turn.model_answer).points:
            if verdict.verdict is not Verdict.COVERED:
                message = f"is {verdict.verdict} by the model answer, as the grader reads it{_because(verdict)}"
                yield problem_in(item, places[verdict.id], message)


def misconceptions_earn_nothing(subject: Subject, grade: GradeAnswer) -> Iterator[Problem]:
    """Misconceptions that the grader takes for the claim."""
    for item, turn, places in _turns(subject):
        for point in turn.gradable.key_points:
            for index, wrong in enumerate(point.misconceptions):
                verdict = _verdict(grade, turn, wrong.says, point.id)
                if verdict.verdict in _CREDITED:
                    message = f"is taken for the claim itself ({verdict.verdict}){_because(verdict)}"
                    yield problem_in(item, (*places[point.id], "misconceptions", index), message)


def phrasings_suffice(subject: Subject, grade: GradeAnswer) -> Iterator[Problem]:
    """Accepted phrasings that, said alone, do not earn their point."""
    for item, turn, places in _turns(subject):
        for point in turn.gradable.key_points:
            for index, phrase in enumerate(point.accepted):
                verdict = _verdict(grade, turn, phrase, point.id)
                if verdict.verdict is not Verdict.COVERED:
                    message = (
                        f"does not earn the point when it is all that is said ({verdict.verdict}){_because(verdict)}"
                    )
                    yield problem_in(item, (*places[point.id], "accepted", index), message)


def _turns(subject: Subject) -> Iterator[tuple[SpokenItem, Turn, dict[str, Location]]]:
    for item in subject.spoken:
        places = {point.id: location for location, point in points_of(item)}
        for turn in turns_of(item):
            if turn.gradable.key_points:
                yield item, turn, places


def _verdict(grade: GradeAnswer, turn: Turn, text: str, point: str) -> PointGrade:
    return next(verdict for verdict in grade(turn.gradable, text).points if verdict.id == point)


def _because(verdict: PointGrade) -> str:
    return f"; it read {verdict.evidence!r}" if verdict.evidence else ""
