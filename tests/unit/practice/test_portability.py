"""Everything comes out, and everything comes back."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.core import EvalmodeError, FixedClock, InputError
from evalmode.practice import (
    Practice,
    answer_turn,
    ask_turn,
    erase,
    export_csv,
    export_lines,
    finish_session,
    import_lines,
    list_phrasings,
    list_problems,
    narrate,
    override,
    practise_once,
    progress,
    put_settings,
    readiness,
    remember_phrasing,
    remove_phrasing,
    reset_problem,
    reveal_reference,
    save_draft,
    save_source,
    skip_turn,
    start_session,
    submit_code,
    take_hint,
    today,
    undo_review,
)
from evalmode.practice.rows import ROW_KINDS
from evalmode.practice.values import (
    AnswerRequest,
    DraftRequest,
    HintRequest,
    Mode,
    NarrationRequest,
    PhrasingRequest,
    ResetRequest,
    SessionRequest,
    Settings,
    SourceDraftRequest,
    SubmitRequest,
)
from evalmode.store import open_store
from practice_kit import LiteralGrader, points_of, practice_on

if TYPE_CHECKING:
    from collections.abc import Iterator


PROBLEMS = ("leaky-relu", "one-hot")


class UnsteadyGrader(LiteralGrader):
    """Fails on answers that ask for it, so that some attempts stay without a verdict."""

    def grade(self, question, answer):
        """Judge, or stumble."""
        if "stumble" in answer:
            raise ZeroDivisionError
        return super().grade(question, answer)


@dataclass
class Life:
    """What a candidate does with a practice, one thing after the other."""

    p: Practice
    clock: FixedClock
    session: str = "none"
    attempt: str = "none"

    def once(self, text: str, number: int) -> None:
        """Answer without a session."""
        self.attempt = practise_once(self.p, "softmax", text, number).attempt_id

    def start(self, _text: str, number: int) -> None:
        """Start rapid-fire."""
        self.session = start_session(self.p, SessionRequest(count=2, mode=list(Mode)[number % 2])).id

    def deep(self, _text: str, _number: int) -> None:
        """Start a deep dive."""
        self.session = start_session(self.p, SessionRequest(kind="deep", count=1)).id

    def draft(self, text: str, number: int) -> None:
        """Type."""
        ask_turn(self.p, self.session, number)
        save_draft(self.p, self.session, number, DraftRequest(text=text, revision=0, force=True))

    def answer(self, text: str, number: int) -> None:
        """Answer the question."""
        ask_turn(self.p, self.session, number)
        self.attempt = answer_turn(self.p, self.session, number, AnswerRequest(text=text, spoken=True)).attempt_id

    def skip(self, _text: str, number: int) -> None:
        """Skip it."""
        skip_turn(self.p, self.session, number)

    def override(self, _text: str, number: int) -> None:
        """Insist, or give in."""
        override(self.p, self.attempt, points_of("rapid/softmax")[0], number > 0)

    def remember(self, text: str, _number: int) -> None:
        """Insist, and teach the grader the words."""
        point = points_of("rapid/softmax")[0]
        override(self.p, self.attempt, point, True)
        remember_phrasing(self.p, self.attempt, PhrasingRequest(point_id=point, phrase=text))

    def forget(self, _text: str, _number: int) -> None:
        """Take back what was learnt last."""
        for phrasing in list_phrasings(self.p)[-1:]:
            remove_phrasing(self.p, phrasing.id)

    def undo(self, _text: str, _number: int) -> None:
        """Take a review back."""
        undo_review(self.p, self.attempt)

    def narrate(self, text: str, number: int) -> None:
        """Say how one would write a program."""
        self.attempt = narrate(
            self.p, PROBLEMS[number % 2], NarrationRequest(text=text, seconds_used=number)
        ).attempt_id

    def type(self, text: str, number: int) -> None:
        """Write some of it."""
        save_source(self.p, PROBLEMS[number % 2], SourceDraftRequest(source=text, revision=0, force=True))

    def submit(self, text: str, number: int) -> None:
        """Hand it in, often right."""
        source = f"{text}\nright" if number else text
        submit_code(self.p, PROBLEMS[number % 2], SubmitRequest(source=source, seconds_used=100 * number))

    def hint(self, _text: str, number: int) -> None:
        """Take a hint."""
        take_hint(self.p, PROBLEMS[0], HintRequest(number=number + 1))

    def give_up(self, _text: str, number: int) -> None:
        """See the reference."""
        reveal_reference(self.p, PROBLEMS[number % 2])

    def reset(self, _text: str, number: int) -> None:
        """Begin anew."""
        reset_problem(self.p, PROBLEMS[number % 2], ResetRequest())

    def settle(self, _text: str, number: int) -> None:
        """Change the settings."""
        put_settings(self.p, Settings(daily_goal=number + 1))

    def finish(self, _text: str, _number: int) -> None:
        """End the session."""
        finish_session(self.p, self.session)

    def go_through(self, history: list[tuple[str, str, int, int]]) -> None:
        """Do all of it; what is not possible at that moment is refused, as it would be in life."""
        for what, text, number, seconds in history:
            self.clock.advance(seconds)
            with suppress(InputError):
                getattr(self, what)(text, number)


deeds = ["once", "start", "deep", "draft", "answer", "answer", "skip", "override", "undo", "settle", "finish"]
deeds += ["remember", "remember", "forget"]
deeds += ["narrate", "type", "submit", "submit", "hint", "give_up", "reset"]
texts = st.lists(st.sampled_from([*points_of("rapid/softmax"), "not", "half", "stumble", "é😀\u2028\x00", '"\\'])).map(
    " ".join
)


def histories(seconds: st.SearchStrategy[int]) -> st.SearchStrategy[list[tuple[str, str, int, int]]]:
    """Lives in which the clock moves by so many seconds between any two deeds."""
    return st.lists(st.tuples(st.sampled_from(deeds), texts, st.integers(0, 3), seconds), max_size=15)


jumpy, steady = histories(st.integers(-50_000, 200_000)), histories(st.integers(1, 200_000))
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - where writing a database a thousand times costs no disk


@contextmanager
def fresh(clock: FixedClock) -> Iterator[Practice]:
    """A practice that has seen nothing."""
    with tempfile.TemporaryDirectory(dir=SHARED_MEMORY if SHARED_MEMORY.is_dir() else None) as folder:
        store = open_store(Path(folder) / "evalmode.db")
        yield replace(practice_on(store, clock), grader=UnsteadyGrader())
        store.close()


def everything(p: Practice) -> object:
    """All that the pages show, and all that is stored."""
    with p.store.read(p.learner) as work:
        rows = [getattr(work, name).all() for name in ("attempts", "cards", "drafts", "turns", "submissions", "rounds")]
    return today(p), readiness(p), progress(p), list_problems(p), rows


@settings(max_examples=40, deadline=None)
@given(jumpy)
def test_an_export_imported_elsewhere_gives_the_same_state_and_the_same_export(history):
    clock = FixedClock()
    with fresh(clock) as here, fresh(clock) as there:
        Life(here, clock).go_through(history)
        lines = list(export_lines(here))
        report = import_lines(there, lines)
        assert (report.added, report.unchanged, report.updated, report.skipped) == (len(lines) - 1, 0, 0, ())
        assert list(export_lines(there)) == lines
        assert everything(there) == everything(here)
        again = import_lines(there, lines)
        assert (again.added, again.unchanged, again.updated) == (0, len(lines) - 1, 0)
        assert list(export_lines(there)) == lines


@settings(max_examples=25, deadline=None)
@given(steady, steady)
def test_an_older_export_takes_nothing_away_and_a_newer_one_brings_the_rest(before, after):
    clock = FixedClock()
    with fresh(clock) as here, fresh(clock) as there:
        Life(here, clock).go_through(before)
        old = list(export_lines(here))
        import_lines(there, old)
        Life(here, clock).go_through(after)
        new = list(export_lines(here))
        import_lines(here, old)
        assert list(export_lines(here)) == new
        import_lines(there, new)
        with here.store.read("local") as one, there.store.read("local") as other:
            assert other.attempts.all() == one.attempts.all()
            assert other.cards.all() == one.cards.all()
            assert other.turns.all() == one.turns.all()


@settings(max_examples=40, deadline=None)
@given(jumpy, st.randoms(use_true_random=False), st.text(max_size=20), st.integers(0, 10_000))
def test_a_spoilt_export_is_refused_or_its_spoilt_lines_are_named(history, random, rubbish, position):
    clock = FixedClock()
    with fresh(clock) as here, fresh(clock) as there:
        Life(here, clock).go_through(history)
        text = "\n".join(export_lines(here))
        cut = position % (len(text) + 1)
        spoilt = text[:cut] + rubbish + text[cut + random.randint(0, 30) :]
        lines = spoilt.split("\n")
        random.shuffle(lines[1:])
        with suppress(InputError):
            report = import_lines(there, lines)
            assert all(sentence.startswith("Line ") for sentence in report.skipped)
        everything(there)
        assert import_lines(there, list(export_lines(there))).skipped == ()


RUBBISH = (
    None,
    True,
    -1,
    0.5,
    10**30,
    "",
    "x",
    "\ud800\x00",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00+00:00",
    "2026-01-05T09:00:00",
    [{}],
    {"points": 1},
)


@pytest.mark.slow
def test_an_export_with_any_value_spoilt_does_no_harm():
    clock = FixedClock()
    with fresh(clock) as here:
        life = Life(here, clock)
        life.go_through(
            [("start", "", 0, 0), ("draft", "typed", 0, 5), ("answer", points_of("rapid/softmax")[0], 0, 5)]
        )
        life.go_through([("once", "", 0, 5), ("override", "", 1, 5), ("undo", "", 0, 5), ("settle", "", 1, 5)])
        life.go_through([("once", "spreads it over all classes", 0, 5), ("remember", "over all classes", 0, 5)])
        life.go_through([("type", "x", 0, 5), ("submit", "", 1, 5), ("narrate", "", 0, 5)])
        lines = [json.loads(line) for line in export_lines(here)]
        assert {line.get("row") for line in lines} == {None, *ROW_KINDS}
        one_of_each = {line.get("row"): index for index, line in reversed([*enumerate(lines)])}.values()
        spoilt = [(index, name, value) for index in one_of_each for name in lines[index] for value in RUBBISH]
        for number, (index, name, value) in enumerate(spoilt[::3]):  # every field, and every kind of rubbish
            there = replace(here, learner=f"learner {number}")
            changed = [*lines[:index], lines[index] | {name: value}, *lines[index + 1 :]]
            with suppress(InputError):
                report = import_lines(there, map(json.dumps, changed))
                assert all(sentence.startswith("Line ") for sentence in report.skipped)
                if not report.skipped:
                    everything(there)
                    assert import_lines(there, list(export_lines(there))).skipped == (), (name, value)


def header(**change: object) -> str:
    return json.dumps({"format": "evalmode-export", "version": 1, "program": "x", **change})


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([], "not an export"),
        ([""], "not an export"),
        (["{}"], "not an export"),
        (["[" * 100_000], "not an export"),
        (["PK\x03\x04"], "not an export"),
        ([header(format="other")], "not an export"),
        ([header(version=2)], "newer evalmode"),
        ([header(version="1")], "newer evalmode"),
    ],
)
def test_what_is_no_export_is_refused(p: Practice, lines: list[str], sentence: str):
    with pytest.raises(InputError, match=sentence):
        import_lines(p, lines)


SESSION = {
    "row": "session",
    "id": "s",
    "kind": "rapid",
    "mode": "relaxed",
    "seed": 1,
    "request": {},
    "created_at": "2026-01-05T09:00:00+00:00",
    "finished_at": None,
}
TURN = {
    "row": "turn",
    "session_id": "s",
    "position": 0,
    "item_id": "rapid/softmax",
    "part": "answer",
    "title": "t",
    "seconds": 30,
    "state": "waiting",
    "asked_at": None,
}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("nonsense", "is not JSON"),
        ("[1]", "is not a JSON object"),
        ('{"row": "wish"}', "is of an unknown kind, 'wish'"),
        ("x" * 8_000_001, "is too long"),
        (json.dumps(SESSION | {"seed": 10**100}), "seed"),
        ('{"row": "session", "seed": 1e999}', "not finite"),
        (json.dumps(SESSION | {"kind": "cookery"}), "kind cannot be used"),
        (json.dumps(SESSION | {"id": "x" * 65}), "id that is too long"),
        (json.dumps(SESSION | {"id": None}), "id cannot be used"),
        (json.dumps(SESSION | {"created_at": "yesterday"}), "created_at cannot be used"),
        (json.dumps(SESSION | {"created_at": "2026-01-05T09:00:00"}), "no moment in UTC"),
        (json.dumps(SESSION | {"finished_at": "9999-12-31T00:00:00Z"}), "no moment in UTC"),
        (json.dumps(SESSION | {"request": []}), "request cannot be used"),
        (json.dumps({"row": "session"}), "cannot be used"),
        (json.dumps(TURN | {"session_id": "elsewhere"}), "has a turn whose session is missing"),
        (json.dumps(TURN | {"state": "dreamt"}), "state cannot be used"),
        (json.dumps(TURN | {"position": 2**40}), "position that is too large"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_the_others_come_in(p: Practice, line: str, fault: str):
    report = import_lines(p, [header(), json.dumps(SESSION), line, json.dumps(TURN)])
    assert report.added == 2
    (sentence,) = report.skipped
    assert sentence.startswith("Line 3 ")
    assert fault in sentence


def test_a_negative_time_does_not_come_in(p: Practice, clock: FixedClock):
    practise_once(p, "softmax", "")
    lines = [line.replace('"seconds_used": 0.0', '"seconds_used": -1.0') for line in export_lines(p)]
    report = import_lines(practice_on(p.store, clock, learner="other"), lines)
    assert any("seconds_used below zero" in sentence for sentence in report.skipped)


def test_two_answers_to_one_question_cannot_both_come_in(p: Practice, clock: FixedClock):
    session = start_session(p, SessionRequest(count=1))
    mine, theirs = p, practice_on(p.store, clock, learner="theirs")
    import_lines(theirs, export_lines(mine))
    for one, text in ((mine, "mine"), (theirs, "theirs")):
        ask_turn(one, session.id, 0)
        answer_turn(one, session.id, 0, AnswerRequest(text=text))
    report = import_lines(mine, export_lines(theirs))
    assert any("answered already" in sentence for sentence in report.skipped)
    with p.store.read("local") as work:
        assert [attempt.text for attempt in work.attempts.all()] == ["mine"]


def test_many_bad_lines_are_summed_up(p: Practice):
    report = import_lines(p, [header(), *["?"] * 150])
    assert len(report.skipped) == 101
    assert report.skipped[-1] == "And 50 more lines."


def test_an_import_that_fails_half_way_leaves_nothing(p: Practice, monkeypatch: pytest.MonkeyPatch):
    practise_once(p, "softmax", "")
    lines = list(export_lines(p))
    there = replace(p, learner="there")

    def fail(*_: object) -> None:
        raise EvalmodeError("the lights went out")

    monkeypatch.setattr("evalmode.practice.portability.rebuild_card", fail)
    with pytest.raises(EvalmodeError, match="lights"):
        import_lines(there, lines)
    assert len(list(export_lines(there))) == 1


def test_erasing_leaves_nothing(p: Practice):
    start_session(p, SessionRequest(count=1))
    practise_once(p, "softmax", "a secret of mine")
    put_settings(p, Settings(daily_goal=3))
    erased = erase(p)
    assert (erased.attempts, erased.sessions) == (1, 1)
    assert len(list(export_lines(p))) == 1
    files = Path(p.store.name).parent.glob("evalmode.db*")
    assert all(b"a secret of mine" not in file.read_bytes() for file in files)


def test_a_spreadsheet_takes_no_answer_for_a_formula(p: Practice):
    for text in ("=1+1", "p = softmax(z), really", "two\nlines", ""):
        practise_once(p, "softmax", text)
    rows = list(csv.DictReader(io.StringIO(export_csv(p))))
    assert [row["answer"] for row in rows] == ["'=1+1", "p = softmax(z), really", "two\nlines", ""]
    assert {row["item"] for row in rows} == {"rapid/softmax"}
    assert rows[0]["score"] == "0.0"
