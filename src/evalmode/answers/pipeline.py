"""From an answer to a grade."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from evalmode.answers.embedder import Embedder, unit
from evalmode.core import Gradable, Grade, PointGrade, Verdict


class Pipeline:
    """First version: nearest phrasing by cosine."""

    def __init__(self, name: str, cache_folder: Path | None) -> None:
        self._name = name
        self._cache_folder = cache_folder
        self._embedder = Embedder()

    def warm(self, question: Gradable) -> None:
        """Embed the question's phrasings."""
        for point in question.key_points:
            self._embedder.embed([point.claim, *point.accepted, *(wrong.says for wrong in point.misconceptions)])

    def grade(self, question: Gradable, answer: str) -> Grade:
        """Judge one answer."""
        clauses = [match.group().strip() for match in re.finditer(r"[^.;!?\n]+(?:\.(?=\w)[^.;!?\n]+)*", answer)]
        clauses = [clause for clause in clauses if clause]
        points = []
        earned = 0.0
        for point in question.key_points:
            if not clauses:
                points.append(PointGrade(point.id, Verdict.MISSING, 1.0))
                continue
            said = unit(np.stack([found.mean for found in self._embedder.embed(clauses)]))
            right = unit(np.stack([e.mean for e in self._embedder.embed([point.claim, *point.accepted])]))
            close = said @ right.T
            best = int(close.max(axis=1).argmax())
            score = float(close.max())
            against = 0.0
            if point.misconceptions:
                wrong = unit(np.stack([e.mean for e in self._embedder.embed([w.says for w in point.misconceptions])]))
                against = float((said @ wrong.T)[best].max())
            if score < 0.5:
                verdict = Verdict.MISSING
            elif against > score:
                verdict = Verdict.CONTRADICTED
            else:
                verdict = Verdict.COVERED if score > 0.62 else Verdict.PARTIAL
            earned += point.weight * {Verdict.COVERED: 1.0, Verdict.PARTIAL: 0.5}.get(verdict, 0.0)
            evidence = "" if verdict is Verdict.MISSING else clauses[best]
            points.append(PointGrade(point.id, verdict, round(abs(score - 0.5) + 0.5, 2), evidence))
        total = sum(point.weight for point in question.key_points)
        made = sum(point.verdict is Verdict.COVERED for point in points)
        return Grade(
            round(earned / total, 3),
            tuple(points),
            feedback=f"{made} of {len(points)} points made.",
            grader=self._name,
        )
