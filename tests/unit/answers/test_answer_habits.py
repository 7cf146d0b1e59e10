"""What is told about how an answer was given; every detector has an answer that it must let pass."""

import re
from dataclasses import replace

import pytest

from evalmode.answers.guards import check
from evalmode.answers.score import score_of
from evalmode.answers.signals import habits
from evalmode.answers.signals.phrases import find, says
from evalmode.bank import load_bank, turns_of
from evalmode.core import Gradable, KeyPoint, Neighbour, PointGrade, Verdict

C, P, M, X, U = Verdict.COVERED, Verdict.PARTIAL, Verdict.MISSING, Verdict.CONTRADICTED, Verdict.UNSURE

RELU = Gradable(
    "test/relu",
    "Why do we use ReLU in hidden layers?",
    (
        KeyPoint(
            "gradient", "ReLU passes the gradient unchanged for positive inputs, because its slope is one there.", 2
        ),
        KeyPoint("cheap", "ReLU is cheap to compute."),
        KeyPoint("dying", "A ReLU unit can die when its input stays negative."),
    ),
)
COMPARE = replace(RELU, question="Compare BatchNorm with LayerNorm.")
APPROACH = replace(RELU, question="Before you write any code: how would you approach “Dropout”?")
PRICE = replace(RELU, question="Which trade-offs or alternatives would you name for “Self-attention”?")
DETAIL = replace(RELU, neighbours=(Neighbour("weight initialisation", "He initialisation is derived for ReLU."),))


def _told(question, answer, *verdicts, evidence="", confidence=0.9):
    points = tuple(
        PointGrade(point.id, verdict, confidence, "" if verdict is M else evidence or answer)
        for point, verdict in zip(question.key_points, verdicts, strict=True)
    )
    guarded = check(question, answer)
    found = habits(question, answer, guarded.kept, points, guarded.signals)
    assert all(signal.evidence in answer for signal in found)
    return [signal.id for signal in found]


FACTS = "ReLU passes the gradient unchanged above zero and it is cheap to compute on any hardware"


def test_facts_without_a_reason_are_noticed_where_why_was_asked():
    assert _told(RELU, FACTS, P, C, M) == ["no-reason"]


@pytest.mark.parametrize(
    "answer",
    [
        FACTS + " because its slope is one there",
        FACTS + " cos the slope is one",
        FACTS + ", so deep stacks still learn",
        "slope 1 above zero -> gradient passes unchanged through many layers, cheap to compute, one comparison each",
    ],
)
def test_any_word_of_reason_will_do(answer):
    assert "no-reason" not in _told(RELU, answer, P, C, M)


def test_no_reason_is_asked_of_a_question_for_facts():
    question = replace(RELU, question="What is ReLU?", key_points=RELU.key_points[1:])
    assert _told(question, FACTS, C, M) == []


WRONG = "ReLU squashes its input into zero to one and its slope is largest below zero"


def test_more_wrong_than_right_without_doubt_is_a_confident_guess():
    assert _told(RELU, WRONG, X, X, M)[0] == "confident-guess"


def test_one_wrong_statement_told_as_certain_is_enough():
    assert _told(RELU, "ReLU obviously squashes its input because it is a sigmoid", X, M, M) == ["confident-guess"]


@pytest.mark.parametrize(
    "doubt", ["I think ", "im not sure but ", "I’m not certain, but ", "maybe ", "if I remember right "]
)
def test_a_word_of_doubt_takes_the_reproach_away(doubt):
    assert "confident-guess" not in _told(RELU, doubt + WRONG, X, X, M)


def test_one_slip_is_no_guess():
    assert "confident-guess" not in _told(RELU, WRONG, X, C, M)


def test_a_doubtful_verdict_is_no_ground_for_a_reproach():
    assert "confident-guess" not in _told(RELU, WRONG, X, X, M, confidence=0.4)


def test_naming_what_one_does_not_know_is_praised():
    answer = "ReLU keeps the gradient because its slope is one, but I forget which slope the leaky one has"
    assert _told(RELU, answer, C, M, M) == ["honest-doubt"]


def test_a_good_answer_may_be_praised_and_is_not_criticised():
    answer = "Slope one above zero, cheap, units can die, but I forget which slope the leaky one has below"
    assert _told(RELU, answer, C, C, C) == ["honest-doubt"]
    assert _told(RELU, FACTS, C, C, C) == []


def test_not_knowing_of_somebody_else_is_no_doubt():
    assert not says("unsure", "you don't know which frame belongs to which letter")
    assert says("unsure", "i dont know which one it was")


