"""The proof's own process: runs the program and writes down how it ended."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from importlib import import_module
from typing import IO, TYPE_CHECKING

from evalmode_runner.limits import die_with_parent, limit_resources

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from evalmode_runner.wire import Outcome, ProofRequest


TORCH_MISSING = 'PyTorch is not installed here; pip install "evalmode[torch]" brings it.'

_NO_PROCESSES = (
    *("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile", "os.system"),
    *("subprocess.Popen", "os.kill", "os.killpg", "signal.pthread_kill"),
)
_NO_NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo")


@dataclass(frozen=True, slots=True)
class Ending:
    """How a proof ended by itself.

    Args:
        outcome: Whether it ran to its end.
        message: What went wrong; empty when proven.
        line: The line of the file that failed, where it is known.
    """

    outcome: Outcome
    message: str = ""
    line: int | None = None

    def to_json(self) -> str:
        """As the watcher reads it."""
        return json.dumps({"outcome": self.outcome, "message": self.message, "line": self.line})


def preload(*, numpy: bool, torch: bool) -> None:
    """Import what proofs import, with one thread each: a fork copies one thread and no others.

    A package that is missing or broken is left for the proof to trip over, which then says so.
    """
    if numpy:
        with contextlib.suppress(Exception):
            import_module("numpy")
    if torch:
        with contextlib.suppress(Exception):
            import_module("torch").set_num_threads(1)


def _become_proof(request: ProofRequest, folder: Path, stdout: int, stderr: int, report: int) -> None:
    """Its own session, an empty folder, captured output, limits, no input."""
    die_with_parent()
    if hasattr(os, "setsid"):
        with contextlib.suppress(OSError):
            os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (stdout, 1), (stderr, 2)):
        os.dup2(source, target)
    os.closerange(3, report)
    os.closerange(report + 1, 4096)
    os.chdir(folder)
    os.environ["TMPDIR"] = os.environ["HOME"] = str(folder)
    tempfile.tempdir = None
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - it lives as long as the process
    sys.stdout = _text(1)
    sys.stderr = _text(2)
    sys.argv = [request.file]
    limit_resources(request.timeout_seconds, request.memory_bytes)
    sys.addaudithook(_refuse)


def prove_here(request: ProofRequest, folder: Path, stdout: int, stderr: int, report: int) -> None:
    """Become the proof's process, run it and write down how it ended.

    Args:
        request: The proof.
        folder: Where it works.
        stdout: Descriptor that takes what it prints.
        stderr: Descriptor that takes what it complains.
        report: Descriptor that takes its ending; stays open, all others are closed.
    """
    try:
        _become_proof(request, folder, stdout, stderr, report)
    except Exception as error:  # noqa: BLE001 - the proof has not begun, so it is not at fault
        ending = Ending("unavailable", _one_line(f"it could not be run here ({error})"))
    else:
        ending = run_proof(request)
        _flush_output()
    os.write(report, ending.to_json().encode())


def run_proof(request: ProofRequest) -> Ending:
    """Run the program in this process.

    Line numbers are those of the item's file, because the program is compiled as if it stood there.
    """
    try:
        code = compile("\n" * (request.line - 1) + request.source, request.file, "exec", dont_inherit=True, optimize=0)
        exec(code, {"__name__": "__main__", "__builtins__": __builtins__})  # noqa: S102 - running it is what we are for
    except BaseException as error:  # noqa: BLE001 - whatever it is, the proof has failed
        return _explain(error, request)
    return Ending("proven")


def _explain(error: BaseException, request: ProofRequest) -> Ending:
    line = _failing_line(error.__traceback__, request.file)
    match error:
        case AssertionError():
            return Ending("refuted", _one_line(str(error)) or f"{_statement(request, line)} does not hold", line)
        case SyntaxError() if error.filename == request.file:
            return Ending("refuted", f"SyntaxError: {error.msg}", error.lineno)
        case SystemExit():
            return Ending("refuted", "it ended itself before its last line (SystemExit)", line)
        case ImportError() if (error.name or "").partition(".")[0] == "torch" and _torch_missing():
            return Ending("unavailable", TORCH_MISSING, line)
        case _:
            said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            return Ending("refuted", _one_line(said), line)


def _flush_output() -> None:
    """Hand on what the proof printed, unless it closed or replaced its own output."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()


def _torch_missing() -> bool:
    try:
        import_module("torch")
    except ImportError:
        return True
    return False


def _text(descriptor: int) -> IO[str]:
    binary = io.FileIO(descriptor, "w", closefd=False)
    return io.TextIOWrapper(io.BufferedWriter(binary), encoding="utf-8", errors="backslashreplace", line_buffering=True)


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event in _NO_PROCESSES:
        raise PermissionError(f"a proof may not start or signal processes ({event})")
    if event in _NO_NETWORK:
        raise PermissionError(f"a proof may not use the network ({event})")


def _failing_line(trace: TracebackType | None, file: str) -> int | None:
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _statement(request: ProofRequest, line: int | None) -> str:
    """The assertion that stands at a line of the file, as it is written."""
    if line is not None:
        for node in ast.walk(ast.parse(request.source)):
            if isinstance(node, ast.Assert) and node.lineno <= line - request.line + 1 <= (node.end_lineno or 0):
                return _one_line(ast.get_source_segment(request.source, node) or "") or "an assertion"
    return "an assertion"


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 500 else f"{line[:499]}…"
