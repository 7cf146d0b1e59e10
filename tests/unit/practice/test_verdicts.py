"""What is kept of a grade, and the score that follows from it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evalmode.core import Gradable, Grade, KeyPoint, Misconception, PointGrade, Verdict
from evalmode.practice.verdicts import KeptVerdict, keep, points_of, score_of

NAMES = ("a", "b", "c")


def question(weights: list[float]) -> Gradable:
    return Gradable("q", "?", tuple(KeyPoint(name, name, weight) for name, weight in zip(NAMES, weights, strict=True)))


graded = st.builds(
    lambda weights, verdicts: (
        question(weights),
        tuple(PointGrade(name, verdict, 1.0) for name, verdict in zip(NAMES, verdicts, strict=True)),
    ),
    st.lists(st.floats(0.1, 10), min_size=3, max_size=3),
    st.lists(st.sampled_from(Verdict), min_size=3, max_size=3),
)


@given(graded, st.floats(0, 1), st.sets(st.sampled_from(NAMES)), st.sampled_from(NAMES))
def test_an_override_never_lowers_the_score_and_all_of_them_make_it_full(pair, score, said, more):
    asked, points = pair
    verdict = keep(asked, Grade(score, points))
    assert 0 <= score_of(score, verdict, said) <= score_of(score, verdict, said | {more}) <= 1
    assert score_of(score, verdict, ()) == score
    if any(point.verdict is not Verdict.COVERED for point in points):
        assert score_of(score, verdict, NAMES) == 1


@given(graded, st.floats(0, 1))
def test_a_verdict_comes_back_from_its_document(pair, score):
    verdict = keep(pair[0], Grade(score, pair[1], feedback="…"))
    assert KeptVerdict.model_validate(verdict.model_dump(mode="json")) == verdict


def test_the_correction_is_that_of_the_misconception_that_was_said():
    key = KeyPoint(
        "order",
        "Zero the gradients first.",
        misconceptions=(
            Misconception("gradients are zeroed automatically", "They are not."),
            Misconception("the optimiser must be stepped before the backward pass", "After it."),
        ),
    )
    said = "I step the optimiser before the backward pass"
    grade = Grade(0, (PointGrade("order", Verdict.CONTRADICTED, 0.9, said),))
    (point,) = keep(Gradable("q", "?", (key,)), grade).points
    assert point.correction == "After it."
    (named,) = keep(
        Gradable("q", "?", (key,)),
        Grade(0, (PointGrade("order", Verdict.CONTRADICTED, 0.9, said, "As in: gradients are zeroed automatically"),)),
    ).points
    assert named.correction == "They are not."
    (missing,) = keep(Gradable("q", "?", (key,)), Grade(0, (PointGrade("order", Verdict.MISSING, 1.0),))).points
    assert missing.correction == ""


def test_evidence_that_is_not_in_the_answer_has_no_place():
    verdict = keep(question([1, 1, 1]), Grade(1, (PointGrade("a", Verdict.COVERED, 1, "said elsewhere"),)))
    (point,) = points_of(verdict, "the answer", said=(), proven=("a",))
    assert point.evidence_start is None
    assert point.proven
