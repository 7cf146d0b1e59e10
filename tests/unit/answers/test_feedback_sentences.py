import pytest

from evalmode.answers.feedback import feedback_of
from evalmode.answers.score import score_of
from evalmode.answers.verdicts import Reading, verdict_of
from evalmode.core import KeyPoint, PointGrade, Signal, Verdict

HEAVY = KeyPoint("heavy", "ReLU clips negative inputs to zero.", 3.0)
LIGHT = KeyPoint("light", "ReLU is cheap", 1.0)
POINTS = (HEAVY, LIGHT)


def _grades(heavy, light, because=""):
    return (PointGrade("heavy", heavy, 0.9, "it clips", because), PointGrade("light", light, 0.9, "cheap", because))


def test_what_was_right_comes_first_and_the_most_valuable_gap_last():
    said = feedback_of(POINTS, _grades(Verdict.MISSING, Verdict.COVERED), ())
    assert said.index("ReLU is cheap.") < said.index("ReLU clips negative inputs to zero.")


def test_a_contradiction_is_quoted_and_put_right():
    said = feedback_of(POINTS, _grades(Verdict.CONTRADICTED, Verdict.COVERED, "It clips the negative ones."), ())
    assert "“it clips”" in said
    assert "it clips the negative ones." in said.lower()


def test_a_full_answer_is_not_told_what_is_missing():
    assert feedback_of(POINTS, _grades(Verdict.COVERED, Verdict.COVERED), ()) == "You made every point."


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
