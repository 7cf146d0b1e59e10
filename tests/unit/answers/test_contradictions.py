"""Nobody is called wrong on likeness alone."""

import pytest

from evalmode.answers.contradictions import is_earned

RIGHT = ("softmax makes the outputs sum to one", "the outputs are positive and add up to 1")
WRONG = "the outputs of softmax do not have to sum to one"


@pytest.mark.parametrize(
    ("said", "wrong", "earned"),
    [
        ("so outputs sum to one", WRONG, False),
        ("the outputs don't sum to one", WRONG, True),
        ("the outputs of softmax do not have to sum to one", WRONG, True),
        ("softmax divides by the largest score", "softmax divides by the largest score", True),
        ("the outputs sum to 7", "the outputs sum to the number of classes", True),
    ],
)
def test_a_contradiction_needs_words_that_bear_it_out(said, wrong, earned):
    assert is_earned(said, RIGHT, wrong, RIGHT[0]) is earned
