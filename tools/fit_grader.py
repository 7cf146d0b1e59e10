"""Fit the two logistic models of the prose grader and write ``src/evalmode/answers/fitted.json``.

Examples come from three places: the bank itself, leaving one phrasing out at a time; single statements labelled by
hand; and whole answers labelled by hand. Answers of ``heldout.jsonl`` are never read here, and its questions are left
out of the other examples too.

An answer says *somewhere* what it says about a key point, so which of its stretches is the example is itself worked
out: fit, take each answer's most likely stretch, fit again (multiple-instance learning).

    python tools/fit_grader.py --check     # five folds by question: how well it does on questions it has not seen
    python tools/fit_grader.py             # fits and writes
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evalmode.answers.clauses import split_clauses
from evalmode.answers.combine import FITTED, Logistic
from evalmode.answers.embedder import Embedder
from evalmode.answers.features import ADDRESSED, RIGHT, Place, addressed_features, right_features
from evalmode.answers.nearness import Nearness, nearness
from evalmode.answers.pipeline import places_of
from evalmode.answers.profiles import PointProfile, QuestionProfile, profile_of, texts_of
from evalmode.answers.segments import Segmented, segment
from evalmode.bank import Bank, Turn, load_bank, turns_of
from evalmode.core import Gradable

DATA = Path(__file__).parent.parent / "tests" / "unit" / "answers" / "data"
COVERED, CONTRADICTED, MISSING, PARTIAL = "covered", "contradicted", "missing", "partial"
ROUNDS = 4
MOST = 4
"""So many stretches of an answer that does not speak to a key point serve as counterexamples."""
WEIGHTS = {
    # kind: (does it speak to the point?, is it right?). Misconceptions that are left out teach little about real ones:
    # the pack does not list them then, which a real candidate's favourite errors are.
    "accepted": (0.2, 0.05), "claim": (0.0, 0.0), "misconception": (0.05, 0.0), "other point": (0.3, 0.0),
    "other item": (0.1, 0.0), "model answer": (0.5, 0.2), "other answer": (0.3, 0.0), "question": (0.5, 0.0),
    "statement": (1.5, 1.5), "answer": (1.0, 1.0),
}  # fmt: skip

Floats = NDArray[Any]


@dataclass(frozen=True)
class Example:
    """One answer and one key point with the label.

    Args:
        kind: Where it comes from; a key of ``WEIGHTS``.
        item: The question, for folds.
        label: covered, partial, missing or contradicted.
        places: The stretches of the answer that were looked at.
        addressed: One row of features per stretch.
        text: The answer.
        point: The key point's id.
    """

    kind: str
    item: str
    label: str
    places: list[Place]
    addressed: Floats
    text: str
    point: str
    right: dict[int, Floats] = field(default_factory=dict)

    def right_at(self, number: int) -> Floats:
        """The second row of features, of one stretch; worked out once."""
        if number not in self.right:
            self.right[number] = right_features(self.places[number]).features.astype(np.float64)
        return self.right[number]


class Examples:
    """Makes examples; texts are embedded once."""

    def __init__(self, bank: Bank) -> None:
        self._embedder = Embedder()
        self._segmented: dict[tuple[str, tuple[str, ...]], Segmented] = {}
        self._near: dict[tuple[str, str], Nearness] = {}
        self._profiles: dict[str, QuestionProfile] = {}
        self.turns = {
            turn.gradable.id: turn
            for turns in (*map(turns_of, bank.rapid), *map(turns_of, bank.deep))
            for turn in turns
        }

    def profile(self, question: Gradable) -> QuestionProfile:
        """The question's profile, made once."""
        if question.id not in self._profiles:
            texts = texts_of(question)
            self._profiles[question.id] = profile_of(question, texts, self._embedder.embed(texts))
        return self._profiles[question.id]

    def make(
        self, kind: str, question: Gradable, number: int, answer: str, label: str, *, without: int | None = None
    ) -> Iterator[Example]:
        """An example, with the phrasing in column ``without`` unknown to the grader."""
        profile = self.profile(question)
        said = self._segment(answer, question.vocabulary)
        key = (answer, question.id)
        if key not in self._near and said.segments:
            self._near[key] = nearness(said, profile)
        if said.segments:
            known = replace(profile, points=tuple(_without(point, without) for point in profile.points))
            places = places_of(known, said, self._near[key])[number]
            rows = np.array([addressed_features(place) for place in places], dtype=np.float64)
            item = question.id.split("#")[0]
            yield Example(kind, item, label, places, rows, answer, question.key_points[number].id)

    def _segment(self, answer: str, vocabulary: tuple[str, ...]) -> Segmented:
        key = (answer, vocabulary)
        if key not in self._segmented:
            self._segmented[key] = segment(split_clauses(answer), vocabulary, self._embedder)
        return self._segmented[key]


