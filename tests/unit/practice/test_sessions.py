"""Sessions: what is chosen, how far it got, what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evalmode.core import FixedClock, InputError, NotFoundError
from evalmode.practice import (
    Practice,
    answer_turn,
    ask_turn,
    finish_session,
    get_session,
    open_sessions,
    skip_turn,
    start_session,
    summarise,
)
from evalmode.practice.values import AnswerRequest, SessionRequest, SessionView, TurnState
from practice_kit import points_of, practice_on

if TYPE_CHECKING:
    from evalmode.store import Store

RAPID = {
    "rapid/softmax",
    "rapid/relu-vs-sigmoid",
    "rapid/why-non-linearity",
    "rapid/batch-size",
    "rapid/zero-grad",
    "rapid/scaling-by-sqrt-dk",
}


def play(p: Practice, session: SessionView, text: str = "", clock: FixedClock | None = None) -> None:
    for turn in session.turns:
        ask_turn(p, session.id, turn.position)
        if clock:
            clock.advance(10)
        said = text or " ".join(points_of(turn.item_id, turn.part))
        answer_turn(p, session.id, turn.position, AnswerRequest(text=said))


def names(session: SessionView) -> list[str]:
    return [turn.item_id for turn in session.turns]


def test_a_session_asks_as_many_questions_as_were_wished_for_or_as_there_are(p: Practice):
    assert len(start_session(p, SessionRequest(count=3)).turns) == 3
    assert set(names(start_session(p, SessionRequest(count=100)))) == RAPID


def test_filters_leave_what_fits(p: Practice):
    screen = start_session(p, SessionRequest(levels=("screen",)))
    assert {p.bank.get(name).level for name in names(screen)} == {"screen"}
    topic = p.bank.get("softmax").topics[0]
    assert "rapid/softmax" in names(start_session(p, SessionRequest(topics=(topic,))))
    area = p.bank.topics[topic].area
    assert "rapid/softmax" in names(start_session(p, SessionRequest(topics=(area,))))


def test_items_may_be_named_in_an_order_of_ones_own(p: Practice):
    session = start_session(p, SessionRequest(items=("zero-grad", "rapid/softmax", "zero-grad")))
    assert names(session) == ["rapid/zero-grad", "rapid/softmax"]
    deep = start_session(p, SessionRequest(items=("self-attention",)))
    assert deep.kind == "deep"


@pytest.mark.parametrize(
    ("request_", "error", "sentence"),
    [
        (SessionRequest(topics=("cookery",)), NotFoundError, "no topic"),
        (SessionRequest(items=("rapid/nothing",)), NotFoundError, "no item"),
        (SessionRequest(items=("guide/habit-boxes",)), NotFoundError, "no item"),
        (SessionRequest(items=("softmax", "deep/self-attention")), InputError, "of one kind"),
        (SessionRequest(only_due=True), InputError, "Nothing is due"),
        (SessionRequest(levels=("senior",)), InputError, "no rapid-fire questions that fit"),
    ],
)
def test_a_wish_that_cannot_be_met_is_said(p: Practice, request_, error, sentence):
    with pytest.raises(error, match=sentence):
        start_session(p, request_)
    assert open_sessions(p) == ()


def test_a_session_is_finished_with_its_last_question(p: Practice, clock: FixedClock):
    session = start_session(p, SessionRequest(count=2))
    assert open_sessions(p) == (session,)
    play(p, session, clock=clock)
    done = get_session(p, session.id)
    assert done.finished_at == clock.now()
    assert done.position is None
    assert open_sessions(p) == ()


def test_finishing_early_skips_the_rest_and_finishing_again_changes_nothing(p: Practice, clock: FixedClock):
    session = start_session(p, SessionRequest(count=3))
    ask_turn(p, session.id, 0)
    answer_turn(p, session.id, 0, AnswerRequest(text="nothing much"))
    summary = finish_session(p, session.id)
    assert (summary.answered, summary.skipped, summary.score) == (1, 2, 0)
    clock.advance(60)
    assert finish_session(p, session.id) == summary


def test_the_newest_open_session_comes_first(p: Practice, clock: FixedClock):
    first = start_session(p, SessionRequest(count=1))
    clock.advance(1)
    second = start_session(p, SessionRequest(count=1))
    assert [one.id for one in open_sessions(p)] == [second.id, first.id]


def test_what_was_failed_comes_back_and_what_was_known_does_not(p: Practice, clock: FixedClock):
    session = start_session(p, SessionRequest(items=("softmax", "zero-grad")))
    ask_turn(p, session.id, 0)
    answer_turn(p, session.id, 0, AnswerRequest(text="no idea"))
    ask_turn(p, session.id, 1)
    answer_turn(p, session.id, 1, AnswerRequest(text=" ".join(points_of("rapid/zero-grad"))))
    clock.advance(26 * 3600)
    assert names(start_session(p, SessionRequest(only_due=True))) == ["rapid/softmax"]
    assert names(start_session(p, SessionRequest(count=1))) == ["rapid/softmax"]
    assert "rapid/zero-grad" not in names(start_session(p, SessionRequest(count=5)))


def test_a_summary_tells_what_was_missed_and_when_it_comes_back(p: Practice, clock: FixedClock):
    session = start_session(p, SessionRequest(items=("softmax", "zero-grad", "batch-size")))
    said = {0: " ".join(points_of("rapid/softmax")), 1: "not " + points_of("rapid/zero-grad")[0]}
    for position, text in said.items():
        ask_turn(p, session.id, position)
        clock.advance(30)
        answer_turn(p, session.id, position, AnswerRequest(text=text))
    skip_turn(p, session.id, 2)
    summary = summarise(p, session.id)
    assert (summary.answered, summary.skipped) == (2, 1)
    assert summary.score == 0.5
    assert summary.seconds_used == 60
    words = sum(len(text.split()) for text in said.values())
    assert summary.words_per_minute == words
    assert summary.verdicts["covered"] == 2
    assert summary.verdicts["contradicted"] == 1
    assert summary.verdicts["missing"] == 1
    assert {missed.item_id for missed in summary.missed} == {"rapid/zero-grad"}
    assert [one.item_id for one in summary.comes_back] == ["rapid/zero-grad", "rapid/softmax"]
    topics = {one.topic: one.score for one in summary.by_topic}
    assert topics[p.bank.get("softmax").topics[0]] == 1
    assert topics[p.bank.get("zero-grad").topics[0]] == 0
    assert [turn.state for turn in summary.session.turns][2] is TurnState.SKIPPED


def test_an_empty_summary_has_nothing_in_it(p: Practice):
    session = start_session(p, SessionRequest(count=1))
    summary = summarise(p, session.id)
    assert (summary.score, summary.answered, summary.words_per_minute) == (0, 0, None)
    assert (summary.by_topic, summary.missed, summary.comes_back) == ((), (), ())


def test_learners_keep_to_themselves(store: Store, clock: FixedClock):
    ann, bob = practice_on(store, clock, learner="ann"), practice_on(store, clock, learner="bob")
    session = start_session(ann, SessionRequest(count=1))
    with pytest.raises(NotFoundError):
        get_session(bob, session.id)
    with pytest.raises(NotFoundError):
        finish_session(bob, session.id)
    assert open_sessions(bob) == ()
