"""A checklist item is ticked by evidence alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalmode.coach import Shown, Standing, judge_readiness, weakest

NOW = datetime(2026, 6, 1, tzinfo=UTC)
ITEMS = ("a", "b", "c", "d", "e")


def shown(item: str, score: float = 0.9, *, days_ago: float = 1, recall: float = 0.95) -> Shown:
    return Shown(item, score, NOW - timedelta(days=days_ago), recall)


def judge(*evidence: Shown, available: tuple[str, ...] = ITEMS) -> Standing:
    return judge_readiness(available, evidence, NOW)


def test_three_good_answers_tick_it():
    standing = judge(shown("a"), shown("b"), shown("c"))
    assert standing.ready
    assert standing.progress == 1
    assert standing.next_item is None
    assert standing.says == "3 questions answered well, lately, and still remembered."


def test_two_do_not():
    standing = judge(shown("a"), shown("b"))
    assert not standing.ready
    assert standing.progress == pytest.approx(2 / 3)
    assert standing.next_item == "c"
    assert standing.says == "2 of 3 count."


@pytest.mark.parametrize(
    ("third", "reason"),
    [
        (shown("c", 0.69), "1 scored below 70%"),
        (shown("c", days_ago=61), "1 more than 60 days old"),
        (shown("c", recall=0.79), "1 probably forgotten by now"),
    ],
)
def test_a_weak_an_old_or_a_forgotten_answer_does_not_count(third: Shown, reason: str):
    standing = judge(shown("a"), shown("b"), third)
    assert not standing.ready
    assert standing.says == f"2 of 3 count ({reason})."


def test_where_the_bank_has_fewer_questions_all_of_them_must_count():
    assert judge(shown("a"), available=("a",)).ready
    assert not judge(shown("a"), available=("a", "b")).ready


def test_trying_many_and_failing_most_does_not_tick_it():
    many = tuple("abcdefghij")
    good, bad = [shown(item) for item in "abc"], [shown(item, 0.1) for item in "defghij"]
    assert judge(*good, available=many).ready
    standing = judge(*good, *bad, available=many)
    assert not standing.ready
    assert standing.needed == 6


def test_without_evidence_nothing_is_ticked():
    assert judge().says == "Not practised yet: 3 questions answered well would tick it."
    assert judge(available=()).says == "The bank has no question for it yet."
    assert not judge(available=()).ready


def test_answers_to_other_questions_are_no_evidence():
    assert not judge(shown("x"), shown("y"), shown("z")).ready


def test_what_nearly_counts_is_practised_before_what_was_never_tried():
    assert judge(shown("a"), shown("c", 0.6)).next_item == "c"
    assert judge(shown("a"), shown("c", 0.1)).next_item == "b"


answers = st.builds(shown, st.just("?"), st.floats(0, 1), days_ago=st.floats(0, 90), recall=st.floats(0, 1))
scores = st.dictionaries(st.sampled_from(ITEMS), answers)


@given(scores, st.sampled_from(ITEMS))
def test_a_better_answer_never_takes_a_tick_away(evidence, item):
    given_now = [Shown(name, one.score, one.at, one.recall) for name, one in evidence.items()]
    better = [one for one in given_now if one.item_id != item] + [shown(item, 1.0, days_ago=0, recall=1.0)]
    assert judge(*better).progress >= judge(*given_now).progress


def test_the_weakest_is_the_one_furthest_from_ready():
    assert weakest([("a", 1.0), ("b", 0.3), ("c", 0.3), ("d", 0.5)]) == "b"
    assert weakest([("a", 1.0)]) is None
    assert weakest([]) is None
