"""One warm judge: a process that has imported torch and answers one request after the other."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import IO, TYPE_CHECKING, Any, cast

from evalmode.core import UnavailableError
from evalmode.judge.bootstrap import runner_command
from evalmode_runner.environment import clean_environment

if TYPE_CHECKING:
    from evalmode.judge.interpreter import Interpreter

_KEEPER = ThreadPoolExecutor(1, thread_name_prefix="judge-keeper")
"""Starts all judges. Linux ends a child that asked to die with its parent as soon as the *thread* that started it ends,
and whoever needs a judge may be a thread that does not stay."""

_ANSWER_SECONDS = 120.0
_LAST_WORDS = 2_000


class JudgeLostError(Exception):
    """The process ended before it answered; nothing is known about the submission."""


class JudgeProcess:
    """A judge and its zygote.

    Args:
        interpreter: The Python that runs it.
        isolation: ``auto``, ``full`` or ``none``.
        spares: Sandboxes kept ready.

    Raises:
        UnavailableError: It cannot work here; the message says why.
        JudgeLostError: Somebody ended it while it started.
    """

    def __init__(self, interpreter: Interpreter, isolation: str = "auto", spares: int = 1) -> None:
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = _KEEPER.submit(
            subprocess.Popen,
            runner_command(
                interpreter.path, "evalmode_runner.judging", "--isolation", isolation, "--spares", str(spares)
            ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._words,
            env=clean_environment(),
            start_new_session=sys.platform != "win32",  # Ctrl-C in a terminal is for evalmode, not for its judges
        ).result()
        try:
            hello = self._read(_ANSWER_SECONDS)
        except JudgeLostError as error:
            words = self._last_words()
            self.close()
            if not words and self._process.returncode < 0:
                raise JudgeLostError("it was ended while it started") from error
            raise UnavailableError(
                f"The judge does not start in {interpreter.path}: {words or error}",
                hint="evalmode doctor says what it needs.",
            ) from error
        if "lost" in hello:
            self.close()
            raise JudgeLostError(hello["lost"])
        if "unavailable" in hello:
            self.close()
            raise UnavailableError(f"Code cannot be judged safely here: {hello['unavailable']}.")
        self.hello: dict[str, Any] = hello

    def ask(self, message: dict[str, Any]) -> dict[str, Any]:
        """Ask one thing and wait for the answer; one caller at a time.

        Raises:
            JudgeLostError: There is no answer.
        """
        try:
            stdin = cast("IO[bytes]", self._process.stdin)
            stdin.write((json.dumps(message) + "\n").encode())
            stdin.flush()
        except OSError as error:
            raise JudgeLostError("it has ended") from error
        answer = self._read(_ANSWER_SECONDS)
        if "lost" in answer:
            raise JudgeLostError(answer["lost"])
        return answer

    def close(self) -> None:
        """End it; its zygote and children end with it."""
        with contextlib.suppress(OSError):
            cast("IO[bytes]", self._process.stdin).close()
        try:
            self._process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        cast("IO[bytes]", self._process.stdout).close()
        self._words.close()

    def _read(self, seconds: float) -> dict[str, Any]:
        guard = threading.Timer(seconds, self._process.kill)
        guard.daemon = True
        guard.start()
        try:
            line = cast("IO[bytes]", self._process.stdout).readline()
        finally:
            guard.cancel()
        if not line.endswith(b"\n"):
            raise JudgeLostError("it ended without an answer")
        return cast("dict[str, Any]", json.loads(line))

    def _last_words(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1.0)
        self._words.seek(0, 2)
        self._words.seek(max(0, self._words.tell() - _LAST_WORDS))
        lines = self._words.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""
