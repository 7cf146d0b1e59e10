import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalmode.answers.clauses import split_clauses


def _texts(answer):
    return [clause.text for clause in split_clauses(answer)]


def test_sentences_and_their_clauses_come_apart():
    assert _texts("ReLU is cheap to compute, but a unit can die. The sigmoid saturates.") == [
        "ReLU is cheap to compute",
        "but a unit can die",
        "The sigmoid saturates",
    ]


def test_speech_without_punctuation_is_cut_where_a_thought_begins():
    first, second, third = (
        "um an epoch is one pass over all the data",
        "and then an iteration is one update",
        "because each batch gives one step",
    )
    assert _texts(f"{first} {second} {third}") == [first, second, third]


@pytest.mark.parametrize(
    "whole",
    [
        "model.eval() switches dropout off",
        "it halves, e.g. from 0.5 to 0.25",
        "softmax([a, b]) is a vector",
        "p(x, y) = p(x | y) p(y)",
    ],
)
def test_code_numbers_and_formulas_stay_whole(whole):
    assert _texts(whole) == [whole]


def test_list_items_are_sentences_without_their_marks():
    clauses = split_clauses("Two reasons:\n- it is cheap to compute\n- it does not saturate")
    assert [clause.text for clause in clauses] == ["Two reasons", "it is cheap to compute", "it does not saturate"]
    assert len({clause.sentence for clause in clauses}) == 3


def test_a_stretch_without_any_mark_is_not_read_as_one():
    assert all(len(text.split()) <= 22 for text in _texts("word " * 100))


@given(st.text(alphabet="ab .,;:!?\n-()andbutwhile", max_size=200))
def test_clauses_are_verbatim_in_order_and_do_not_overlap(answer):
    end = 0
    for clause in split_clauses(answer):
        assert answer[clause.start : clause.end] == clause.text
        assert clause.start >= end
        end = clause.end


@given(st.lists(st.sampled_from(["alpha", "beta", "but", "and", "since", "gamma,", "delta."]), max_size=40))
def test_no_word_is_lost(words):
    answer = " ".join(words)
    kept = " ".join(clause.text for clause in split_clauses(answer))
    assert kept.replace(",", "").replace(".", "").split() == answer.replace(",", "").replace(".", "").split()
