"""Finds out which layers hold on this machine: each is really put on in a throw-away process, and then tested there."""

from __future__ import annotations

import functools
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

from evalmode_runner.sandbox import box, environment, landlock, libc, namespaces, privileges, rlimits, seccomp, tree
from evalmode_runner.sandbox.layers import LAYERS, Plan
from evalmode_runner.sandbox.memory import private_bytes
from evalmode_runner.sandbox.reading import Readable, readable
from evalmode_runner.sandbox.values import Limits

if TYPE_CHECKING:
    from collections.abc import Callable

_MAX_BYTES = 1000


def probe(wanted: frozenset[str], libraries: tuple[str, ...]) -> tuple[Plan, dict[str, str]]:
    """Try each wanted layer.

    Args:
        wanted: Names of layers.
        libraries: The modules whose installations stay readable.

    Returns:
        A plan of the layers that hold, and why the others do not.
    """
    if not wanted:
        return Plan(), {}
    user_namespace = False
    failures: dict[str, str] = {}
    may_read = readable(libraries)
    if wanted & {"namespaces", "tree", "box"}:
        user_namespace = _attempt(lambda: libc.unshare(libc.CLONE_NEWNS)) is not None
    outer = namespaces.enter_user_namespace if user_namespace else _nothing
    for layer in [name for name in LAYERS if name in wanted]:
        if layer == "box" and "tree" not in wanted - set(failures):
            failures[layer] = "it needs the tree"  # without one it would be mounted over the machine's own folders
            continue
        reason = _attempt(functools.partial(_try, layer, outer, may_read))
        if reason is not None:
            failures[layer] = reason
    held = wanted - set(failures)
    return Plan(held, user_namespace and bool(held & {"namespaces", "tree", "box"})), failures


def _try(layer: str, outer: Callable[[], None], may_read: Readable) -> None:
    if layer == "namespaces":
        outer()
        _try_namespaces()
    elif layer in {"tree", "box"}:
        outer()
        namespaces.leave_mounts()
        tree.enter(may_read, None)
        if layer == "tree":
            _expect(not Path("/etc/passwd").exists(), "the machine's files are still seen")
        else:
            box.mount(tree.BOX, Limits())
            room = os.statvfs(tree.BOX)
            _expect(room.f_blocks * room.f_frsize <= Limits().box_bytes, "its size has no limit")
    elif layer == "landlock":
        landlock.put_on(landlock.rules(may_read, Path("/")))
        _expect(_refused(lambda: Path("/etc/passwd").symlink_to("/etc/group")), "a link could be made")
    elif layer == "seccomp":
        _try_seccomp()
    elif layer == "privileges":
        privileges.drop()
        _expect(os.geteuid() != 0, "still root")
        _expect("CapEff:\t0000000000000000" in Path("/proc/thread-self/status").read_text(), "still with capabilities")
    elif layer == "rlimits":
        rlimits.limit(Limits(), rlimits.address_space_bytes())
    elif layer == "memory":
        _expect(private_bytes(os.getppid()) is not None, "/proc tells nothing of other processes")
    elif layer == "environment":
        os.environ["SANDBOX_PROBE"] = "1"
        environment.scrub("/")
        _expect("SANDBOX_PROBE" not in os.environ, "a variable is still there")


def _attempt(action: Callable[[], None]) -> str | None:
    """Act in a throw-away process: None when all went well, else what went wrong."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            action()
        except BaseException as error:  # noqa: BLE001 - whatever it was, it is reported
            said = getattr(error, "strerror", None) or str(error) or type(error).__name__
            os.write(writes, said.encode()[:_MAX_BYTES])
            os._exit(1)
        finally:
            os._exit(0)
    os.close(writes)
    with os.fdopen(reads, "rb") as words:
        said = words.read(_MAX_BYTES).decode("utf-8", "replace")
    _, status = os.waitpid(pid, 0)
    return None if status == 0 else said or f"ended with status {status}"


def _try_namespaces() -> None:
    libc.unshare(libc.CLONE_NEWPID)
    namespaces.leave_network_and_names()
    first = _attempt(lambda: _expect(os.getpid() == 1, "processes of others have numbers here"))
    _expect(first is None, str(first))


def _try_seccomp() -> None:
    seccomp.put_on(os.getpid())
    _expect(_refused(lambda: socket.socket(socket.AF_UNIX).close()), "a socket could be made")
    _expect(_refused(lambda: os.kill(os.getppid(), 0)), "another process could be signalled")
    _expect(_refused(os.fork), "a process could be started")


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise OSError(otherwise)


def _refused(action: Callable[[], object]) -> bool:
    try:
        action()
    except OSError:
        return True
    return False


def _nothing() -> None:
    pass
