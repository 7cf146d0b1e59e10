"""Today, the checklist, progress and settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from evalmode.practice import (
    Practice,
    answer_turn,
    ask_turn,
    get_settings,
    practise_once,
    progress,
    put_settings,
    readiness,
    start_session,
    today,
    undo_review,
)
from evalmode.practice.values import AnswerRequest, SessionRequest, Settings
from evalmode.store import SettingsRecord
from practice_kit import points_of

if TYPE_CHECKING:
    from evalmode.core import FixedClock

DAY = timedelta(days=1).total_seconds()
CHECKLIST = ("rapid/softmax", "rapid/relu-vs-sigmoid", "rapid/why-non-linearity")


def master(p: Practice, name: str, seconds: float = 10) -> str:
    return practise_once(p, name, " ".join(points_of(name)), seconds).attempt_id


def standing(p: Practice):
    return next(item for item in readiness(p).items if item.id == "non-linearities")


def test_on_the_first_morning_everything_is_new(p: Practice):
    page = today(p)
    assert (page.due, page.new, page.practised_today, page.streak_days) == ((), 11, 0, 0)
    assert (page.ready, page.ready_of) == (0, 3)
    assert page.suggestion == SessionRequest(count=6)
    assert page.suggestion_says == "Nothing is due: 6 questions you have not seen yet."


def test_what_is_due_today_is_counted_from_the_morning_on(p: Practice, clock: FixedClock):
    practise_once(p, "softmax", "")
    clock.advance(13 * 3600)  # the next day is still two hours away
    assert today(p).due == ()
    clock.advance(3 * 3600)
    page = today(p)
    assert [item.item_id for item in page.due] == ["rapid/softmax"]
    assert page.suggestion_says == "1 question comes back today; with them, 5 new ones."


def test_the_day_begins_where_the_learner_is(p: Practice, clock: FixedClock):
    tokyo = replace(p, zone=ZoneInfo("Asia/Tokyo"))
    practise_once(p, "softmax", "")
    clock.advance(7 * 3600)
    assert today(tokyo).practised_today == 0
    assert today(p).practised_today == 1
    assert [item.item_id for item in today(tokyo).due] == ["rapid/softmax"]


def test_a_streak_grows_by_the_day(p: Practice, clock: FixedClock):
    for _ in range(3):
        practise_once(p, "softmax", "")
        clock.advance(DAY)
    assert today(p).streak_days == 3
    clock.advance(DAY)
    assert today(p).streak_days == 0


def test_an_open_session_is_offered_again(p: Practice):
    session = start_session(p, SessionRequest(count=2))
    assert today(p).open_session == session
    for position in (0, 1):
        ask_turn(p, session.id, position)
        answer_turn(p, session.id, position, AnswerRequest(text=""))
    assert today(p).open_session is None


def test_with_nothing_due_and_nothing_new_the_weakest_checklist_item_is_suggested(p: Practice):
    for item in p.bank.rapid:
        master(p, str(item.item_id))
    page = today(p)
    assert page.suggestion.items
    assert "furthest from ready" in page.suggestion_says
    assert start_session(p, page.suggestion).turns


def test_the_checklist_is_ticked_by_evidence(p: Practice):
    assert not standing(p).ready
    assert standing(p).next_item == "rapid/relu-vs-sigmoid"
    attempts = [master(p, name) for name in CHECKLIST]
    item = standing(p)
    assert item.ready
    assert {evidence.attempt_id for evidence in item.evidence} == set(attempts)
    assert all(evidence.counts for evidence in item.evidence)
    assert readiness(p).ready == 1
    undo_review(p, attempts[0])
    assert not standing(p).ready


def test_what_is_forgotten_unticks_itself(p: Practice, clock: FixedClock):
    for name in CHECKLIST:
        master(p, name)
    clock.advance(45 * DAY)
    assert "forgotten" in standing(p).says
    assert not standing(p).ready


def test_the_weakest_item_is_named_until_all_are_ready(p: Practice):
    assert readiness(p).weakest == "non-linearities"
    for name in CHECKLIST:
        master(p, name)
    assert readiness(p).weakest == "attention-details"


def test_progress_adds_up(p: Practice, clock: FixedClock):
    assert progress(p).mean_score is None
    master(p, "softmax", 30)
    practise_once(p, "zero-grad", "", 90)
    clock.advance(3 * DAY)
    practise_once(p, "softmax", "", 1e9)
    found = progress(p)
    assert found.attempts == 3
    assert found.mean_score == pytest.approx(1 / 3)
    seconds = 30 + 90 + 3 * p.bank.get("softmax").seconds
    assert found.minutes == pytest.approx(seconds / 60)
    assert [day.attempts for day in found.calendar] == [2, 1]
    assert [point.score for point in found.budget] == [1, 0, 0]
    assert [week.reviews for week in found.retention] == [1]
    assert found.retention[0].recalled == 0
    assert [topic.score for topic in found.topics] == sorted(topic.score for topic in found.topics)


def test_settings_have_defaults_and_are_kept(p: Practice):
    assert get_settings(p) == Settings()
    chosen = Settings(
        theme="dark", desired_retention=0.95, whisper_folder=" /models/\x00tiny ", python="\x00/env/bin/python "
    )
    assert put_settings(p, chosen).whisper_folder == "/models/tiny"
    assert get_settings(p) == chosen.model_copy(update={"whisper_folder": "/models/tiny", "python": "/env/bin/python"})


def test_settings_of_another_version_do_not_stand_in_the_way(p: Practice, clock: FixedClock):
    document = {"theme": "dark", "daily_goal": -3, "hologram": True, "voice": "telepathy"}
    with p.store.write(p.learner) as work:
        work.settings.put([SettingsRecord(document, clock.now())])
    assert get_settings(p) == Settings(theme="dark")


def test_wanting_to_remember_more_brings_questions_back_sooner(p: Practice):
    put_settings(p, Settings(desired_retention=0.97))
    master(p, "softmax")
    put_settings(p, Settings(desired_retention=0.8))
    master(p, "zero-grad")
    with p.store.read(p.learner) as work:
        due = {card.item_id: card.due for card in work.cards.all()}
    assert due["rapid/softmax"] < due["rapid/zero-grad"]
