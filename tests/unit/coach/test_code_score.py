"""What a submission is worth follows from its verdict, the help taken and the tries needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalmode.coach import Rating, code_score, rate, with_narration
from evalmode.coach.readiness import MIN_SCORE
from evalmode.core import CodeVerdict

ACCEPTED = CodeVerdict.ACCEPTED
NOT_ACCEPTED = [verdict for verdict in CodeVerdict if verdict is not ACCEPTED]


@pytest.mark.parametrize(
    ("hints", "tries", "revealed", "score", "rating"),
    [
        (0, 1, False, 1.0, Rating.EASY),
        (0, 3, False, 0.9, Rating.EASY),
        (0, 4, False, 0.85, Rating.GOOD),
        (0, 99, False, 0.8, Rating.GOOD),
        (1, 1, False, 0.85, Rating.GOOD),
        (2, 1, False, 0.7, Rating.GOOD),
        (3, 1, False, 0.55, Rating.HARD),
        (9, 99, False, 0.4, Rating.HARD),
        (0, 1, True, 0.3, Rating.AGAIN),
    ],
)
def test_what_is_accepted_is_worth_less_with_help(hints, tries, revealed, score, rating):
    worth = code_score(ACCEPTED, hints=hints, tries=tries, revealed=revealed)
    assert worth == pytest.approx(score)
    assert rate(worth, 60, 600) is rating


def test_two_hints_still_count_as_evidence_and_three_do_not():
    assert code_score(ACCEPTED, hints=2) >= MIN_SCORE > code_score(ACCEPTED, hints=3)


@pytest.mark.parametrize("verdict", NOT_ACCEPTED)
def test_what_is_not_accepted_is_never_remembered(verdict):
    worth = code_score(verdict, passed=9, checks=10)
    assert 0 <= worth < MIN_SCORE
    assert worth == (0 if verdict in {"forbidden", "security_violation", "syntax_error"} else 0.45)


def test_where_nothing_was_checked_nothing_is_earned():
    assert code_score(CodeVerdict.RUNTIME_ERROR) == 0


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_narration_counts_for_a_fifth_and_never_takes_the_score_beyond_the_two(code, said):
    assert with_narration(code, None) == code
    together = with_narration(code, said)
    assert min(code, said) - 1e-9 <= together <= max(code, said) + 1e-9
    assert abs(together - code) <= 0.2 + 1e-9
