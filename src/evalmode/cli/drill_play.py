"""Playing a session in the terminal: question, countdown, feedback, one key, next question."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prompt_toolkit.output import create_output
from rich.rule import Rule
from rich.text import Text

from evalmode import practice
from evalmode.cli import drill_show as show
from evalmode.cli.drill_keys import ask_line, choose, drop_typed_ahead, let_fingers_rest
from evalmode.cli.drill_teach import can_teach, teach
from evalmode.cli.drill_typing import KEYS, Countdown, How, Typed, Typing
from evalmode.cli.output import console, progress_console
from evalmode.core import ConflictError, EvalmodeError, InputError, Verdict
from evalmode.practice.values import AnswerRequest, DraftRequest, Mode

if TYPE_CHECKING:
    from prompt_toolkit.output import Output
    from rich.console import Console, RenderableType

    from evalmode.practice import Practice
    from evalmode.practice.values import Feedback, SessionSummary, SessionView, TurnView


@dataclass(frozen=True)
class Screen:
    """Where a session is played: standard output, or standard error where standard output is to carry JSON."""

    console: Console
    output: Output

    @classmethod
    def open(cls, *, as_json: bool) -> Screen:
        """The terminal.

        Raises:
            InputError: There is none.
        """
        stream = sys.stderr if as_json else sys.stdout
        if not sys.stdin.isatty() or not stream.isatty():
            raise InputError(
                "Practising needs a terminal to type in.",
                hint="To grade an answer from a file or a pipe, use evalmode grade.",
            )
        return cls(progress_console() if as_json else console(), create_output(stdout=stream))

    def show(self, *parts: RenderableType) -> None:
        """Write below what stands."""
        for part in parts:
            self.console.print(part)

    def say(self, sentence: str, style: str = "") -> None:
        """Write one sentence."""
        self.console.print(Text(sentence, style=style))


class _Drafts:
    """Keeps the draft of one turn, one save at a time, and none any more once the answer is given."""

    def __init__(self, p: Practice, turn: TurnView) -> None:
        self._practice, self._turn, self._revision = p, turn, turn.draft_revision
        self._lock = threading.Lock()
        self._closed = False

    def save(self, text: str) -> str | None:
        """Keep a draft; one sentence where that was not possible, because typing goes on."""
        with self._lock:
            if self._closed:
                return None
            request = DraftRequest(text=text, revision=self._revision)
            try:
                saved = practice.save_draft(self._practice, self._turn.session_id, self._turn.position, request)
            except EvalmodeError as error:
                return str(error)
            self._revision = saved.revision
            return None

    def close(self) -> None:
        """Wait for a save that is under way, and allow no other."""
        with self._lock:
            self._closed = True


def play(p: Practice, session: SessionView, screen: Screen) -> SessionSummary | None:
    """Ask what is left of a session.

    Returns:
        The summary, or None where the candidate paused; then the session can be resumed.
    """
    view = session
    while view.position is not None:
        turn = practice.ask_turn(p, view.id, view.position)
        screen.show("", show.question(turn))
        screen.say(KEYS, "dim")
        typed = _type(p, turn, screen)
        if typed.how is How.LEFT:
            return None
        if typed.how is How.SKIPPED:
            view = practice.skip_turn(p, view.id, turn.position)
            screen.say("Skipped.", "dim")
            continue
        try:
            feedback = practice.answer_turn(p, view.id, turn.position, AnswerRequest(text=typed.text))
        except ConflictError as error:
            screen.say(str(error), "yellow")
            view = practice.get_session(p, view.id)
            continue
        if typed.how is How.TIME_UP:
            screen.say("Time is up: what stood is graded.", "bold yellow")
            let_fingers_rest()
        screen.show("", show.feedback(feedback), "")
        view = practice.get_session(p, view.id)
        what_next = _after(p, feedback, view, screen)
        if what_next == "c-c":
            return None if view.position is not None else practice.finish_session(p, view.id)
        if what_next == "q":
            break
        if what_next == "n" and view.position is not None:
            view = practice.stop_deeper(p, view.id, view.position)
    return practice.finish_session(p, view.id)


def _type(p: Practice, turn: TurnView, screen: Screen) -> Typed:
    drafts = _Drafts(p, turn)
    countdown = Countdown(turn.seconds, time.monotonic() - turn.seconds_used, cuts_off=turn.mode is Mode.PRESSURE)
    typed = Typing(countdown, turn.draft, drafts.save).run(terminal_output=screen.output)
    if typed.how is How.LEFT and typed.text != turn.draft:
        drafts.save(typed.text)
    drafts.close()
    return typed


def _after(p: Practice, feedback: Feedback, view: SessionView, screen: Screen) -> str:
    """What the candidate does with the feedback; the key that goes on, stops or leaves."""
    if feedback.deeper is not None:
        screen.say(feedback.deeper, "bold")
    while True:
        drop_typed_ahead()
        key = choose(_choices(feedback, view), screen.output)
        match key:
            case "o":
                feedback = _override(p, feedback, screen)
            case "t":
                teach(p, feedback, screen)
            case "u":
                feedback = practice.undo_review(p, feedback.attempt_id)
                if feedback.memory is not None:
                    screen.say(show.comes_back(feedback.memory), "dim")
            case "p":
                with screen.console.status("Running the proofs …"):
                    runs = practice.run_proofs(p, feedback.item_id)
                screen.show(*(show.proof_run(run) for run in runs))
            case _:
                return key


def _choices(feedback: Feedback, view: SessionView) -> dict[str, str]:
    deeper = feedback.deeper is not None
    choices = {"enter": "summary" if view.position is None else "go deeper" if deeper else "next"}
    if deeper:
        choices["n"] = "no deeper"
    if feedback.points:
        choices["o"] = "I did say that"
    if can_teach(feedback):
        choices["t"] = "teach the grader your words"
    if feedback.memory is not None and not feedback.memory.undone:
        choices["u"] = "undo review"
    if feedback.proofs:
        choices["p"] = "run proof"
    return {**choices, "q": "finish here"}


def _override(p: Practice, feedback: Feedback, screen: Screen) -> Feedback:
    """Let the candidate say which points they made; a point named again is taken back."""
    line = ask_line("Which points did you say? Numbers, or Enter for none", screen.output)
    wanted = line.replace(",", " ").split()
    known = {str(number): point for number, point in enumerate(feedback.points, start=1)}
    wrong = [number for number in wanted if number not in known]
    if wrong:
        screen.say(f"There is no point {wrong[0]}; the points are 1 to {len(known)}.", "yellow")
        return feedback
    for point in (known[number] for number in wanted):
        if point.verdict is Verdict.COVERED and not point.overridden:
            continue  # the grader agrees already
        feedback = practice.override(p, feedback.attempt_id, point.id, not point.overridden)
    if wanted:
        screen.show(show.points(feedback.points))
        screen.say(f"{feedback.score:.0%}", "bold")
    return feedback


def end(screen: Screen, summary: SessionSummary | None, resume: str) -> None:
    """The last words of a session."""
    if summary is None:
        screen.show(Rule(style="dim"))
        screen.say(f"Paused. Nothing is lost: {resume} goes on where you left.")
    else:
        screen.show("", show.summary(summary))
