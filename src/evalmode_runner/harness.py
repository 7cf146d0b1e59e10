"""The program around a submission inside the sandbox. It holds no secrets: nothing it says is believed but tensors.

It reads one frame that holds the submission, then one frame per case, and answers each with one frame.
"""

from __future__ import annotations

import builtins
import linecache
import sys
import types
from typing import TYPE_CHECKING, Any

from evalmode_runner import scenarios
from evalmode_runner.tracing import Tracer, forbid, forbid_modules
from evalmode_runner.values import MAX_BODY_BYTES, frame_length, pack, unpack

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

SUBMISSION_FILE = "submission.py"
_MOST_LINES = 12


def serve(channel: socket.socket) -> None:
    """Answer frames until the other side closes the channel."""
    channel.sendall(pack({"hello": 1}))
    received = bytearray()
    submission: Submission | None = None
    while (frame := _receive(channel, received)) is not None:
        request = unpack(frame)
        if submission is None:
            submission = Submission(request)
            answer = submission.load()
        else:
            answer = submission.run(request)
        sys.stdout.flush()
        sys.stderr.flush()
        channel.sendall(_packed(answer))


class Submission:
    """A candidate's code, and what can be done with it.

    Args:
        request: ``source``, ``defines``, ``scenario`` (source of the problem's own scenarios, or empty), ``bans``
            (name → dotted paths that must not be reached), ``modules`` (module not to be imported → name of its ban).
    """

    def __init__(self, request: dict[str, Any]) -> None:
        self._source: str = request["source"]
        self._defines: str = request["defines"]
        self._bans: dict[str, list[str]] = request["bans"]
        self._modules: dict[str, str] = request["modules"]
        self._scenarios: dict[str, Callable[..., dict[str, Any]]] = {"call": scenarios.call, "layer": scenarios.layer}
        if request["scenario"]:
            module = _module("scenario", "scenario.py", request["scenario"])
            self._scenarios |= {name: found for name, found in vars(module).items() if callable(found)}
        self._subject: Any = None
        self._touched: list[str] = []

    def load(self) -> dict[str, Any]:
        """Run the submission's file; afterwards what it must define is there, or the answer says what is not."""
        self._touched = forbid(self._bans)
        forbid_modules(self._modules, self._touched)
        try:
            module = _module("submission", SUBMISSION_FILE, self._source)
        except BaseException as error:
            return {"error": describe(error), "touched": self._touched}
        names = [name for name in vars(module) if not name.startswith("_")]
        self._subject = getattr(module, self._defines, None)
        kind = "class" if isinstance(self._subject, type) else "function" if callable(self._subject) else ""
        return {"loaded": kind, "names": names[:100], "touched": self._touched}

    @property
    def subject(self) -> Any:
        """What the submission defines under the name that was asked for; None if nothing."""
        return self._subject

    def run(self, case: dict[str, Any]) -> dict[str, Any]:
        """Play one scenario; of a silent one nobody wants the result."""
        if not case.get("trace"):
            answer = self._play(case)
        else:
            with Tracer(weigh=bool(case.get("weigh"))) as tracer:
                answer = self._play(case)
            answer |= {"ops": "\n".join(tracer.ops[:500]), "bytes": tracer.bytes}
        if case.get("silent"):
            answer.pop("result", None)
        return answer | {"touched": self._touched}

    def _play(self, case: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"result": self._scenarios[case["scenario"]](self._subject, **case["arguments"])}
        except scenarios.Complaint as complaint:
            return {"complaint": str(complaint)}
        except BaseException as error:
            return {"error": describe(error)}


def describe(error: BaseException) -> dict[str, str]:
    """An exception as plain text: type, message and the candidate's own lines of the traceback."""
    try:
        said = str(error)
    except BaseException:
        said = ""
    bases = [base.__name__ for base in type(error).__mro__ if base is not object]
    return {"type": type(error).__name__, "bases": " ".join(bases), "message": said[:2000], "trace": _trace(error)}


def _trace(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        caret = " " * max(0, (error.offset or 1) - 1) + "^"
        return f"line {error.lineno}\n    {(error.text or '').rstrip()}\n    {caret}" if error.lineno else ""
    lines = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == SUBMISSION_FILE:
            text = linecache.getline(SUBMISSION_FILE, trace.tb_lineno).strip()
            lines.append(f"line {trace.tb_lineno}, in {code.co_name}\n    {text}")
        trace = trace.tb_next
    kept = lines if len(lines) <= _MOST_LINES else [*lines[:5], f"... {len(lines) - 10} more ...", *lines[-5:]]
    return "\n".join(kept)[:8000]


def _module(name: str, filename: str, source: str) -> types.ModuleType:
    """Run source as a module that has a place in ``sys.modules``, which dataclasses and pickling of classes need."""
    module = types.ModuleType(name)
    module.__file__ = filename
    sys.modules[name] = module
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    code = builtins.compile(source, filename, "exec", dont_inherit=True)
    exec(code, module.__dict__)  # noqa: S102 - this is what the sandbox is for
    return module


def _packed(answer: dict[str, Any]) -> bytes:
    frame = pack(answer)
    if len(frame) > MAX_BODY_BYTES:
        return pack({"complaint": "What your code returns is too large.", "touched": []})
    return frame


def _receive(channel: socket.socket, received: bytearray) -> bytes | None:
    while (length := frame_length(received)) is None or len(received) < length:
        data = channel.recv(1 << 20)
        if not data:
            return None
        received += data
    frame = bytes(received[:length])
    del received[:length]
    return frame
