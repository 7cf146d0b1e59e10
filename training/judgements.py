"""The labelled answers that the grader learns from and is tested on, and what is asked of them.

    python training/judgements.py          # lint: every fault with its place, then what there is

``questions/*.yaml`` holds questions that are asked nowhere else; ``answers/*.jsonl`` holds one file per writer, each
line an answer to a question of that folder or of the bank with a label for each of its key points::

    {"question": "rapid/softmax", "kind": "swapped", "voice": "terse", "answer": "...",
     "points": {"distribution": "contradicted", "sigmoid-binary": "missing"}}

``split.yaml`` names the questions and the writers that nothing is ever fitted on.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from evalmode.bank import load_bank, turns_of
from evalmode.core import Gradable, KeyPoint, Misconception, Verdict

HERE = Path(__file__).parent
QUESTIONS, ANSWERS, SPLIT = HERE / "questions", HERE / "answers", HERE / "split.yaml"

LABELS = (Verdict.COVERED, Verdict.PARTIAL, Verdict.MISSING, Verdict.CONTRADICTED)
KINDS = frozenset(
    "full partial terse informal negated swapped wrong_number misconception mixed evasive near_miss echo stuffing "
    "injection off_topic".split()
)
EARNS_NOTHING = frozenset({"evasive", "echo", "stuffing", "injection", "off_topic"})
"""Kinds of answers in which no key point is covered, however they sound."""
_LONGEST = 1500
"""In characters: longer than anybody speaks in a minute."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer with its labels.

    Args:
        question: Id of the question, as in ``rapid/softmax`` or ``train/rmsnorm``.
        writer: Who wrote and labelled it: the name of the file.
        kind: What it was written to be; one of ``KINDS``.
        voice: How the person speaks, in the writer's words.
        answer: What was said.
        points: The verdict on every key point.
        place: File and line, for messages.
    """

    question: str
    writer: str
    kind: str
    voice: str
    answer: str
    points: dict[str, Verdict]
    place: str


@dataclass(frozen=True, slots=True)
class Split:
    """What is kept from all fitting.

    Args:
        test: Questions that only the last figures are taken on.
        tuning: Questions that thresholds and the number of epochs are chosen on.
        writers: Writers whose answers to all other questions are kept, too: known questions, unknown people.
    """

    test: frozenset[str]
    tuning: frozenset[str]
    writers: frozenset[str]

    def part(self, one: Judged) -> str:
        """``test``, ``tuning``, ``writers`` or ``train``; a question that is kept is kept whoever answers it."""
        if one.question in self.test:
            return "test"
        if one.question in self.tuning:
            return "tuning"
        return "writers" if one.writer in self.writers else "train"


@cache
def questions() -> dict[str, Gradable]:
    """All questions that answers may name: the bank's rapid ones and those of this folder."""
    found = {str(item.item_id): turns_of(item)[0].gradable for item in load_bank().rapid}
    for file in sorted(QUESTIONS.glob("*.yaml")):
        question = _read_question(file)
        found[question.id] = question
    return found


def _read_question(file: Path) -> Gradable:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    points = tuple(
        KeyPoint(
            id=point["id"],
            claim=point["claim"],
            accepted=tuple(point["accepted"]),
            misconceptions=tuple(Misconception(one["says"], one["correction"]) for one in point["misconceptions"]),
        )
        for point in data["key_points"]
    )
    return Gradable(id=f"train/{data['id']}", question=data["question"], key_points=points)


def judged() -> Iterator[Judged]:
    """All answers.

    Raises:
        ValueError: A line is not what it should be; run this file for the whole list of faults.
    """
    for file in sorted(ANSWERS.glob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            yield _read_answer(file, number, line)


def _read_answer(file: Path, number: int, line: str) -> Judged:
    place = f"{file.name}:{number}"
    try:
        data = json.loads(line)
        points = {name: Verdict(label) for name, label in data["points"].items()}
        return Judged(data["question"], file.stem, data["kind"], data["voice"], data["answer"], points, place)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{place}: {error!r}") from error


def read_split() -> Split:
    """The split, as ``split.yaml`` says it."""
    data = yaml.safe_load(SPLIT.read_text(encoding="utf-8"))
    return Split(*(frozenset(data[name]) for name in ("test", "tuning", "writers")))


def faults(answers: Sequence[Judged], known: dict[str, Gradable], split: Split) -> Iterator[str]:
    """What is wrong with the data, one sentence each with its place."""
    said: dict[str, str] = {}
    for one in answers:
        if one.question not in known:
            yield f"{one.place}: there is no question {one.question}."
            continue
        yield from (f"{one.place}: {fault}" for fault in _faults_of(one, known[one.question]))
        text = " ".join(re.findall(r"\w+", one.answer.lower()))
        if text in said and one.kind not in {"echo", "injection"}:
            yield f"{one.place}: the same answer as {said[text]}."
        said.setdefault(text, one.place)
    for name in sorted(split.test & split.tuning):
        yield f"{SPLIT.name}: {name} is kept twice."
    for name in sorted((split.test | split.tuning) - set(known)):
        yield f"{SPLIT.name}: there is no question {name}."
    for name in sorted(split.writers - {one.writer for one in answers}):
        yield f"{SPLIT.name}: there is no writer {name}."


def _faults_of(one: Judged, question: Gradable) -> Iterator[str]:
    wanted = {point.id for point in question.key_points}
    if set(one.points) != wanted:
        yield f"labels for {sorted(one.points)} instead of {sorted(wanted)}."
    if one.kind not in KINDS:
        yield f"no kind of answer is called {one.kind}."
    if not one.answer.strip() or len(one.answer) > _LONGEST:
        yield f"an answer of {len(one.answer)} characters."
    if any(label not in LABELS for label in one.points.values()):
        yield "a label that a person cannot give."
    if one.kind in EARNS_NOTHING and Verdict.COVERED in one.points.values():
        yield f"an answer that is {one.kind} covers nothing, but a key point is labelled so."
    if one.kind == "full" and set(one.points.values()) - {Verdict.COVERED, Verdict.PARTIAL}:
        yield "a full answer covers every point, but one is labelled otherwise."


def summary(answers: Iterable[Judged], split: Split) -> list[str]:
    """How much there is, by part, label and kind."""
    rows = [(split.part(one), one) for one in answers]
    lines = []
    for part in ("train", "tuning", "test", "writers"):
        mine = [one for name, one in rows if name == part]
        labels = Counter(label for one in mine for label in one.points.values())
        shares = ", ".join(f"{labels[label]} {label}" for label in LABELS)
        counts = (len({one.question for one in mine}), len({one.writer for one in mine}), len(mine), labels.total())
        asked, writers, given, total = counts
        lines.append(
            f"{part:8} {asked:4} questions {writers:3} writers {given:6} answers {total:6} judgements: {shares}"
        )
    kinds = Counter(one.kind for _, one in rows)
    lines.append("kinds: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()))
    return lines


def main() -> int:
    answers, split = list(judged()), read_split()
    found = list(faults(answers, questions(), split))
    print(*found, *summary(answers, split), sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