def _without(point: PointProfile, row: int | None) -> PointProfile:
    return replace(
        point, right=tuple(r for r in point.right if r != row), wrong=tuple(r for r in point.wrong if r != row)
    )


def from_bank(examples: Examples, chance: random.Random) -> Iterator[Example]:
    """Leave out each phrasing in turn; hold answers and phrasings of other questions against each key point."""
    turns = list(examples.turns.values())
    for turn in turns:
        question = turn.gradable
        row = 0
        for number, point in enumerate(question.key_points):
            others = [place for place in range(len(question.key_points)) if place != number]
            for place, text in enumerate((point.claim, *point.accepted)):
                yield from examples.make("accepted" if place else "claim", question, number, text, COVERED, without=row)
                if others and place:
                    yield from examples.make("other point", question, chance.choice(others), text, MISSING, without=row)
                if place % 3 == 1:
                    yield from _elsewhere(examples, turns, turn, text, "other item", chance)
                row += 1
            for wrong in point.misconceptions:
                yield from examples.make("misconception", question, number, wrong.says, CONTRADICTED, without=row)
                row += 1
            yield from examples.make("model answer", question, number, turn.model_answer, COVERED)
            yield from examples.make("question", question, number, question.question, MISSING)
        for _ in range(2):
            yield from _elsewhere(examples, turns, turn, turn.model_answer, "other answer", chance)


def _elsewhere(
    examples: Examples, turns: Sequence[Turn], own: Turn, text: str, kind: str, chance: random.Random
) -> Iterator[Example]:
    other = chance.choice(turns)
    if other.item_id != own.item_id and not _related(other, own):
        for number in range(len(other.gradable.key_points)):
            yield from examples.make(kind, other.gradable, number, text, MISSING)


def _related(one: Turn, two: Turn) -> bool:
    """Questions with neighbouring names may well share a key point."""
    return bool(set(one.item_id.slug.split("-")) & set(two.item_id.slug.split("-")))


def from_rows(examples: Examples, path: Path, kind: str) -> Iterator[Example]:
    """Hand-labelled rows: ``{"item", "answer", "points": {point: verdict}}``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        question = examples.turns[row["item"]].gradable
        for number, point in enumerate(question.key_points):
            if point.id in row["points"]:
                yield from examples.make(kind, question, number, row["answer"], row["points"][point.id])


@dataclass(frozen=True)
class Fitted:
    """Both models."""

    addressed: Logistic
    right: Logistic

    def judge(self, example: Example) -> tuple[float, float]:
        """Probability that the answer speaks to the point, and that what it says there is right."""
        chances = self.addressed.probability(example.addressed)
        best = int(chances.argmax())
        return float(chances[best]), float(self.right.probability(example.right_at(best)[None, :])[0])


def fit(examples: Sequence[Example]) -> Fitted:
    """Fit both models, choosing each answer's stretch anew in every round."""
    chosen = [example.addressed[:, 0] for example in examples]
    for _ in range(ROUNDS):
        rows, labels, weights = [], [], []
        for example, chances in zip(examples, chosen, strict=True):
            order = np.argsort(-chances)[: MOST if example.label == MISSING else 1]
            for place in order:
                rows.append(example.addressed[place])
                labels.append(float(example.label != MISSING))
                weights.append(WEIGHTS[example.kind][0] * (1.5 / len(order) if example.label == MISSING else 1.0))
        addressed = logistic(np.array(rows), np.array(labels), np.array(weights), ridge=1.0)
        chosen = [addressed.probability(example.addressed) for example in examples]
    said = [
        (example, chances)
        for example, chances in zip(examples, chosen, strict=True)
        if example.label in (COVERED, CONTRADICTED) and WEIGHTS[example.kind][1]
    ]
    is_right = np.array([float(example.label == COVERED) for example, _ in said])
    counts = np.array([WEIGHTS[example.kind][1] for example, _ in said])
    halves = np.where(is_right == 1, counts[is_right == 1].sum(), counts[is_right == 0].sum())
    balanced = counts * counts.sum() / (2 * halves)
    rows = [example.right_at(int(chances.argmax())) for example, chances in said]
    return Fitted(addressed, logistic(np.array(rows), is_right, balanced, ridge=3.0))


