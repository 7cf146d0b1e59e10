"""What the grader learns from is what it says it is, and what is wrong with it would be told."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from evalmode.core import Gradable, KeyPoint, Verdict

sys.path.insert(0, str(Path(__file__).parents[3] / "training"))

from judgements import Judged, Split, faults, judged, questions, read_split, summary

ASKED = Gradable(
    "train/softmax", "What is softmax?", (KeyPoint("sum", "They sum to one."), KeyPoint("exp", "It uses e."))
)
NOBODY = Split(frozenset(), frozenset(), frozenset())
ONE = Judged(
    question="train/softmax",
    writer="w",
    kind="partial",
    voice="terse",
    answer="they sum to one",
    points={"sum": Verdict.COVERED, "exp": Verdict.MISSING},
    place="w.jsonl:1",
)


def faults_of(*answers: Judged, split: Split = NOBODY) -> list[str]:
    return list(faults(answers, {ASKED.id: ASKED}, split))


def test_the_data_have_no_faults():
    assert list(faults(list(judged()), questions(), read_split())) == []


def test_every_part_has_every_label():
    for line in summary(list(judged()), read_split())[:4]:
        assert " 0 " not in line, line


def test_a_right_line_has_no_fault():
    assert faults_of(ONE) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"question": "train/none"}, "there is no question train/none"),
        ({"points": {"sum": Verdict.COVERED}}, "labels for ['sum'] instead of ['exp', 'sum']"),
        ({"kind": "strange"}, "no kind of answer is called strange"),
        ({"answer": " "}, "an answer of 1 characters"),
        ({"answer": "a" * 2000}, "an answer of 2000 characters"),
        ({"points": {"sum": Verdict.UNSURE, "exp": Verdict.MISSING}}, "a label that a person cannot give"),
        ({"kind": "echo"}, "an answer that is echo covers nothing"),
        ({"kind": "full"}, "a full answer covers every point"),
    ],
)
def test_a_fault_is_told_with_its_place(change, says):
    (fault,) = faults_of(replace(ONE, **change))
    assert fault.startswith("w.jsonl:1: ")
    assert says in fault


def test_an_answer_that_is_there_twice_is_told():
    (fault,) = faults_of(ONE, replace(ONE, answer="They sum to one!", place="v.jsonl:7"))
    assert fault == "v.jsonl:7: the same answer as w.jsonl:1."


def test_a_question_that_is_kept_is_kept_whoever_answers():
    split = Split(frozenset({"train/softmax"}), frozenset(), frozenset({"w"}))
    assert split.part(ONE) == "test"
    assert split.part(replace(ONE, question="rapid/other")) == "writers"
    assert NOBODY.part(ONE) == "train"


def test_a_split_that_names_what_is_not_there_is_told():
    split = Split(frozenset({"train/none", "train/softmax"}), frozenset({"train/softmax"}), frozenset({"nobody"}))
    assert faults_of(ONE, split=split) == [
        "split.yaml: train/softmax is kept twice.",
        "split.yaml: there is no question train/none.",
        "split.yaml: there is no writer nobody.",
    ]
