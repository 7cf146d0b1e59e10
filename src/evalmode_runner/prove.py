"""The program that runs proofs: ``python -m evalmode_runner.prove --warm | --once``. See the package's docstring."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from evalmode_runner.limits import adopt_orphans, die_with_parent, end_descendants, end_group
from evalmode_runner.proof import preload, prove_here
from evalmode_runner.watch import Child, Launch, Paths, fork, spawn, watch
from evalmode_runner.wire import READY, ProofAnswer, ProofRequest

_GRACE_SECONDS = 5.0
_WATCHER_LOST = "it ended the process that watched over it"


def main(arguments: list[str]) -> int:
    """Run as the command line says; see the package's docstring."""
    match arguments:
        case ["--warm", *rest]:
            preload(numpy=True, torch="--torch" in rest)
            _Warm(*_take_protocol()).serve()
        case ["--once"]:
            _once(*_take_protocol())
        case ["--proof", work, report, started]:
            _be_proof(Path(work), Path(report), Path(started))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def _take_protocol() -> tuple[int, int]:
    """Private copies of standard input and output; the public ones lead nowhere from now on, whoever writes to them."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return requests, answers


@dataclass(slots=True)
class _Job:
    id: int
    watcher: int
    deadline: float
    received: bytearray = field(default_factory=bytearray)


class _Warm:
    """Reads requests and forks a watcher for each, so that several proofs run at once and none waits for imports.

    One thread, because a fork copies one.
    """

    def __init__(self, requests: int, answers: int) -> None:
        self._requests, self._answers = requests, answers
        self._jobs: dict[int, _Job] = {}
        self._selector = selectors.DefaultSelector()
        self._unread = bytearray()

    def serve(self) -> None:
        """Work until the other side closes the requests."""
        adopt_orphans()
        self._selector.register(self._requests, selectors.EVENT_READ)
        self._write(READY)
        while True:
            for key, _ in self._selector.select(timeout=self._patience()):
                if key.fd != self._requests:
                    self._hear(key.fd)
                elif not self._read_requests():
                    self._stop()
                    return
            for pipe in [pipe for pipe, job in self._jobs.items() if job.deadline < time.monotonic()]:
                end_group(self._jobs[pipe].watcher)
                self._jobs[pipe].deadline = float("inf")  # its pipe closes now, which is its answer

    def _patience(self) -> float | None:
        deadlines = [job.deadline for job in self._jobs.values() if job.deadline != float("inf")]
        return max(0.0, min(deadlines) - time.monotonic()) + 0.01 if deadlines else None

    def _read_requests(self) -> bool:
        data = os.read(self._requests, 65536)
        self._unread += data
        while b"\n" in self._unread:
            line, _, rest = bytes(self._unread).partition(b"\n")
            self._unread = bytearray(rest)
            self._begin(ProofRequest.from_json(line))
        return bool(data)

    def _begin(self, request: ProofRequest) -> None:
        reading, writing = os.pipe()
        watcher = os.fork()
        if watcher == 0:
            self._watch(request, writing)
        os.close(writing)
        deadline = time.monotonic() + request.timeout_seconds + _GRACE_SECONDS
        self._jobs[reading] = _Job(request.id, watcher, deadline)
        self._selector.register(reading, selectors.EVENT_READ)

    def _watch(self, request: ProofRequest, writing: int) -> NoReturn:
        try:
            die_with_parent()
            os.setpgid(0, 0)
            for pipe in (self._requests, self._answers, *self._jobs):
                os.close(pipe)
            _write_all(writing, _watched(request, fork).to_json() + "\n")
        finally:
            os._exit(0)

    def _hear(self, pipe: int) -> None:
        job = self._jobs[pipe]
        if data := os.read(pipe, 65536):
            job.received += data
            return
        self._selector.unregister(pipe)
        os.close(pipe)
        del self._jobs[pipe]
        os.waitpid(job.watcher, 0)
        try:
            answer = ProofAnswer.from_json(bytes(job.received))
        except ValueError:
            answer = ProofAnswer(job.id, "refuted", message=_WATCHER_LOST)
            # What that watcher would have cleared up has become ours.
            end_descendants(keep={other.watcher for other in self._jobs.values()})
        self._write(answer.to_json())

    def _stop(self) -> None:
        for job in self._jobs.values():
            end_group(job.watcher)
        end_descendants()

    def _write(self, line: str) -> None:
        with contextlib.suppress(BrokenPipeError):
            _write_all(self._answers, line + "\n")


def _once(requests: int, answers: int) -> None:
    line = bytearray()
    while not line.endswith(b"\n") and (data := os.read(requests, 65536)):
        line += data
    children: list[Child] = []

    def launch(request: ProofRequest, paths: Paths, stdout: int, stderr: int) -> Child:
        children.append(spawn(request, paths, stdout, stderr))
        return children[0]

    threading.Thread(target=_end_when_alone, args=(requests, children), daemon=True).start()
    _write_all(answers, _watched(ProofRequest.from_json(bytes(line)), launch).to_json() + "\n")


def _end_when_alone(requests: int, children: list[Child]) -> None:
    """The one who asked is gone when the requests close: then nobody waits for the proof."""
    with contextlib.suppress(OSError):
        while os.read(requests, 4096):
            pass
    for child in children:
        end_group(child.pid)
    os._exit(1)


def _watched(request: ProofRequest, launch: Launch) -> ProofAnswer:
    try:
        return watch(request, launch)
    except Exception as error:  # noqa: BLE001 - the proof has not begun, so it is not at fault
        return ProofAnswer(request.id, "unavailable", message=f"it could not be run here ({error})")


def _be_proof(work: Path, report_path: Path, started: Path) -> NoReturn:
    request = ProofRequest.from_json(sys.stdin.buffer.readline())
    die_with_parent()
    preload(numpy="numpy" in request.source, torch="torch" in request.source)
    report = os.open(report_path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    started.touch()
    prove_here(request, work, os.dup(1), os.dup(2), report)
    os._exit(0)


def _write_all(descriptor: int, text: str) -> None:
    data = memoryview(text.encode())
    while data:
        data = data[os.write(descriptor, data) :]


if __name__ == "__main__":
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started us, who then closes the pipe
    sys.exit(main(sys.argv[1:]))
