"""Preparing in the background: a courtesy that never stands in the way."""

from __future__ import annotations

import threading

from evalmode.core import Gradable, KeyPoint
from evalmode.wiring.warming import WarmingGrader
from practice_kit import LiteralGrader


def question(name: str) -> Gradable:
    return Gradable(name, "?", (KeyPoint("x", "X."),))


class Recorder(LiteralGrader):
    """Notes what it was warmed for, and may be held up."""

    def __init__(self) -> None:
        self.warmed: list[str] = []
        self.go_on = threading.Event()
        self.done = threading.Semaphore(0)

    def warm(self, question: Gradable) -> None:
        """Prepare, or fail."""
        self.go_on.wait(10)
        self.warmed.append(question.id)
        self.done.release()
        if question.id == "bad":
            raise ZeroDivisionError


def test_warming_returns_at_once_and_happens_in_order_once_each():
    recorder = Recorder()
    grader = WarmingGrader(recorder)
    for name in ("a", "bad", "a", "b"):
        grader.warm(question(name))
    assert recorder.warmed == []
    recorder.go_on.set()
    for _ in range(3):
        assert recorder.done.acquire(timeout=10)
    grader.close()
    assert recorder.warmed == ["a", "bad", "b"]


def test_an_answer_does_not_wait_for_what_is_being_prepared():
    recorder = Recorder()
    grader = WarmingGrader(recorder)
    grader.warm(question("a"))
    assert grader.grade(question("a"), "x").score == 1
    assert grader.name == recorder.name
    recorder.go_on.set()
    grader.close()


def test_closing_leaves_out_what_is_still_waiting_and_grading_goes_on():
    recorder = Recorder()
    grader = WarmingGrader(recorder)
    for number in range(100):
        grader.warm(question(str(number)))
    threading.Timer(0.05, recorder.go_on.set).start()
    grader.close()
    grader.close()
    assert len(recorder.warmed) < 100
    assert grader.grade(question("a"), "x").score == 1


def test_more_questions_than_there_is_room_for_are_met_cold():
    recorder = Recorder()
    grader = WarmingGrader(recorder)
    for number in range(2_000):
        grader.warm(question(str(number)))
    recorder.go_on.set()
    grader.close()
