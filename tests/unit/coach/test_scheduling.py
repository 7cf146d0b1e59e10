"""What is remembered is what the reviews add up to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalmode.coach import Memory, Rating, Review, recall, remember, retrace

START = datetime(2026, 1, 5, 9, tzinfo=UTC)

reviews = st.builds(
    Review,
    st.sampled_from(Rating),
    st.integers(0, 400 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes)),
    st.sampled_from([0.8, 0.9, 0.95]),
)
histories = st.lists(reviews, max_size=12, unique_by=lambda review: review.at)


def after(*ratings: Rating, gap_days: int = 3) -> Memory:
    memory = remember(Review(rating, START + timedelta(days=gap_days * n)) for n, rating in enumerate(ratings))
    assert memory is not None
    return memory


def test_nothing_is_remembered_of_what_was_never_asked():
    assert remember([]) is None


def test_a_history_as_it_was_worked_out_once():
    """A golden history: a change here changes everybody's schedule."""
    memory = after(Rating.GOOD, Rating.AGAIN, Rating.GOOD, Rating.EASY)
    assert memory.reviews == 4
    assert memory.state == 2
    assert memory.last_review == START + timedelta(days=9)
    assert memory.due == START + timedelta(days=9 + 13)
    assert memory.stability == pytest.approx(13.288087152195715, rel=1e-9)
    assert memory.difficulty == pytest.approx(6.49286385458474, rel=1e-9)


def test_a_failure_comes_back_the_next_day():
    assert after(Rating.AGAIN).due == START + timedelta(days=1)
    assert after(Rating.EASY, Rating.AGAIN).due == START + timedelta(days=4)


def test_a_better_rating_comes_back_later():
    dues = [after(Rating.GOOD, rating).due for rating in Rating]
    assert dues == sorted(dues)
    assert len(set(dues)) > 2


def test_wanting_to_remember_more_brings_it_back_sooner():
    def due(retention: float) -> datetime:
        memory = remember([Review(Rating.EASY, START, retention)])
        assert memory is not None
        return memory.due

    assert due(0.97) < due(0.9) < due(0.7)


@given(histories)
def test_the_same_history_gives_the_same_memory_in_whatever_order_it_is_told(history):
    assert remember(history) == remember(reversed(history))


@given(histories, reviews)
def test_undoing_the_last_review_restores_the_memory_before_it(history, last):
    last = Review(last.rating, START + timedelta(days=500), last.desired_retention)
    *_, (before, review, _) = retrace([*history, last])
    assert review == last
    assert before == remember(history)


@given(histories.filter(len))
def test_it_is_due_after_its_review_and_recalled_worse_with_every_day(history):
    memory = remember(history)
    assert memory is not None
    assert memory.due >= memory.last_review + timedelta(days=1)
    chances = [recall(memory, memory.last_review + timedelta(days=days)) for days in (0, 1, 10, 100)]
    assert chances[0] == 1
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] > 0


@given(histories.filter(len), st.integers(0, 10_000))
def test_a_clock_set_back_never_makes_recall_better_than_certain(history, minutes):
    memory = remember(history)
    assert memory is not None
    assert recall(memory, memory.last_review - timedelta(minutes=minutes)) == 1
