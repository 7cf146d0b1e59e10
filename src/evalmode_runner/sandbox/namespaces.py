"""Namespaces: a process that cannot name the machine's other processes, networks, mounts or users."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from evalmode_runner.sandbox import libc

NOBODY = 65534


def enter_user_namespace() -> None:
    """Become all-powerful over new namespaces, and over nothing else; keeps the user's own ids.

    Raises:
        OSError: The system has no user namespaces, or not for this user.
    """
    user, group = os.geteuid(), os.getegid()
    libc.unshare(libc.CLONE_NEWUSER)
    own = Path("/proc/self")
    if user != 0:  # the kernel's condition for mapping a group without being root
        with contextlib.suppress(FileNotFoundError):
            own.joinpath("setgroups").write_text("deny", encoding="ascii")
    own.joinpath("uid_map").write_text(_map(user), encoding="ascii")
    own.joinpath("gid_map").write_text(_map(group), encoding="ascii")


def _map(own_id: int) -> str:
    lines = [f"{own_id} {own_id} 1"]
    if own_id == 0:
        lines.append(f"{NOBODY} {NOBODY} 1")  # whom a root may become later
    return "\n".join(lines)


class PidNamespaces:
    """Gives each next child of this process a pid namespace of its own."""

    def __init__(self) -> None:
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)

    def renew(self) -> None:
        """The next fork's child is the first process of a new namespace; when it ends, all in there end."""
        # A second unshare is refused while the children's namespace is not our own.
        libc.setns(self._own, libc.CLONE_NEWPID)
        libc.unshare(libc.CLONE_NEWPID)


def leave_network_and_names() -> None:
    """New, empty network, inter-process objects and host name, for this process and all it forks."""
    libc.unshare(libc.CLONE_NEWNET | libc.CLONE_NEWIPC | libc.CLONE_NEWUTS)
    libc.name_host("sandbox")  # a new namespace begins with the old name


def leave_mounts() -> None:
    """From now on no mount made here is seen elsewhere, nor the other way round."""
    libc.unshare(libc.CLONE_NEWNS)
    libc.mount(None, "/", None, libc.MS_REC | libc.MS_PRIVATE)
