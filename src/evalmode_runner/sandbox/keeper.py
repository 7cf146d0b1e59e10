"""The keeper: forked before anything secret was read, it finds out what holds here and starts zygotes, again if need.

It stays outside all layers but runs nothing of a submission, knows nothing, and ends with the judge.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from evalmode_runner.sandbox import control, libc, namespaces
from evalmode_runner.sandbox.box import Folders
from evalmode_runner.sandbox.locks import Locks
from evalmode_runner.sandbox.nursery import Nursery
from evalmode_runner.sandbox.probe import probe

if TYPE_CHECKING:
    from evalmode_runner.sandbox.layers import Plan
    from evalmode_runner.sandbox.values import Limits

if TYPE_CHECKING:
    from evalmode_runner.sandbox.newborn import Entry


@dataclass(frozen=True, slots=True)
class Order:
    """What zygotes are to be like.

    Args:
        entry: What runs in each child.
        limits: What each child may use.
        wanted: The layers that are tried.
        libraries: The modules whose installations stay readable.
    """

    entry: Entry
    limits: Limits
    wanted: frozenset[str]
    libraries: tuple[str, ...]


def keep(judges_end: socket.socket, end: socket.socket, order: Order) -> NoReturn:
    """Be the keeper, in a process just forked from the judge: report what holds, start zygotes when asked, end."""
    try:
        judges_end.close()
        _stand_alone(end, order)
        _warm()
        plan, failures = probe(order.wanted, order.libraries)
        control.send(end, {"did": "probe", "layers": sorted(plan.layers), "failures": failures})
        _serve(end, order, plan)
    except BaseException:  # noqa: BLE001 - said on standard error, and the judge sees the channel close
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(0)


def _stand_alone(end: socket.socket, order: Order) -> None:
    """Let go of what is the judge's: its group, its terminal's signals, its descriptors."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1) if _is_open(2) else (0, 1, 2):
        os.dup2(nothing, standard)
    if "descriptors" in order.wanted:
        os.closerange(3, end.fileno())
        os.closerange(end.fileno() + 1, os.sysconf("SC_OPEN_MAX"))


def _warm() -> None:
    """Prepare torch, where it was imported, for being forked.

    A fork has none of its parent's threads, and would wait for them for ever: so there is to be one. And torch looks at
    the processor now, for in a child there is no /proc to look at, and it would complain.
    """
    torch = sys.modules.get("torch")
    if torch is not None:
        with contextlib.suppress(AttributeError):
            torch.set_num_threads(1)
            torch.backends.cpu.get_cpu_capability()


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def _serve(end: socket.socket, order: Order, plan: Plan) -> None:
    folders = None if plan.has("box") else Folders()
    shepherd: int | None = None
    try:
        while (asked := control.receive(end)) is not None:
            (descriptor,) = asked.descriptors
            _end(shepherd)
            shepherd = os.fork()
            if shepherd == 0:
                end.close()
                _shepherd(socket.socket(fileno=descriptor), order, plan, folders)
            os.close(descriptor)
    finally:
        _end(shepherd)
        if folders:
            folders.remove_all()


def _shepherd(judge: socket.socket, order: Order, plan: Plan, folders: Folders | None) -> NoReturn:
    """Be the zygote's parent, for a pid namespace begins with a child; a process enters one user namespace, once."""
    try:
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
        if plan.user_namespace:
            namespaces.enter_user_namespace()
        if plan.has("namespaces"):
            libc.unshare(libc.CLONE_NEWPID)
        zygote = os.fork()
        if zygote == 0:
            _be_zygote(judge, order, plan, folders)
        judge.close()
        os.waitpid(zygote, 0)
    except BaseException:  # noqa: BLE001 - said on standard error, and the judge sees the channel close
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(0)


def _end(zygote: int | None) -> None:
    if zygote is not None:
        with contextlib.suppress(OSError):
            os.kill(zygote, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(zygote, 0)


def _be_zygote(judge: socket.socket, order: Order, plan: Plan, folders: Folders | None) -> NoReturn:
    try:
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
        locks = Locks(plan, order.limits, order.libraries, folders)
        Nursery(judge, order.entry, locks, name_children=plan.has("namespaces")).serve()
    except BaseException:  # noqa: BLE001 - said on standard error, and the judge sees the channel close
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(0)
