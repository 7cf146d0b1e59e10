"""A person at a terminal: runs the program in a pseudo-terminal and looks at the screen that a terminal would show."""

from __future__ import annotations

import os
import sys
import time

import pexpect
import pyte

WIDTH, HEIGHT = 100, 60


class Terminal:
    """The program ``evalmode`` with a screen and a keyboard.

    Args:
        arguments: As on the command line.
        folder: Where the history is kept.
        environment: Variables besides the present ones.
    """

    def __init__(self, *arguments, folder, environment=None):
        self._start(sys.executable, ["-m", "evalmode", "--data", str(folder), *arguments], environment or {})

    @classmethod
    def running(cls, program, *arguments):
        """Any other program, with the same screen and keyboard."""
        terminal = cls.__new__(cls)
        terminal._start(program, list(arguments), {})
        return terminal

    def _start(self, program, arguments, environment):
        self._child = pexpect.spawn(
            program,
            arguments,
            env={**os.environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **environment},
            dimensions=(HEIGHT, WIDTH),
            encoding="utf-8",
        )
        self._screen = pyte.HistoryScreen(WIDTH, HEIGHT, history=100_000)
        self._stream = pyte.Stream(self._screen)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._child.close(force=True)

    @property
    def shown(self):
        """What stands on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    @property
    def transcript(self):
        """All that was ever shown, as somebody who scrolls up sees it."""
        above = ["".join(row[column].data for column in range(WIDTH)).rstrip() for row in self._screen.history.top]
        return "\n".join([*above, self.shown])

    def until(self, *texts, seconds=60):
        """Wait until all the texts stand in the transcript's last screen."""
        end = time.monotonic() + seconds
        while not all(text in self.shown for text in texts):
            if not self._read(end):
                missing = [text for text in texts if text not in self.shown]
                raise AssertionError(f"never saw {missing} on\n{self.transcript}")
        return self

    def press(self, keys):
        """Send keys as a keyboard does."""
        self._child.send(keys)
        return self

    def leave(self, seconds=60):
        """Wait for the end of the program; returns its exit code."""
        end = time.monotonic() + seconds
        while self._read(end):
            pass
        self._child.wait()
        self._child.close()
        return self._child.exitstatus

    def _read(self, end):
        """Take in what was written; False when the program has ended or the time is over."""
        if time.monotonic() > end:
            return False
        try:
            self._stream.feed(self._child.read_nonblocking(65_536, timeout=0.1))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True
