"""A grader that prepares in the background, while the candidate reads and thinks."""

from __future__ import annotations

import atexit
import logging
import queue
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalmode.answers import Grader
    from evalmode.core import Gradable, Grade

log = logging.getLogger(__name__)

_WAITING = 500
_GOODBYE_SECONDS = 5.0


class WarmingGrader:
    """Grades with another grader, and warms it on a thread of its own: ``warm`` returns at once.

    The thread is started by the first ``warm``. Warming is a courtesy, so a question for which there is no room, or on
    which it fails, is simply met cold.

    Args:
        grader: The grader that does the work.
    """

    def __init__(self, grader: Grader) -> None:
        self.grader = grader
        self._questions: queue.Queue[Gradable | None] = queue.Queue(_WAITING)
        self._seen: set[str] = set()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def name(self) -> str:
        """The other grader's name."""
        return self.grader.name

    def grade(self, question: Gradable, answer: str) -> Grade:
        """Judge one answer, as the other grader does.

        Raises:
            UnavailableError: The grader needs something that is not installed, damaged or out of reach.
        """
        return self.grader.grade(question, answer)

    def warm(self, question: Gradable) -> None:
        """Have this question prepared soon."""
        with self._lock:
            if question.id in self._seen or self._questions.full():
                return
            self._seen.add(question.id)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="warm-grader", daemon=True)
                self._thread.start()
                # A thread inside native code must not be running when the interpreter is taken down.
                atexit.register(self.close)
        self._questions.put(question)

    def close(self) -> None:
        """Stop preparing; grading goes on working."""
        with self._lock:
            thread, self._thread = self._thread, None
        if thread is None:
            return
        atexit.unregister(self.close)
        while not self._questions.empty():
            self._questions.get_nowait()
        self._questions.put(None)
        thread.join(_GOODBYE_SECONDS)

    def _work(self) -> None:
        while (question := self._questions.get()) is not None:
            try:
                self.grader.warm(question)
            except Exception as error:  # noqa: BLE001 - whatever it is, the answer itself will meet it and say so
                log.info("Could not prepare for %s: %s", question.id, error)
