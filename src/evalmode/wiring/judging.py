"""A judge that keeps to the learner's settings, prepares in the background, and ends with the program."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from evalmode.core import EvalmodeError
from evalmode.judge import JudgeStatus, LocalJudge
from evalmode.practice.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evalmode.bank import CodeItem
    from evalmode.judge import Judgement, Mode, ModuleRun
    from evalmode.store import Store

_WORKERS = 2
_GOODBYE_SECONDS = 2.0


class HouseJudge:
    """Judges on this machine, in the Python that the settings name; another choice takes effect at once.

    Args:
        python: Says which Python that is; empty for this one.
    """

    def __init__(self, python: Callable[[], str]) -> None:
        self._wanted = python
        self._lock = threading.Lock()
        self._chosen = ""
        self._local: LocalJudge | None = None
        self._warming: threading.Thread | None = None

    def judge(self, problem: CodeItem, source: str, mode: Mode = "submit") -> Judgement:
        """Judge a submission.

        Raises:
            UnavailableError: No interpreter with torch is to be found; the message says what to do.
            BankError: The problem's own files are at fault.
        """
        return self._warmed().judge(problem, source, mode)

    def run_module(
        self,
        source: str,
        class_name: str,
        tensors: Sequence[tuple[Sequence[int], int]],
        *,
        seed: int = 0,
        against: tuple[str, str] | None = None,
    ) -> ModuleRun:
        """Run a drawing's module; see :class:`evalmode.judge.Judge`.

        Raises:
            UnavailableError: No interpreter with torch is to be found; the message says what to do.
        """
        return self._warmed().run_module(source, class_name, tensors, seed=seed, against=against)

    def status(self) -> JudgeStatus:
        """What judges code here, found by trying."""
        try:
            return self._warmed().status()
        except EvalmodeError as error:  # the settings cannot be read
            return JudgeStatus(False, False, "", (), "", "", str(error))

    def warm(self) -> None:
        """Have a judge started meanwhile; returns at once."""
        with self._lock:
            if self._warming is None:
                self._warming = threading.Thread(target=self._warm, name="warm-judge", daemon=True)
                self._warming.start()

    def close(self) -> None:
        """End the judges. One that is still starting is not waited for: it ends when its input does."""
        with self._lock:
            local, self._local = self._local, None
        if local is not None:
            _end(local).join(_GOODBYE_SECONDS)

    def _warm(self) -> None:
        with contextlib.suppress(EvalmodeError):  # whoever submits something will hear of it
            self._current().warm()

    def _warmed(self) -> LocalJudge:
        """The judge, once it is warm where it is warming up: a second one would only slow the first one down."""
        warming = self._warming
        if warming is not None:
            warming.join()
        return self._current()

    def _current(self) -> LocalJudge:
        wanted = self._wanted()
        with self._lock:
            if self._local is not None and self._chosen != wanted:
                _end(self._local)
                self._local = None
            if self._local is None:
                self._chosen, self._local = wanted, LocalJudge(lambda: wanted, _WORKERS)
            return self._local


def build_judge(store: Store, learner: str) -> HouseJudge:
    """The judge of a learner. Nothing is started before the first submission, or before it is asked to warm up."""

    def python() -> str:
        with store.read(learner) as work:
            return read_settings(work).python

    return HouseJudge(python)


def _end(local: LocalJudge) -> threading.Thread:
    ending = threading.Thread(target=local.close, name="close-judge", daemon=True)
    ending.start()
    return ending
