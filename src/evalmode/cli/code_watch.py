"""Watching a program: it is judged whenever it is saved, and keys do the rest."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from prompt_toolkit.input import create_input
from rich.text import Text

from evalmode import practice
from evalmode.cli import code_show, judge_show
from evalmode.cli.code_files import is_starter
from evalmode.cli.code_help import next_hint
from evalmode.cli.output import console, glyph
from evalmode.core import CodeVerdict, EvalmodeError
from evalmode.practice.coding.checking import check_code
from evalmode.practice.values import (
    CodeFeedback,
    JudgementView,
    ProblemState,
    ResetRequest,
    RunRequest,
    SourceDraftRequest,
    SubmitRequest,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from evalmode.cli.code_files import Desk
    from evalmode.practice import Practice
    from evalmode.practice.values import ProblemBrief

_TICK = 0.1
_SETTLED = 0.15
"""Seconds for which a file must stay as it is, as some editors save in several steps."""

KEYS = "h hint · r reset · s submit · n next problem · q quit"

_Work = Future[JudgementView | CodeFeedback]


class Watch:
    """One sitting at a folder.

    Args:
        p: The practice.
        desk: The folder.
        problem: The problem to begin with.
    """

    def __init__(self, p: Practice, desk: Desk, problem: str) -> None:
        self._practice = p
        self._desk = desk
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="watch")
        self._work: list[tuple[_Work, Callable[[JudgementView | CodeFeedback], None]]] = []
        self._asked_reset = False
        self._over = False
        self._take(problem)

    def run(self) -> None:
        """Watch until the candidate leaves."""
        keys = {"h": self._hint, "r": self._reset, "s": self._submit, "n": self._next, "q": self._quit}
        keys |= {"c-c": self._quit, "c-d": self._quit}
        terminal = create_input()
        with terminal.raw_mode():
            while not self._over:
                for press in terminal.read_keys():
                    key = str(getattr(press.key, "value", press.key))
                    self._asked_reset = self._asked_reset and key == "r"
                    if key in keys:
                        self._say_if_wrong(keys[key])
                self._collect()
                self._look()
                time.sleep(_TICK)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _take(self, problem: str) -> None:
        """Begin to watch a problem; its files are written where they are not there yet."""
        self._view = practice.open_problem(self._practice, problem)
        name = self._view.brief.id
        if not self._desk.program(name).exists():
            self._desk.start(self._view, force=False)
        self._forget_work()
        self._began = time.monotonic()
        self._seen: tuple[int, int] | None = None
        self._stamp: tuple[int, int] | None = None
        self._changed = 0.0

    def _look(self) -> None:
        """Judge the program once it has been saved and has settled."""
        stamp = self._desk.stamp(self._name)
        now = time.monotonic()
        if stamp != self._stamp:
            self._stamp, self._changed = stamp, now
        elif stamp is not None and stamp != self._seen and now - self._changed >= _SETTLED:
            self._seen = stamp
            self._say_if_wrong(self._judge)

    def _judge(self) -> None:
        """The examples first, because they are quick and can be followed by hand; then all checks."""
        self._forget_work()
        self._clear()
        source = self._desk.read(self._name)
        if is_starter(source, self._view):
            self._show(
                Text(f"Open {self._desk.program(self._name)} in your editor; it is judged whenever you save it.")
            )
            self._show(Text(f"The task is in {self._desk.statement(self._name)}."))
            self._show_keys()
            return
        draft = SourceDraftRequest(source=source, revision=self._view.draft_revision, force=True)
        practice.save_source(self._practice, self._view.brief.item_id, draft)
        self._show(Text("Running the examples …", style="dim"))
        item_id, p = self._view.brief.item_id, self._practice
        self._do(lambda: practice.run_examples(p, item_id, RunRequest(source=source)), self._show_examples)
        self._do(lambda: check_code(p, item_id, source), self._show_checks)

    def _show_examples(self, value: JudgementView | CodeFeedback) -> None:
        if isinstance(value, JudgementView):
            self._clear()
            line = judge_show.verdict_line(value, "the examples")
            self._show(line if value.verdict is CodeVerdict.ACCEPTED else judge_show.judgement(value, "the examples"))
            self._show(Text("Running all checks …", style="dim"))

    def _show_checks(self, value: JudgementView | CodeFeedback) -> None:
        if isinstance(value, JudgementView):
            self._clear()
            self._show(judge_show.judgement(value, "all checks"))
            if value.verdict is CodeVerdict.ACCEPTED:
                self._show(Text("Everything holds. Press s to submit it.", style="bold green"))
            self._show_keys()

    def _submit(self) -> None:
        source = self._desk.read(self._name)
        if is_starter(source, self._view):
            self._say(f"{self._desk.program(self._name)} is still the starter. Write {self._view.defines} first.")
            return
        self._forget_work()
        self._clear()
        self._show(Text("Submitted; judging …", style="dim"))
        request = SubmitRequest(source=source, seconds_used=time.monotonic() - self._began)
        item_id, p = self._view.brief.item_id, self._practice
        self._do(lambda: practice.submit_code(p, item_id, request), self._show_submission)

    def _show_submission(self, value: JudgementView | CodeFeedback) -> None:
        if isinstance(value, CodeFeedback):
            self._clear()
            self._show(code_show.feedback(value))
            self._show_keys()

    def _hint(self) -> None:
        taken = next_hint(self._practice, practice.open_problem(self._practice, self._view.brief.item_id))
        self._show(code_show.hints(taken))

    def _reset(self) -> None:
        if not self._asked_reset:
            self._asked_reset = True
            self._say("Press r again to begin anew; what you wrote is kept beside it.")
            return
        self._asked_reset = False
        practice.reset_problem(self._practice, self._view.brief.item_id, ResetRequest())
        self._desk.reset(practice.open_problem(self._practice, self._view.brief.item_id))
        self._take(self._view.brief.item_id)

    def _next(self) -> None:
        following = next_problem(practice.list_problems(self._practice), self._name)
        if following is None:
            self._say("Every problem is passed.")
            return
        self._take(following)

    def _quit(self) -> None:
        self._over = True

    @property
    def _name(self) -> str:
        return self._view.brief.id

    def _do(self, what: Callable[[], JudgementView | CodeFeedback], then: Callable[..., None]) -> None:
        self._work.append((self._pool.submit(what), then))

    def _forget_work(self) -> None:
        """What was asked of an older text is not shown any more."""
        for future, _ in self._work:
            future.cancel()
        self._work = []

    def _collect(self) -> None:
        while self._work and self._work[0][0].done():
            future, then = self._work.pop(0)
            self._say_if_wrong(partial(_hand_over, future, then))

    def _say_if_wrong(self, what: Callable[[], None]) -> None:
        """Do something; what a person can mend is said, and watching goes on."""
        try:
            what()
        except EvalmodeError as error:
            self._say(str(error))

    def _clear(self) -> None:
        out = console()
        out.clear()
        minutes = (time.monotonic() - self._began) / 60
        brief = self._view.brief
        head = f"{brief.title} · {self._desk.program(brief.id)} · {minutes:.0f} of {brief.minutes} min"
        out.print(Text(head.replace("·", glyph("·", "|")), style="bold"))
        out.print()

    def _show(self, part: RenderableType) -> None:
        console().print(part)

    def _say(self, sentence: str) -> None:
        self._show(Text(sentence, style="yellow"))

    def _show_keys(self) -> None:
        self._show(Text(f"\n{KEYS}".replace("·", glyph("·", "|")), style="dim"))


def _hand_over(future: _Work, then: Callable[[JudgementView | CodeFeedback], None]) -> None:
    then(future.result())


def first_problem(p: Practice, desk: Desk) -> str:
    """What to watch where no problem is named: the program saved last, else the first problem that is not passed."""
    briefs = practice.list_problems(p)
    stamps = {brief.id: stamp for brief in briefs if (stamp := desk.stamp(brief.id)) is not None}
    if stamps:
        return max(stamps, key=lambda name: stamps[name])
    return next_problem(briefs, None) or briefs[0].id


def next_problem(briefs: tuple[ProblemBrief, ...], after: str | None) -> str | None:
    """The next problem that is not passed, in the bank's order and from its beginning again; None if all are."""
    names = [brief.id for brief in briefs]
    start = names.index(after) + 1 if after in names else 0
    for brief in (*briefs[start:], *briefs[:start]):
        if brief.state is not ProblemState.PASSED and brief.id != after:
            return brief.id
    return None
