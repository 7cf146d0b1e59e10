"""The child processes in which proofs run: how one is started, asked and ended. See :mod:`evalmode_runner`."""

from __future__ import annotations

import contextlib
import site
import subprocess
import sys
import threading
from concurrent.futures import Future
from typing import IO

from evalmode.core import InternalError
from evalmode_runner.environment import clean_environment
from evalmode_runner.wire import READY, ProofAnswer, ProofRequest

START_SECONDS = 120.0
"""How long a process may take to import what proofs import, on a slow disk."""

GRACE_SECONDS = 15.0
"""How long a child may stay silent after a proof's own time limit before it counts as hanging."""

_OF_THIS_PYTHON = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")


class LostError(Exception):
    """A child ended, or hangs, before it answered."""


class WarmChild:
    """A process that has imported torch and forks for every proof. Several threads may ask it at once.

    Args:
        folder: An empty folder for it to live in.
        torch: Whether it imports torch beforehand.
    """

    def __init__(self, folder: str, *, torch: bool) -> None:
        self._process = _start(folder, "--warm", *(["--torch"] if torch else []), stderr=subprocess.DEVNULL)
        self._waiting: dict[int, Future[ProofAnswer]] = {}
        self._lock = threading.Lock()
        self._ready = threading.Event()
        self.lost = False
        threading.Thread(target=self._listen, daemon=True).start()

    def run(self, request: ProofRequest) -> ProofAnswer:
        """Run one proof.

        Raises:
            LostError: There will be no answer.
        """
        self._ready.wait(START_SECONDS)
        answer: Future[ProofAnswer] = Future()
        with self._lock:
            if self.lost or not self._ready.is_set():
                raise LostError
            self._waiting[request.id] = answer
            try:
                _send(self._process, request)
            except OSError:
                raise LostError from None
        try:
            return answer.result(timeout=request.timeout_seconds + GRACE_SECONDS)
        except TimeoutError:
            self.close()
            raise LostError from None

    def close(self) -> None:
        """End it and all that it has started."""
        self.lost = True
        with contextlib.suppress(OSError):
            _pipe(self._process.stdin).close()  # it ends its watchers, and those their proofs, when this closes
        try:
            self._process.wait(timeout=2.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _listen(self) -> None:
        with _pipe(self._process.stdout) as answers:
            for line in answers:
                if line.strip() == READY.encode():
                    self._ready.set()
                else:
                    self._deliver(ProofAnswer.from_json(line))
        with self._lock:
            self.lost = True
            for waiting in self._waiting.values():
                waiting.set_exception(LostError())
            self._waiting.clear()
        self._ready.set()

    def _deliver(self, answer: ProofAnswer) -> None:
        with self._lock:
            waiting = self._waiting.pop(answer.id, None)
        if waiting is not None:
            waiting.set_result(answer)


class SingleChild:
    """A process for one proof, where there is no fork or where no other proof shall be near.

    Args:
        folder: An empty folder for it to live in.
    """

    def __init__(self, folder: str) -> None:
        self._process = _start(folder, "--once", stderr=subprocess.PIPE)

    def run(self, request: ProofRequest) -> ProofAnswer:
        """Run the proof.

        Raises:
            LostError: It was ended by a signal or hung, and so gave no answer.
            InternalError: It failed by itself.
        """
        patience = threading.Timer(START_SECONDS + request.timeout_seconds + GRACE_SECONDS, self._process.kill)
        patience.daemon = True
        patience.start()
        try:
            with contextlib.suppress(OSError):
                _send(self._process, request)
            said = _pipe(self._process.stdout).read()
            complaint = _pipe(self._process.stderr).read()
        finally:
            patience.cancel()
            self.close()
        try:
            return ProofAnswer.from_json(said)
        except ValueError:
            if self._process.returncode < 0:
                raise LostError from None
        last_words = complaint.decode(errors="replace").strip().rpartition("\n")[2]
        raise InternalError(f"The process that runs proofs cannot be started ({last_words or 'it says nothing'}).")

    def close(self) -> None:
        """End it and its proof."""
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            with contextlib.suppress(OSError):
                _pipe(pipe).close()
        try:
            self._process.wait(timeout=2.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _start(folder: str, *arguments: str, stderr: int) -> subprocess.Popen[bytes]:
    """Start ``evalmode_runner.prove`` with one thread and none of the user's secrets.

    Raises:
        InternalError: The operating system refuses.
    """
    places = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP"), folder)
    if user_base := site.getuserbase():
        places["PYTHONUSERBASE"] = user_base  # found through HOME otherwise, which is another one there
    command = [sys.executable, "-P", "-X", "utf8", "-W", "ignore", "-m", "evalmode_runner.prove", *arguments]
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            cwd=folder,
            env=clean_environment(_OF_THIS_PYTHON) | {"PYTHONHASHSEED": "0"} | places,
            start_new_session=True,
        )
    except OSError as error:
        raise InternalError(f"The process that runs proofs cannot be started ({error.strerror}).") from error


def _send(process: subprocess.Popen[bytes], request: ProofRequest) -> None:
    pipe = _pipe(process.stdin)
    pipe.write(request.to_json().encode() + b"\n")
    pipe.flush()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise InternalError("A child process was started without its pipes.")
    return pipe
