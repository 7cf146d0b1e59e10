"""How far a grader can be trusted, measured on labelled answers.

A file holds JSON Lines, each either about an item of the bank::

    {"item": "rapid/softmax", "answer": "...", "points": {"distribution": "covered", "sigmoid-binary": "missing"}}

or complete in itself::

    {"question": "...", "key_points": [{"id": "a", "claim": "...", "accepted": [...], "misconceptions": [...]}],
     "answer": "...", "points": {"a": "contradicted"}}

Misconceptions are texts, or objects with ``says`` and ``correction``. Verdicts are covered, partial, missing and
contradicted; key points without a label are not counted. Extra fields are ignored.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from evalmode.core import Gradable, InputError, KeyPoint, Misconception, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from evalmode.answers.port import Grader

_LABELS = (Verdict.COVERED, Verdict.PARTIAL, Verdict.MISSING, Verdict.CONTRADICTED)
_BINS = 10
_COVERAGES = (1.0, 0.8, 0.6, 0.4)


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled answer.

    Args:
        question: What was asked.
        answer: What was said.
        points: The right verdict for each labelled key point.
    """

    question: Gradable
    answer: str
    points: dict[str, Verdict]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One key point of one answer: what is right and what the grader said.

    Args:
        expected: The label.
        given: The grader's verdict.
        confidence: The grader's confidence in it.
    """

    expected: Verdict
    given: Verdict
    confidence: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures over all judgements; shares are in [0, 1].

    Args:
        answers: How many answers were graded.
        judgements: How many labelled key points they have.
        accuracy: Share of exactly right verdicts; ``unsure`` is never right.
        macro_f1: Mean F1 over covered, missing and contradicted.
        f1: F1 of each of the three.
        false_credit: Share of missing or contradicted points that were given as covered.
        contradictions_found: Share of contradicted points given as contradicted.
        contradictions_credited: Share of contradicted points given as covered.
        covered_found: Share of covered points given as covered.
        abstention: Share of ``unsure``.
        calibration_error: Expected difference between confidence and being right, over ten equal bins, without
            ``unsure``.
        accuracy_at: Accuracy on the surest share of the judgements, by that share.
        latency_ms: Median time per answer in milliseconds, question warm.
        latency_p95_ms: 95th percentile of the same.
    """

    answers: int
    judgements: int
    accuracy: float
    macro_f1: float
    f1: dict[str, float]
    false_credit: float
    contradictions_found: float
    contradictions_credited: float
    covered_found: float
    abstention: float
    calibration_error: float
    accuracy_at: dict[str, float]
    latency_ms: float
    latency_p95_ms: float

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)

    def lines(self) -> list[str]:
        """For people: one figure a line."""
        shares = (
            ("accuracy", self.accuracy),
            ("macro-F1 (covered, missing, contradicted)", self.macro_f1),
            *((f"F1 {name}", value) for name, value in self.f1.items()),
            ("false credit", self.false_credit),
            ("covered points found", self.covered_found),
            ("contradictions found", self.contradictions_found),
            ("contradictions credited", self.contradictions_credited),
            ("abstention", self.abstention),
            ("calibration error", self.calibration_error),
            *((f"accuracy on the surest {share}", value) for share, value in self.accuracy_at.items()),
        )
        head = f"{self.answers} answers, {self.judgements} judgements"
        times = f"{'milliseconds per answer, median / p95':44}{self.latency_ms:8.1f} / {self.latency_p95_ms:.1f}"
        return [head, *(f"{name:44}{value:8.3f}" for name, value in shares), times]


