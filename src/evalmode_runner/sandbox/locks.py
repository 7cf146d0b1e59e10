"""Puts the layers of a plan on: those of the zygote once, those of a child after each fork."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from evalmode_runner.sandbox import box, environment, landlock, libc, namespaces, privileges, rlimits, seccomp, tree
from evalmode_runner.sandbox.reading import Readable, readable

if TYPE_CHECKING:
    from evalmode_runner.sandbox.layers import Plan
    from evalmode_runner.sandbox.values import Limits


_FIRST = 1  # the process id of a child in a namespace of its own


class Locks:
    """The locks of one zygote; made in it, and then used in every child it forks."""

    def __init__(self, plan: Plan, limits: Limits, libraries: tuple[str, ...], folders: box.Folders | None) -> None:
        """Lock the calling process, the zygote, away.

        Args:
            plan: The layers.
            limits: What each child may use.
            libraries: The modules whose installations stay readable.
            folders: Where the children's folders are made when the plan has no box.

        Raises:
            OSError: A layer of the plan does not hold.
        """
        self._plan = plan
        self._limits = limits
        self._address_space = rlimits.address_space_bytes()
        self._pids: namespaces.PidNamespaces | None = None
        self._folders = folders
        self._readable: Readable | None = readable(libraries) if plan.has("tree") or plan.has("landlock") else None
        self._rules: int | None = None
        self._zygote = os.getpid()
        if plan.has("namespaces"):
            namespaces.leave_network_and_names()
            self._pids = namespaces.PidNamespaces()
        # What is the same for every child is done once.
        if plan.has("privileges"):
            privileges.drop_for_programs()
        if plan.has("seccomp"):
            seccomp.program(libc.machine(), _FIRST)
        if plan.has("environment"):
            environment.scrub(tree.BOX)
        if plan.has("tree") and self._readable:
            namespaces.leave_mounts()
            tree.enter(self._readable, folders.base if folders else None)
            if folders:
                folders.base = Path(tree.BOX)
        if plan.has("landlock") and self._readable and not self._folders:
            self._rules = landlock.rules(self._readable, Path(tree.BOXES))

    def before_fork(self) -> None:
        """What the zygote does before each fork."""
        if self._pids:
            self._pids.renew()

    def lock(self, number: int, channel: int) -> None:
        """Lock the calling process, a new child, away.

        Args:
            number: The child's number.
            channel: The one descriptor beside 0, 1 and 2 that stays open.

        Raises:
            OSError: A layer does not hold.
        """
        plan = self._plan
        rules = self._enter_box(number)
        if plan.has("rlimits"):
            rlimits.limit(self._limits, self._address_space)
        if plan.has("privileges"):
            privileges.drop()
        self._die_with_zygote()
        if rules is not None:
            landlock.put_on(rules)
        if plan.has("descriptors"):
            os.closerange(3, channel)
            os.closerange(channel + 1, os.sysconf("SC_OPEN_MAX"))
        if plan.has("seccomp"):
            seccomp.put_on(os.getpid())

    def clear(self, number: int) -> None:
        """Remove what a child that has ended left on disk; called by the zygote."""
        if self._folders:
            self._folders.remove(number)

    def _enter_box(self, number: int) -> int | None:
        """Go to this child's own folder; gives its file rules, if there are any."""
        if self._folders is None:
            box.mount(tree.BOX, self._limits)
            return self._rules
        folder = self._folders.make(number)
        os.chdir(folder)
        if self._plan.has("landlock") and self._readable:
            return landlock.rules(self._readable, folder)
        return None

    def _die_with_zygote(self) -> None:
        # After the change of user, which would undo it.
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
        if self._pids is None and os.getppid() != self._zygote:
            os._exit(1)  # it died before we could ask
