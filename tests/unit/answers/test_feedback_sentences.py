import itertools
import re
from dataclasses import replace

import pytest

from evalmode.answers.feedback import feedback_of
from evalmode.answers.score import score_of
from evalmode.answers.verdicts import Reading, verdict_of
from evalmode.core import KeyPoint, Misconception, PointGrade, Signal, Verdict

HEAVY = KeyPoint("heavy", "ReLU clips negative inputs to zero.", 3.0)
LIGHT = KeyPoint("light", "ReLU is cheap", 1.0)
POINTS = (HEAVY, LIGHT)


def _grades(heavy, light, because=""):
    return (PointGrade("heavy", heavy, 0.9, "it clips", because), PointGrade("light", light, 0.9, "cheap", because))


HEAVY_CLAIM, LIGHT_CLAIM = "ReLU clips negative inputs to zero.", "ReLU is cheap."


def test_what_was_right_comes_first_and_the_most_valuable_gap_next():
    said = feedback_of(POINTS, _grades(Verdict.MISSING, Verdict.COVERED), ())
    assert said.index("“cheap”") < said.index(HEAVY_CLAIM)
    assert LIGHT_CLAIM not in said


def test_a_contradiction_is_quoted_and_put_right_last():
    said = feedback_of(POINTS, _grades(Verdict.CONTRADICTED, Verdict.COVERED, "This is the opposite."), ())
    assert said.index("“cheap”") < said.index("“it clips”") < said.index(HEAVY_CLAIM)


def test_the_correction_of_the_misconception_is_preferred_to_the_claim():
    mistaken = KeyPoint(
        "heavy", HEAVY_CLAIM, 3.0, (), (Misconception("it clips positives", "It keeps positive ones."),)
    )
    for because in ("It keeps positive ones.", "This is the misconception “it clips positives”."):
        said = feedback_of((mistaken, LIGHT), _grades(Verdict.CONTRADICTED, Verdict.COVERED, because), ())
        assert said.endswith("It keeps positive ones.")
        assert HEAVY_CLAIM not in said


def test_a_calculation_that_does_not_hold_is_named():
    said = feedback_of(POINTS, _grades(Verdict.CONTRADICTED, Verdict.MISSING, "2 * 3 = 7 does not hold."), ())
    assert said.endswith("2 * 3 = 7 does not hold.")


def test_a_full_answer_is_not_told_what_is_missing():
    said = feedback_of(POINTS, _grades(Verdict.COVERED, Verdict.COVERED), ())
    assert said.count("“") == 1
    assert "“it clips”" in said
    assert HEAVY_CLAIM not in said


def test_doubt_is_said():
    said = feedback_of(POINTS, _grades(Verdict.COVERED, Verdict.UNSURE), ())
    assert re.search("could not tell|not sure", said)
    assert "“cheap”" in said


def test_praise_is_reserved_where_the_verdict_is_doubtful():
    doubtful = tuple(replace(grade, confidence=0.5) for grade in _grades(Verdict.COVERED, Verdict.MISSING))
    assert re.match("I take “it clips” as right.|“it clips” sounds right to me.", feedback_of(POINTS, doubtful, ()))


def test_words_that_are_in_dispute_are_not_praised():
    grades = (
        PointGrade("heavy", Verdict.COVERED, 0.9, "it clips and it is slow"),
        PointGrade("light", Verdict.COVERED, 0.9, "a comparison will do"),
        PointGrade("third", Verdict.CONTRADICTED, 0.9, "it is slow"),
    )
    said = feedback_of((*POINTS, KeyPoint("third", "It is fast.")), grades, ())
    assert said.index("“a comparison will do”") < said.index("“it is slow”")


def test_fillers_around_what_was_said_are_not_quoted():
    grades = (PointGrade("heavy", Verdict.COVERED, 0.9, "um so it clips, right"), _grades(*MISSED)[1])
    assert "“it clips”" in feedback_of(POINTS, grades, ())


PAIRS = tuple(itertools.product(Verdict, Verdict))
MISSED = (Verdict.MISSING, Verdict.MISSING)


@pytest.mark.parametrize(("heavy", "light"), PAIRS)
def test_feedback_is_short_whole_sentences_and_always_the_same(heavy, light):
    grades = tuple(
        replace(grade, evidence="" if grade.verdict is Verdict.MISSING else grade.evidence)
        for grade in _grades(heavy, light, "Nothing in the answer says this.")
    )
    said = feedback_of(POINTS, grades, ())
    assert said == feedback_of(POINTS, grades, ())
    assert said
    assert said.endswith(".")
    assert said[0].isupper() or said[0] == "“"
    assert len(re.findall(r"\.(?:\s|$)", said)) <= 4
    assert not re.search(r"“”|\.\.|\d", said)


def test_many_answers_are_not_all_told_in_the_same_words():
    points = POINTS[:1]
    openings = {
        feedback_of(points, (PointGrade("heavy", Verdict.COVERED, 0.9, words),), ()).replace(words, "…")
        for words in ("it clips", "negative gives zero", "max of zero and x", "clips below zero", "cuts off negatives")
    }
    assert len(openings) > 1


def test_a_veto_is_explained():
    signal = Signal("keyword-list", "A list of terms is not an answer.")
    assert feedback_of(POINTS, _grades(Verdict.MISSING, Verdict.MISSING), (signal,)).startswith(signal.message)


@pytest.mark.parametrize(
    ("heavy", "light", "score"),
    [
        (Verdict.COVERED, Verdict.MISSING, 0.75),
        (Verdict.PARTIAL, Verdict.COVERED, 0.625),
        (Verdict.UNSURE, Verdict.CONTRADICTED, 0.375),
        (Verdict.CONTRADICTED, Verdict.MISSING, 0.0),
    ],
)
def test_the_score_weighs_the_points(heavy, light, score):
    assert score_of(POINTS, _grades(heavy, light)) == score


@pytest.mark.parametrize(
    ("addressed", "right", "verdict"),
    [
        (0.95, 0.95, Verdict.COVERED),
        (0.45, 0.95, Verdict.PARTIAL),
        (0.95, 0.45, Verdict.UNSURE),
        (0.95, 0.05, Verdict.CONTRADICTED),
        (0.05, 0.95, Verdict.MISSING),
        (0.05, 0.05, Verdict.MISSING),
    ],
)
def test_two_probabilities_make_a_verdict(addressed, right, verdict):
    grade = verdict_of(HEAVY, Reading(addressed, right, "it clips"))
    assert grade.verdict is verdict
    assert 0 <= grade.confidence <= 1
    assert grade.because


def test_nothing_was_said_where_there_is_no_evidence():
    assert verdict_of(HEAVY, Reading(0.99, 0.99, "")).verdict is Verdict.MISSING