def read_cases(path: Path, find: Callable[[str], Gradable]) -> list[Case]:
    """Read a file of labelled answers.

    Args:
        path: JSON Lines.
        find: The question of an item id.

    Raises:
        InputError: The file cannot be read, or a line is not of the form above; the message names the line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as text: {error}.") from error
    cases = [_case(f"{path}:{number}", line, find) for number, line in enumerate(lines, 1) if line.strip()]
    if not cases:
        raise InputError(f"{path} holds no labelled answers.", hint="Give one JSON object per line.")
    return cases


def _case(where: str, line: str, find: Callable[[str], Gradable]) -> Case:
    try:
        row = json.loads(line)
        question = find(row["item"]) if "item" in row else _question(where, row)
        points = {str(key): Verdict(label) for key, label in row["points"].items()}
        answer = row["answer"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{where}: not a labelled answer: {type(error).__name__} {error}.") from error
    unknown = points.keys() - {point.id for point in question.key_points}
    if unknown:
        raise InputError(f"{where}: the question has no key point {', '.join(sorted(unknown))}.")
    if not isinstance(answer, str) or Verdict.UNSURE in points.values():
        raise InputError(f"{where}: an answer is a text, and a label is one of {', '.join(_LABELS)}.")
    return Case(question, answer, points)


def _question(where: str, row: dict[str, Any]) -> Gradable:
    points = tuple(
        KeyPoint(
            str(point["id"]),
            point["claim"],
            float(point.get("weight", 1.0)),
            tuple(point.get("accepted", ())),
            tuple(
                Misconception(wrong)
                if isinstance(wrong, str)
                else Misconception(wrong["says"], wrong.get("correction", ""))
                for wrong in point.get("misconceptions", ())
            ),
        )
        for point in row["key_points"]
    )
    return Gradable(where, row["question"], points, vocabulary=tuple(row.get("vocabulary", ())))


def judge_cases(grader: Grader, cases: Iterable[Case]) -> Iterator[tuple[list[Judgement], float]]:
    """Grade every case with its question warm; yields its judgements and the seconds it took."""
    for case in cases:
        grader.warm(case.question)
        started = time.perf_counter()
        grade = grader.grade(case.question, case.answer)
        taken = time.perf_counter() - started
        given = {point.id: point for point in grade.points}
        yield [Judgement(label, given[key].verdict, given[key].confidence) for key, label in case.points.items()], taken


def evaluate(grader: Grader, cases: Sequence[Case]) -> Evaluation:
    """Grade every case and sum up."""
    judgements: list[Judgement] = []
    times: list[float] = []
    for found, taken in judge_cases(grader, cases):
        judgements += found
        times.append(1000 * taken)
    return summarise(judgements, times)


def summarise(judgements: Sequence[Judgement], times_ms: Sequence[float]) -> Evaluation:
    """The figures of a list of judgements."""
    times = sorted(times_ms)
    f1 = {name: _f1(judgements, name) for name in (Verdict.COVERED, Verdict.MISSING, Verdict.CONTRADICTED)}
    unearned = [j for j in judgements if j.expected in (Verdict.MISSING, Verdict.CONTRADICTED)]
    contradicted = [j for j in judgements if j.expected is Verdict.CONTRADICTED]
    covered = [j for j in judgements if j.expected is Verdict.COVERED]
    return Evaluation(
        answers=len(times),
        judgements=len(judgements),
        accuracy=_share(judgements, lambda j: j.given is j.expected),
        macro_f1=round(sum(f1.values()) / len(f1), 4),
        f1={str(name): value for name, value in f1.items()},
        false_credit=_share(unearned, lambda j: j.given is Verdict.COVERED),
        contradictions_found=_share(contradicted, lambda j: j.given is Verdict.CONTRADICTED),
        contradictions_credited=_share(contradicted, lambda j: j.given is Verdict.COVERED),
        covered_found=_share(covered, lambda j: j.given is Verdict.COVERED),
        abstention=_share(judgements, lambda j: j.given is Verdict.UNSURE),
        calibration_error=_calibration_error([j for j in judgements if j.given is not Verdict.UNSURE]),
        accuracy_at={f"{share:.0%}": _accuracy_at(judgements, share) for share in _COVERAGES},
        latency_ms=round(times[len(times) // 2], 2) if times else 0.0,
        latency_p95_ms=round(times[min(int(len(times) * 0.95), len(times) - 1)], 2) if times else 0.0,
    )


def _share(judgements: Sequence[Judgement], holds: Callable[[Judgement], bool]) -> float:
    return round(sum(map(holds, judgements)) / len(judgements), 4) if judgements else 0.0


def _f1(judgements: Sequence[Judgement], verdict: Verdict) -> float:
    hits = sum(j.expected is verdict and j.given is verdict for j in judgements)
    claimed = sum((j.expected is verdict) + (j.given is verdict) for j in judgements)
    return round(2 * hits / claimed, 4) if claimed else 0.0


def _calibration_error(judgements: Sequence[Judgement]) -> float:
    if not judgements:
        return 0.0
    bins: dict[int, list[Judgement]] = {}
    for judgement in judgements:
        bins.setdefault(min(int(judgement.confidence * _BINS), _BINS - 1), []).append(judgement)
    gaps = (
        abs(sum(j.confidence - (j.given is j.expected) for j in found)) / len(judgements) for found in bins.values()
    )
    return round(sum(gaps), 4)


def _accuracy_at(judgements: Sequence[Judgement], share: float) -> float:
    order = sorted(judgements, key=lambda j: -j.confidence if j.given is not Verdict.UNSURE else 1.0)
    return _share(order[: max(round(share * len(order)), 1)], lambda j: j.given is j.expected)
