"""How good and how fast the prose grader is on answers to questions it was not fitted on, next to two baselines.

The answers of ``heldout.jsonl`` were labelled by hand; ``tools/fit_grader.py`` reads neither them nor, in any other
way, their questions. Overlap and cosine are the obvious graders: a key point is covered when enough of the words of its
claim or phrasings are there, or when a sentence of the answer lies near enough. They see no contradiction at all.
"""

from __future__ import annotations

import os
import re
import resource
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one core, as the grader asks for where it loads numpy itself

import numpy as np

from evalmode.answers import EmbeddedGrader
from evalmode.answers.embedder import Embedder, unit
from evalmode.answers.evaluate import Evaluation, evaluate, read_cases
from evalmode.answers.lexical import words_of
from evalmode.answers.normalise import normalise
from evalmode.bank import load_bank, turns_of
from evalmode.core import Gradable, Grade, PointGrade, Verdict

DATA = Path(__file__).parent.parent / "tests" / "unit" / "answers" / "data" / "heldout.jsonl"
COVERED = {"overlap": 0.6, "cosine": 0.6}


class Baseline:
    """A grader that looks at likeness alone."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._embedder = Embedder() if name == "cosine" else None
        self._phrases: dict[str, list[list[object]]] = {}

    def warm(self, question: Gradable) -> None:
        self._phrases[question.id] = [
            [self._read(text) for text in (point.claim, *point.accepted)] for point in question.key_points
        ]

    def grade(self, question: Gradable, answer: str) -> Grade:
        said = [self._read(text) for text in re.split(r"[.;!?\n]+", answer) if text.strip()]
        points = []
        for point, phrases in zip(question.key_points, self._phrases[question.id], strict=True):
            like = max((self._like(one, phrase) for one in said for phrase in phrases), default=0.0)
            verdict = Verdict.COVERED if like >= COVERED[self.name] else Verdict.MISSING
            points.append(PointGrade(point.id, verdict, max(like, 1 - like)))
        return Grade(0.0, tuple(points))

    def _read(self, text: str) -> object:
        if self._embedder is None:
            return set(words_of(normalise(text)).meaningful())
        (states,) = self._embedder.embed([text])
        return unit(states.mean(axis=0, keepdims=True))[0] if len(states) else np.zeros(384, dtype=np.float32)

    def _like(self, one: object, phrase: object) -> float:
        if isinstance(one, set) and isinstance(phrase, set):
            return len(one & phrase) / len(phrase) if phrase else 0.0
        return float(np.dot(one, phrase))  # type: ignore[arg-type]  # vectors, as the branch above took the sets


def main() -> None:
    bank = load_bank()
    cases = read_cases(DATA, lambda name: turns_of(bank.get(name, ["rapid", "deep"]))[0].gradable)
    found: dict[str, Evaluation] = {}
    for grader in (Baseline("overlap"), Baseline("cosine"), EmbeddedGrader()):
        found[grader.name] = evaluate(grader, cases)
    last = list(found.values())[-1]
    questions = {case.question.id for case in cases}
    print(f"{last.answers} answers to {len(questions)} questions, {last.judgements} judgements\n")
    print(f"{'':26}" + "".join(f"{name:>14}" for name in found))
    for label, attribute in (
        ("macro-F1", "macro_f1"),
        ("accuracy", "accuracy"),
        ("false credit", "false_credit"),
        ("contradictions found", "contradictions_found"),
        ("contradictions credited", "contradictions_credited"),
        ("covered points found", "covered_found"),
        ("abstention", "abstention"),
        ("calibration error", "calibration_error"),
    ):
        print(f"{label:26}" + "".join(f"{getattr(one, attribute):14.2f}" for one in found.values()))
    cosine = found["cosine"].latency_ms
    print(f"{'ms per answer, median':26}" + "".join(f"{one.latency_ms:14.1f}" for one in found.values()))
    print(f"\nthe grader takes {last.latency_ms / cosine:.1f} x the time of cosine alone")
    print(f"memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
