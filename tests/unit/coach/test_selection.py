"""Which questions come, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evalmode.coach import Candidate, choose

TONIGHT = datetime(2026, 1, 6, tzinfo=UTC)
NOTHING: frozenset[str] = frozenset()


def one(name: str, *, due: float | None = None, level: str = "core", area: str = "a", **more) -> Candidate:
    """A candidate; ``due`` is in days after tonight."""
    moment = None if due is None else TONIGHT + timedelta(days=due)
    return Candidate(name, (f"topic-{name}",), area, level, due=moment, **more)


def order(*candidates: Candidate, count: int = 10, seed: int = 1, **more) -> tuple[str, ...]:
    return choose(candidates, count=count, due_until=TONIGHT, seed=seed, **more)


def test_what_is_due_comes_first_and_the_most_overdue_first_of_all():
    assert order(one("new"), one("due", due=-1), one("overdue", due=-9)) == ("overdue", "due", "new")


def test_what_is_due_later_comes_last_and_the_weakest_first():
    strong, weak = one("strong", due=3, strength=0.9), one("weak", due=9, strength=0.2)
    assert order(strong, weak, one("new")) == ("new", "weak", "strong")


def test_only_what_is_due_if_that_is_wished():
    assert order(one("new"), one("due", due=-1), one("later", due=1, strength=0.1), only_due=True) == ("due",)


def test_due_tonight_is_due_and_due_tomorrow_is_not():
    assert order(one("tonight", due=-0.001), one("tomorrow", due=0), only_due=True) == ("tonight",)


def test_easier_levels_come_first():
    candidates = [one(level, level=level) for level in ("senior", "core", "screen")]
    assert order(*candidates) == ("screen", "core", "senior")


def test_what_builds_on_something_waits_until_that_was_practised():
    attention = one("attention", level="screen", prerequisites=("softmax",))
    softmax = one("softmax", level="core")
    teachable = frozenset({"softmax", "attention"})
    assert order(attention, softmax, teachable=teachable) == ("softmax", "attention")
    assert order(attention, softmax, teachable=teachable, practised=frozenset({"softmax"})) == ("attention", "softmax")


def test_a_prerequisite_that_the_bank_cannot_teach_holds_nothing_up():
    assert order(one("b", level="core"), one("a", level="screen", prerequisites=("rocket-science",))) == ("a", "b")


def test_neighbours_come_from_different_areas_where_that_can_be():
    candidates = [one(f"{area}{n}", area=area) for area in "ab" for n in range(3)]
    chosen = order(*candidates)
    assert all(first[0] != second[0] for first, second in pairwise(chosen))


candidates = st.lists(
    st.builds(
        one,
        st.text("abcdefgh", min_size=1, max_size=4),
        due=st.none() | st.floats(-50, 50),
        level=st.sampled_from(["screen", "core", "senior"]),
        area=st.sampled_from("xyz"),
        strength=st.none() | st.floats(0, 1),
        prerequisites=st.lists(st.sampled_from(["topic-a", "topic-b"]), max_size=2).map(tuple),
    ),
    unique_by=lambda candidate: candidate.item_id,
    max_size=12,
)


@given(candidates, st.integers(1, 15), st.integers(0, 2**31 - 1), st.booleans())
def test_the_same_state_and_seed_choose_the_same(pool, count, seed, only_due):
    known = frozenset({"topic-a"})
    arguments = {"count": count, "due_until": TONIGHT, "seed": seed, "only_due": only_due, "teachable": known}
    chosen = choose(pool, **arguments)
    assert chosen == choose(reversed(pool), **arguments)
    assert len(chosen) == len(set(chosen)) <= count
    if not only_due:
        assert len(chosen) == min(count, len(pool))


@given(candidates, st.integers(0, 2**31 - 1))
def test_no_new_question_comes_before_a_due_one(pool, seed):
    due = {candidate.item_id for candidate in pool if candidate.due is not None and candidate.due < TONIGHT}
    chosen = choose(pool, count=100, due_until=TONIGHT, seed=seed)
    assert set(chosen[: len(due)]) == due


def test_the_seed_decides_between_equals():
    pool = [one(name) for name in "abcdefgh"]
    assert len({choose(pool, count=8, due_until=TONIGHT, seed=seed) for seed in range(10)}) > 1
