"""The rating follows from score and time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalmode.coach import Rating, rate


@pytest.mark.parametrize(
    ("score", "used", "rating"),
    [
        (0.0, 10, Rating.AGAIN),
        (0.39, 10, Rating.AGAIN),
        (0.4, 10, Rating.HARD),
        (0.64, 10, Rating.HARD),
        (0.65, 10, Rating.GOOD),
        (0.89, 10, Rating.GOOD),
        (0.9, 10, Rating.EASY),
        (1.0, 45, Rating.EASY),
        (1.0, 46, Rating.GOOD),
        (0.7, 46, Rating.HARD),
        (0.5, 46, Rating.HARD),
        (0.1, 46, Rating.AGAIN),
    ],
)
def test_the_rule(score: float, used: float, rating: Rating):
    assert rate(score, used, 45) is rating


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1000), st.floats(0, 1000))
def test_a_better_or_quicker_answer_is_never_rated_lower(low, high, quick, slow):
    low, high = sorted([low, high])
    quick, slow = sorted([quick, slow])
    assert rate(low, slow, 45) <= rate(high, slow, 45) <= rate(high, quick, 45)
