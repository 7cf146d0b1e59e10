"""The watcher: starts one proof, captures what it prints, keeps time, and clears up whatever it leaves behind."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from evalmode_runner.limits import adopt_orphans, end_descendants, end_group
from evalmode_runner.proof import Ending, prove_here
from evalmode_runner.wire import MAX_EVIDENCE_BYTES, Outcome, ProofAnswer, ProofRequest

_START_SECONDS = 120.0
_CUT = "\n… (the rest of the output was dropped)"


class Child(Protocol):
    """A process that runs a proof."""

    pid: int

    def ended(self) -> int | None:
        """Its exit code, negative for a signal; None while it runs."""
        ...


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one run.

    Args:
        work: Empty folder in which the proof works.
        report: Where it writes its ending.
        started: Exists once it has imported what it needs and its time runs.
    """

    work: Path
    report: Path
    started: Path


Launch = Callable[[ProofRequest, Paths, int, int], Child]


def watch(request: ProofRequest, launch: Launch) -> ProofAnswer:
    """Run one proof to its end, or end it.

    Args:
        request: The proof.
        launch: Starts its process, given the files and the descriptors for standard output and error.
    """
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="proof-", ignore_cleanup_errors=True) as folder:
        paths = Paths(Path(folder, "work"), Path(folder, "report.json"), Path(folder, "started"))
        paths.work.mkdir()
        out, err = _Capture(MAX_EVIDENCE_BYTES), _Capture(4_000)
        child = launch(request, paths, out.write_end, err.write_end)
        out.begin()
        err.begin()
        code, seconds = _wait(child, paths, request.timeout_seconds)
        end_group(child.pid)
        end_descendants()
        outcome, message, line = _judge(request, paths, code, err)
        return ProofAnswer(request.id, outcome, out.text(), message, line, round(seconds, 3))


def fork(request: ProofRequest, paths: Paths, stdout: int, stderr: int) -> Child:
    """Start the proof as a fork of this process, which has imported what it needs."""
    paths.started.touch()
    pid = os.fork()
    if pid:
        return _Forked(pid)
    try:
        report = os.open(paths.report, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        prove_here(request, paths.work, stdout, stderr, report)
    finally:
        os._exit(0)


def spawn(request: ProofRequest, paths: Paths, stdout: int, stderr: int) -> Child:
    """Start the proof in a new interpreter."""
    arguments = [str(paths.work), str(paths.report), str(paths.started)]
    asked = paths.report.with_name("request.json")
    asked.write_text(request.to_json() + "\n", encoding="utf-8")
    with asked.open("rb") as stdin:
        process = subprocess.Popen(
            [sys.executable, "-P", "-X", "utf8", "-W", "ignore", "-m", "evalmode_runner.prove", "--proof", *arguments],
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
        )
    return _Spawned(process)


class _Forked:
    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._code: int | None = None

    def ended(self) -> int | None:
        if self._code is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code


class _Spawned:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.pid = process.pid
        self._process = process

    def ended(self) -> int | None:
        return self._process.poll()


class _Capture:
    """Reads one output of the proof to its end and keeps the beginning, so that no amount of it blocks or fills us."""

    def __init__(self, limit: int) -> None:
        self._read_end, self.write_end = os.pipe()
        self._limit = limit
        self._kept = bytearray()
        self._dropped = False
        self._thread = threading.Thread(target=self._drain, daemon=True)

    def begin(self) -> None:
        """Read from now on; the child has its own copy of the writing end."""
        os.close(self.write_end)
        self._thread.start()

    def text(self) -> str:
        """What was kept, once the other end is closed or is not closed within a moment."""
        self._thread.join(timeout=1.0)
        text = bytes(self._kept).decode("utf-8", errors="replace")
        return text + _CUT if self._dropped else text

    def _drain(self) -> None:
        with contextlib.suppress(OSError):
            while chunk := os.read(self._read_end, 65536):
                room = self._limit - len(self._kept)
                self._kept += chunk[:room]
                self._dropped = self._dropped or len(chunk) > room


def _wait(child: Child, paths: Paths, timeout_seconds: float) -> tuple[int | None, float]:
    """The exit code, or None when time is up, and how long the proof ran."""
    born = begun = time.monotonic()
    running = False
    pause = 0.001
    while (code := child.ended()) is None:
        now = time.monotonic()
        if not running and paths.started.exists():
            running, begun = True, now
        if now - begun > timeout_seconds if running else now - born > _START_SECONDS:
            return None, now - begun
        time.sleep(pause)
        pause = min(pause * 1.5, 0.02)
    return code, time.monotonic() - begun


def _judge(
    request: ProofRequest, paths: Paths, code: int | None, complaints: _Capture
) -> tuple[Outcome, str, int | None]:
    if code is None:
        return "timed_out", f"it was not done within {request.timeout_seconds:g} s", None
    if code == -getattr(signal, "SIGXCPU", 0) != 0:
        return "timed_out", f"it used more than {request.timeout_seconds:g} s of processor time", None
    ending = _read_ending(paths.report)
    if ending is not None and code == 0:
        return ending.outcome, ending.message, ending.line
    last_words = complaints.text().strip().rpartition("\n")[2][:300]
    how = f"{_how_it_ended(code)}: {last_words}" if last_words else _how_it_ended(code)
    return "refuted", f"its process ended before its last line ({how})", None


def _read_ending(report: Path) -> Ending | None:
    try:
        return Ending(**json.loads(report.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _how_it_ended(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
