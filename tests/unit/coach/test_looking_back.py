"""Days, streaks, mastery and retention."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from evalmode.coach import (
    Practised,
    Rating,
    Review,
    calendar,
    day_of,
    end_of_day,
    mastery,
    retention,
    streak,
    weakest_first,
)

NOW = datetime(2026, 1, 10, 23, 30, tzinfo=UTC)
TOKYO = ZoneInfo("Asia/Tokyo")


def test_a_day_is_a_day_where_the_candidate_is():
    assert day_of(NOW, UTC) == date(2026, 1, 10)
    assert day_of(NOW, TOKYO) == date(2026, 1, 11)
    assert end_of_day(NOW, UTC) == datetime(2026, 1, 11, tzinfo=UTC)
    assert end_of_day(NOW, TOKYO) == datetime(2026, 1, 11, 15, tzinfo=UTC)


def test_the_day_of_a_clock_change_has_its_own_length():
    berlin = ZoneInfo("Europe/Berlin")
    before = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert end_of_day(before, berlin) == datetime(2026, 3, 29, 22, tzinfo=UTC)
    assert end_of_day(before - timedelta(days=1), berlin) == datetime(2026, 3, 28, 23, tzinfo=UTC)


def test_this_machines_own_zone_is_used_where_none_is_named():
    assert NOW < end_of_day(NOW, None) <= NOW + timedelta(days=1, hours=2)
    assert day_of(NOW, None) == NOW.astimezone().date()


@pytest.mark.parametrize(
    ("days_ago", "length"), [([], 0), ([0], 1), ([1], 1), ([0, 1, 2], 3), ([1, 2], 2), ([2, 3], 0), ([0, 2, 3], 1)]
)
def test_a_streak_ends_with_a_whole_day_without_practice(days_ago: list[int], length: int):
    today = date(2026, 1, 10)
    assert streak([today - timedelta(days=ago) for ago in days_ago] * 2, today) == length


def test_the_calendar_counts_a_year_and_forgets_what_is_older():
    moments = [(NOW, 1.0), (NOW, 0.0), (NOW, None), (NOW - timedelta(days=364), None), (NOW - timedelta(days=365), 1.0)]
    first, last = calendar(moments, NOW, UTC)
    assert (first.day, first.attempts, first.mean_score) == (date(2025, 1, 11), 1, None)
    assert (last.day, last.attempts, last.mean_score) == (date(2026, 1, 10), 3, 0.5)


def test_mastery_is_the_score_as_far_as_it_would_be_recalled():
    items = [Practised("a", ("x",), 1.0, 0.9), Practised("b", ("x", "y"), 0.5, 0.5)]
    found = mastery(items)
    assert found == {"x": pytest.approx((0.9 + 0.25) / 2), "y": 0.25}
    assert weakest_first(found) == ("y", "x")


def test_retention_sets_prediction_beside_what_happened():
    monday = datetime(2026, 1, 5, 9, tzinfo=UTC)
    history = [
        Review(Rating.GOOD, monday - timedelta(days=3)),
        Review(Rating.GOOD, monday),
        Review(Rating.AGAIN, monday + timedelta(hours=1)),  # the same day: nothing could be forgotten
        Review(Rating.AGAIN, monday + timedelta(days=2)),
        Review(Rating.HARD, monday + timedelta(days=8)),
    ]
    first, second = retention([history, history[:1], []], UTC)
    assert (first.week, first.reviews, first.recalled) == (monday.date(), 2, 0.5)
    assert (second.week, second.reviews, second.recalled) == (date(2026, 1, 12), 1, 1.0)
    assert 0 < second.predicted < first.predicted < 1
