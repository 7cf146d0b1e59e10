"""Practice itself, on both kinds of database: the same life gives the same rows, and tabs do not tear it apart."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from evalmode.core import ConflictError, EvalmodeError, FixedClock
from evalmode.practice import (
    answer_turn,
    ask_turn,
    export_lines,
    finish_session,
    get_code_attempt,
    get_feedback,
    import_lines,
    list_problems,
    narrate,
    override,
    practise_once,
    progress,
    put_settings,
    readiness,
    remember_phrasing,
    remove_phrasing,
    resume_grading,
    resume_judging,
    reveal_reference,
    save_draft,
    save_source,
    start_session,
    submit_code,
    take_hint,
    today,
    undo_review,
)
from evalmode.practice.values import (
    AnswerRequest,
    DraftRequest,
    HintRequest,
    Mode,
    NarrationRequest,
    PhrasingRequest,
    SessionRequest,
    Settings,
    SourceDraftRequest,
    SubmitRequest,
)
from evalmode.store import open_store
from practice_kit import LiteralGrader, LiteralJudge, points_of, practice_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from evalmode.practice import Practice
    from evalmode.store import Store

SOFTMAX = points_of("rapid/softmax")
TABS = 6


def live(p: Practice, clock: FixedClock) -> None:
    """A few days of practice, with everything in them."""
    put_settings(p, Settings(desired_retention=0.85, whisper_folder="/modèles/小"))
    for mode in Mode:
        session = start_session(p, SessionRequest(items=("softmax", "zero-grad", "batch-size"), mode=mode))
        for position in range(2):
            ask_turn(p, session.id, position)
            clock.advance(33.333333)
            save_draft(p, session.id, position, DraftRequest(text="soft… 🙂", revision=0))
            clock.advance(40)
            answer_turn(p, session.id, position, AnswerRequest(text=f"{SOFTMAX[0]} not {SOFTMAX[1]}", spoken=True))
        finish_session(p, session.id)
        clock.advance(86_400)
    deep = start_session(p, SessionRequest(kind="deep", items=("self-attention",)))
    for position in range(3):
        ask_turn(p, deep.id, position)
        clock.advance(20)
        feedback = answer_turn(p, deep.id, position, AnswerRequest(text="half " + points_of("deep/self-attention")[0]))
    override(p, feedback.attempt_id, feedback.points[0].id, True)
    taught = practise_once(p, "softmax", "spreads it — 🙂 — over all classes")
    override(p, taught.attempt_id, SOFTMAX[0], True)
    for phrase in ("spreads it — 🙂", "over all classes"):
        request = PhrasingRequest(point_id=SOFTMAX[0], phrase=phrase)
        learnt = remember_phrasing(p, taught.attempt_id, request)
    remove_phrasing(p, learnt.id)
    undo_review(p, practise_once(p, "softmax", "slip").attempt_id)
    start_session(p, SessionRequest(count=2))
    narrate(p, "leaky-relu", NarrationRequest(text="half " + points_of("code/leaky-relu", "narration")[0]))
    save_source(p, "leaky-relu", SourceDraftRequest(source="# 🙂\nwrong", revision=0))
    for source in ("# 🙂\nwrong", "# 🙂\nright"):
        clock.advance(99.999999)
        submit_code(p, "leaky-relu", SubmitRequest(source=source, seconds_used=1 / 3))
        take_hint(p, "leaky-relu", HintRequest(number=1))
    reveal_reference(p, "one-hot")


def test_what_one_database_exports_the_other_imports_identically(store: Store, tmp_path: Path):
    clock = FixedClock()
    here = practice_on(store, clock, learner="ann")
    live(here, clock)
    lines = list(export_lines(here))
    other = open_store(tmp_path / "other.db")
    there = practice_on(other, clock, learner="ann")
    import_lines(there, lines)
    assert list(export_lines(there)) == lines
    for page in (today, readiness, progress, list_problems):
        assert page(there) == page(here)
    back = practice_on(store, clock, learner="back")
    import_lines(back, export_lines(there))
    assert list(export_lines(back)) == lines
    other.close()


def at_once(*calls: Callable[[], object]) -> list[object]:
    """Do all of it in the same moment; gives what came back, or what was raised."""
    gate = threading.Barrier(len(calls))

    def go(call: Callable[[], object]) -> object:
        gate.wait()
        try:
            return call()
        except EvalmodeError as error:
            return error

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(go, calls))


def test_of_several_tabs_that_answer_at_once_one_is_heard_and_the_others_are_told(store: Store):
    p = practice_on(store)
    for _ in range(3):
        session = start_session(p, SessionRequest(count=1))
        ask_turn(p, session.id, 0)
        requests = [AnswerRequest(text=f"answer {number}") for number in range(TABS)]
        found = at_once(*(lambda s=session, r=request: answer_turn(p, s.id, 0, r) for request in requests))
        refused = [one for one in found if isinstance(one, ConflictError)]
        assert len(refused) == TABS - 1
        with store.read(p.learner) as work:
            assert len(work.attempts.of_session(session.id)) == 1


def test_one_answer_sent_several_times_at_once_is_one_attempt_with_one_grade(store: Store):
    p = practice_on(store)
    session = start_session(p, SessionRequest(items=("softmax",)))
    ask_turn(p, session.id, 0)
    request = AnswerRequest(text=" ".join(SOFTMAX))
    found = at_once(*([lambda: answer_turn(p, session.id, 0, request)] * TABS))
    assert found == [found[0]] * TABS
    with store.read(p.learner) as work:
        assert len(work.attempts.all()) == len(work.grades.all()) == len(work.reviews.all()) == 1


def test_two_processes_that_resume_at_once_grade_each_answer_once(store: Store):
    class Broken(LiteralGrader):
        def grade(self, *_):
            raise ZeroDivisionError

    p = practice_on(store)
    kept = [practise_once(replace(p, grader=Broken()), "softmax", f"{number}") for number in range(4)]
    at_once(*([lambda: resume_grading(p)] * 3))
    assert all(get_feedback(p, one.attempt_id).graded for one in kept)
    with store.read(p.learner) as work:
        assert len(work.grades.all()) == len(work.reviews.all()) == 4
        assert work.cards.all()[0].reviews == 4


def test_one_program_judged_by_several_at_once_has_one_verdict_and_one_review(store: Store):
    p = practice_on(store)
    request = SubmitRequest(source="right")

    class Broken(LiteralJudge):
        def judge(self, *_):
            raise ZeroDivisionError

    waiting = submit_code(replace(p, judge=Broken()), "leaky-relu", request)
    found = at_once(*([lambda: submit_code(p, "leaky-relu", request)] * 3), *([lambda: resume_judging(p)] * 3))
    assert {one.state for one in found[:3]} == {"judged"}
    assert get_code_attempt(p, waiting.attempt_id).state == "judged"
    with store.read(p.learner) as work:
        assert [line.verdict for line in work.submissions.lines()] == ["accepted"] * len(work.attempts.all())
        assert len(work.reviews.all()) == work.cards.all()[0].reviews == 1


def test_of_several_tabs_that_save_a_program_at_once_one_is_heard(store: Store):
    p = practice_on(store)
    requests = [SourceDraftRequest(source=f"tab {number}", revision=0) for number in range(TABS)]
    found = at_once(*(lambda r=request: save_source(p, "leaky-relu", r) for request in requests))
    assert sum(isinstance(one, ConflictError) for one in found) == TABS - 1


def test_a_draft_and_the_answer_at_once_never_lose_the_answer(store: Store):
    p = practice_on(store)
    for _ in range(5):
        session = start_session(p, SessionRequest(count=1))
        ask_turn(p, session.id, 0)
        draft = DraftRequest(text="still typing", revision=0)
        answered, drafted = at_once(
            lambda s=session: answer_turn(p, s.id, 0, AnswerRequest(text="done")),
            lambda s=session, d=draft: save_draft(p, s.id, 0, d),
        )
        assert not isinstance(answered, EvalmodeError)
        assert not isinstance(drafted, EvalmodeError) or "already answered" in str(drafted)


@pytest.mark.parametrize("pause", [0, 1])
def test_asking_from_two_tabs_starts_one_clock(store: Store, pause: int):
    clock = FixedClock()
    p = practice_on(store, clock)
    session = start_session(p, SessionRequest(count=1))
    first, second = at_once(*([lambda: ask_turn(p, session.id, 0)] * 2))
    assert first == second
    clock.advance(pause)
    assert ask_turn(p, session.id, 0).seconds_used == pause