def logistic(rows: Floats, labels: Floats, weights: Floats, ridge: float) -> Logistic:
    """Weighted logistic regression with a ridge on standardised features, by Newton's method; in raw units."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    design = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])
    penalty = np.diag([ridge] * rows.shape[1] + [1e-6])
    theta = np.zeros(design.shape[1])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-design @ theta))
        gradient = design.T @ (weights * (chances - labels)) + penalty @ theta
        curvature = (design * (weights * chances * (1 - chances))[:, None]).T @ design + penalty
        step = np.linalg.solve(curvature, gradient)
        theta -= step
        if np.abs(step).max() < 1e-8:
            break
    raw = theta[:-1] / scale
    return Logistic(raw.astype(np.float32), float(theta[-1] - raw @ mean))


def report(examples: Iterable[Example], fitted_for: Any) -> None:
    """Print, per kind and label, what the models make of questions they were not fitted on."""
    counts: dict[tuple[str, str], list[int]] = {}
    for example in examples:
        addressed, right = fitted_for(example).judge(example)
        verdict = 2 if addressed < 0.5 else 0 if right >= 0.5 else 1
        counts.setdefault((example.kind, example.label), [0, 0, 0])[verdict] += 1
    print(f"{'':32}{'covered':>9}{'contra.':>9}{'missing':>9}{'n':>7}")
    for (kind, label), found in counts.items():
        shares = "".join(f"{count / sum(found):9.3f}" for count in found)
        print(f"{kind + ': ' + label:32}{shares}{sum(found):7}")


def main() -> None:
    """Fit, and either check by folds or write."""
    parser = argparse.ArgumentParser(description="Fit the prose grader's coefficients.")
    parser.add_argument("--check", action="store_true", help="five folds by question; writes nothing")
    arguments = parser.parse_args()
    examples = Examples(load_bank())
    found = [*from_bank(examples, random.Random(0)), *from_rows(examples, DATA / "statements.jsonl", "statement")]
    found += from_rows(examples, DATA / "dev.jsonl", "answer")
    held = {json.loads(line)["item"] for line in (DATA / "heldout.jsonl").read_text(encoding="utf-8").splitlines()}
    found = [example for example in found if example.item not in held]
    if arguments.check:
        items = sorted({example.item for example in found})
        folds = {item: place % 5 for place, item in enumerate(items)}
        models = [fit([example for example in found if folds[example.item] != fold]) for fold in range(5)]
        report(found, lambda example: models[folds[example.item]])
        return
    fitted = fit(found)
    data = {
        name: dict(
            zip([*names, "intercept"], [round(float(w), 4) for w in [*model.weights, model.intercept]], strict=True)
        )
        for name, names, model in (("addressed", ADDRESSED, fitted.addressed), ("right", RIGHT, fitted.right))
    }
    FITTED.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    print(f"{len(found)} examples of {len({example.item for example in found})} questions; wrote {FITTED}")


if __name__ == "__main__":
    main()
