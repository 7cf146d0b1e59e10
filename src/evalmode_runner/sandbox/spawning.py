"""The judge's side where nothing can be forked: a fresh interpreter for each submission, started ahead.

Nothing isolates it; what is left are the limits a system has and the judge's clock.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections import deque
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evalmode_runner.sandbox.box import Folders
from evalmode_runner.sandbox.child import Child
from evalmode_runner.sandbox.memory import private_bytes
from evalmode_runner.sandbox.values import Limits, SandboxLost, SandboxUnavailable

if TYPE_CHECKING:
    from evalmode_runner.sandbox.newborn import Entry

_KEPT = ("PATH", "SYSTEMROOT", "LANG", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_LOOK_SECONDS = 0.01
_PACKAGE = Path(__file__).parent.parent
# The interpreter may be one in which we are not installed, so the package is imported from where it lies.
_BOOTSTRAP = """
import importlib.util, runpy, sys
folder = sys.argv.pop(1)
from_file = importlib.util.spec_from_file_location
spec = from_file("evalmode_runner", folder + "/__init__.py", submodule_search_locations=[folder])
package = sys.modules["evalmode_runner"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
runpy.run_module("evalmode_runner.sandbox.spawned", run_name="__main__", alter_sys=True)
"""


class SpawnedLine:
    """Starts interpreters ahead and hands them out.

    Args:
        entry: A function of an importable module; it runs in each child.
        limits: What each child may use; memory is not limited where the system does not tell it.
        spares: How many children are kept ready.

    Raises:
        SandboxUnavailable: This system cannot even do that.
    """

    def __init__(self, entry: Entry, limits: Limits, spares: int) -> None:
        if not hasattr(os, "wait4"):
            raise SandboxUnavailable(
                "code cannot be judged on this system; use Linux or macOS, or the Windows Subsystem for Linux"
            )
        self._where = f"{entry.__module__}:{entry.__qualname__}"
        self._limits = limits
        self._folders = Folders()
        self._lock = threading.Lock()
        self._running: dict[int, Child] = {}
        self._born = 0
        self._closed = False
        self._spares = deque(self._spawn() for _ in range(max(1, spares)))

    @property
    def alive(self) -> bool:
        """Whether children can be taken."""
        return not self._closed

    def take(self) -> Child:
        """A child that nobody else has.

        Raises:
            SandboxLost: This was closed.
        """
        with self._lock:
            if self._closed:
                raise SandboxLost("the sandbox was closed")
            self._spares.append(self._spawn())
            return self._spares.popleft()

    def replenish(self) -> None:
        """Nothing to do: taking one starts the next."""

    def close(self) -> None:
        """End every child."""
        with self._lock:
            self._closed = True
        for child in list(self._running.values()):
            child.close()
        self._folders.remove_all()

    def _spawn(self) -> Child:
        ours, theirs = socket.socketpair()
        output, output_end = os.pipe()
        errors, errors_end = os.pipe()
        self._born += 1
        words = [self._where, str(theirs.fileno()), json.dumps(asdict(self._limits)), json.dumps(sys.path)]
        folder = self._folders.make(self._born)
        process = subprocess.Popen(
            [sys.executable, "-c", _BOOTSTRAP, str(_PACKAGE), *words],
            stdin=subprocess.DEVNULL,
            stdout=output_end,
            stderr=errors_end,
            pass_fds=[theirs.fileno()],
            cwd=folder,
            env={name: os.environ[name] for name in _KEPT if name in os.environ} | {"HOME": str(folder)},
            start_new_session=True,
        )
        theirs.close()
        os.close(output_end)
        os.close(errors_end)
        child = Child(self._born, process.pid, (ours.detach(), output, errors), self._limits, self._kill)
        self._running[child.number] = child
        threading.Thread(target=self._follow, args=(child, process), daemon=True).start()
        return child

    def _follow(self, child: Child, process: subprocess.Popen[bytes]) -> None:
        """Watch one child's memory and wait for its end."""
        pid = 0
        while pid == 0:
            child.saw_memory(private_bytes(process.pid) or 0, limited=True)
            child.ending(_LOOK_SECONDS)
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(status)  # it was waited for here, not there
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        self._folders.remove(child.number)
        self._running.pop(child.number, None)
        child.has_ended({"code": process.returncode, "cpu": used.ru_utime + used.ru_stime})

    def _kill(self, message: dict[str, Any]) -> None:
        child = self._running.get(message["child"])
        if child is not None:
            with contextlib.suppress(OSError):
                os.killpg(child.pid, signal.SIGKILL)
