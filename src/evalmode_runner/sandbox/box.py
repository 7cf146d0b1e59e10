"""The box: the one folder a child may write to."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from evalmode_runner.sandbox import libc
from evalmode_runner.sandbox.namespaces import NOBODY

if TYPE_CHECKING:
    from evalmode_runner.sandbox.values import Limits


def mount(target: str, limits: Limits) -> None:
    """Give this process an empty folder in memory that nobody else sees and that ends with it; needs the tree.

    Args:
        target: Where.
        limits: How large it may grow, and how many files it may hold.
    """
    user, group = owner()
    libc.unshare(libc.CLONE_NEWNS)
    # One more file than allowed: the folder itself counts.
    data = f"size={limits.box_bytes},nr_inodes={limits.box_files + 1},mode=700,uid={user},gid={group}"
    libc.mount("box", target, "tmpfs", libc.MS_NOSUID | libc.MS_NODEV | libc.MS_NOEXEC, data)
    os.chdir(target)


def owner() -> tuple[int, int]:
    """Whose the box is: the user and group a child ends up as."""
    return (NOBODY, NOBODY) if os.geteuid() == 0 else (os.geteuid(), os.getegid())


class Folders:
    """Where no mounts can be made: folders on disk, one a child, removed when it has ended.

    Attributes:
        base: The folder they are in.
    """

    def __init__(self) -> None:
        self.base = Path(tempfile.mkdtemp(prefix="evalmode-"))
        self.base.chmod(0o711)

    def make(self, number: int) -> Path:
        """An empty folder for one child."""
        folder = self.base / str(number)
        folder.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(folder, *owner())
        return folder

    def remove(self, number: int) -> None:
        """Remove one child's folder, and nothing a link in it points to."""
        shutil.rmtree(self.base / str(number), ignore_errors=True)

    def remove_all(self) -> None:
        """Remove what is left."""
        shutil.rmtree(self.base, ignore_errors=True)