ONE_SIDE = (
    "BatchNorm takes mean and variance per channel over the batch and the image with running averages for testing"
)


def test_one_side_of_a_comparison_is_noticed():
    assert _told(COMPARE, ONE_SIDE, C, M, M) == ["no-alternative"]


@pytest.mark.parametrize(
    "other", [" whereas LayerNorm takes the features", " unlike LayerNorm", " and LN is the other way"]
)
def test_both_sides_are_fine(other):
    assert _told(COMPARE, ONE_SIDE + other, C, M, M) == []


def test_notes_that_label_both_sides_are_fine():
    answer = "BN: mean and variance per channel over batch and image. LN: mean and variance per token over features."
    assert "no-alternative" not in _told(COMPARE, answer, C, M, M)


APPROACHED = "I draw a mask from a Bernoulli distribution and multiply the input with it and divide by the keep rate"


def test_setting_about_it_without_asking_back_is_noticed():
    assert _told(APPROACH, APPROACHED, C, M, M) == ["no-clarifying-question"]


@pytest.mark.parametrize(
    "asked", ["I assume p is the drop rate. ", "Is p the drop rate? ", "first i'd ask what p means "]
)
def test_a_question_or_an_assumption_is_enough(asked):
    assert _told(APPROACH, asked + APPROACHED, C, M, M) == []


def test_a_trade_off_without_its_price_is_noticed():
    answer = "Every position attends to every position, and Mamba is an alternative that carries a state instead"
    assert _told(PRICE, answer, C, M, M) == ["no-price"]
    assert _told(PRICE, answer + ", with linear cost in the length", C, M, M) == []


LONG = (
    "ReLU passes the gradient unchanged for positive inputs because its slope is one there. It is a plain threshold. "
    "Sigmoid saturates on both sides, so its gradient fades away. Units may get stuck below zero after a large step, "
    "and leaky variants keep a slight slope down there to bring such units back."
)


def test_a_long_answer_that_stands_alone_is_told_a_connection():
    assert _told(DETAIL, LONG, C, M, C) == ["no-connection"]
    assert _told(DETAIL, LONG + " He's weight initialisation fits it.", C, M, C) == []
    assert _told(RELU, LONG, C, M, C) == []


def test_many_words_for_little_are_noticed():
    answer = "Well because ReLU is such a wonderful thing that everybody in the whole field likes and talks about " * 4
    assert "rambling" in _told(RELU, " ".join(f"{word}{n}" for n, word in enumerate(answer.split())), M, M, M)


def test_more_words_than_the_time_holds_are_noticed():
    answer = " ".join(f"because of reason{number} and consequence{number}" for number in range(30))
    assert _told(replace(RELU, seconds=30), answer, C, C, M) == ["rambling"]
    assert "rambling" not in _told(replace(RELU, seconds=120), answer, C, C, M)


def test_saying_the_same_thing_again_and_again_is_noticed():
    once = "The slope of ReLU stays one above zero because of its form. "
    assert _told(RELU, once * 3, C, M, M) == ["repetition"]
    assert _told(RELU, once, C, M, M) == []


def test_at_most_two_are_told():
    found = _told(
        replace(RELU, question="Why? Compare. How would you approach it?"), FACTS + " in nearly every model", P, C, M
    )
    assert len(found) == 2


@pytest.mark.parametrize("answer", ["", "I don't know.", "ReLU, sigmoid, gradient, slope, threshold, zero, hidden"])
def test_what_is_no_answer_is_left_to_the_guards(answer):
    assert _told(RELU, answer, M, M, M) == []


def test_apostrophes_of_any_kind_are_found_where_they_stand():
    match = find("unsure", "Hm, I’m not sure.")
    assert match is not None
    assert match.start() == 4


def test_every_list_of_phrases_is_lower_case_and_compiles():
    from evalmode.answers.signals import phrases

    folder = phrases._FOLDER
    for file in folder.glob("*.txt"):
        assert isinstance(phrases.phrases(file.stem), re.Pattern)
        listed = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        assert listed == [line.lower().strip() for line in listed]
        assert len(listed) == len(set(listed)), file.name


def test_no_model_answer_of_the_bank_is_criticised(grader):
    """Seen by the real grader, the deep questions and every tenth rapid one."""
    bank = load_bank()
    for item in [*bank.deep, *bank.rapid[::10]]:
        for turn in turns_of(item):
            guarded = check(turn.gradable, turn.model_answer)
            grade = grader.grade(turn.gradable, turn.model_answer)
            assert grade.signals == guarded.signals, turn.gradable.id
            assert grade.score == score_of(turn.gradable.key_points, grade.points)
