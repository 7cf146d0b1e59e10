"""The tree: a root folder in memory, read-only, with the libraries bound into it and nothing else of the machine."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from evalmode_runner.sandbox import libc
from evalmode_runner.sandbox.reading import DEVICES, Readable

BOXES = "/box"
BOX = BOXES + "/files"  # a rule of Landlock on a folder does not hold for what is mounted on it, one on its parent does
_BASE = "/tmp"  # noqa: S108 - any folder that exists; what is mounted there is seen in this namespace only


def enter(readable: Readable, folders: Path | None) -> None:
    """Make a new tree and make it this process's root; call it in a mount namespace of its own.

    Args:
        readable: What of the machine the tree shows.
        folders: A folder on disk that becomes the box's place, where the box is no mount of its own.

    Raises:
        OSError: A mount was refused.
    """
    # Opened before anything is mounted over, for the base may lie above a source.
    devices = [Path(name) for name in DEVICES if Path(name).exists()]
    sources = {path: os.open(path, os.O_PATH | os.O_CLOEXEC) for path in [*readable.folders, *devices]}
    shared = os.open(folders, os.O_PATH | os.O_CLOEXEC) if folders else None
    libc.mount("sandbox", _BASE, "tmpfs", libc.MS_NOSUID, "size=1m,mode=755")
    for path, descriptor in sources.items():
        if path not in devices:
            _bind(descriptor, path, libc.MS_RDONLY | libc.MS_NOSUID | libc.MS_NODEV)
            _hide(readable, below=path)
    for path in devices:
        _bind(sources[path], path, libc.MS_NOSUID | libc.MS_NOEXEC)
    Path(_BASE + BOX).mkdir(mode=0o755, parents=True)
    if shared is not None:
        _bind(shared, Path(BOX), libc.MS_NOSUID | libc.MS_NODEV)
        os.close(shared)
    for descriptor in sources.values():
        os.close(descriptor)
    _become_root()


def _bind(source: int, path: Path, flags: int) -> None:
    target = Path(_BASE + str(path))
    if Path(f"/proc/self/fd/{source}").is_dir():
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    libc.mount(f"/proc/self/fd/{source}", str(target), None, libc.MS_BIND | libc.MS_REC)
    _restrict(str(target), flags)


def _restrict(target: str, flags: int) -> None:
    try:
        libc.restrict_mounts(target, flags)
    except OSError as error:
        if error.errno != errno.ENOSYS:
            raise
        # Before Linux 5.12 a mount is restricted alone; flags it came with may not be taken off by a user.
        came_with = os.statvfs(target).f_flag & (libc.MS_RDONLY | libc.MS_NOSUID | libc.MS_NODEV | libc.MS_NOEXEC)
        libc.mount(None, target, None, libc.MS_REMOUNT | libc.MS_BIND | flags | came_with)


def _hide(readable: Readable, *, below: Path) -> None:
    for path in readable.hidden:
        if path.parent == below:
            target = _BASE + str(path)
            if Path(target).is_dir():
                libc.mount(
                    "hidden", target, "tmpfs", libc.MS_RDONLY | libc.MS_NOSUID | libc.MS_NODEV, "size=4k,mode=755"
                )
            else:
                libc.mount("/dev/null", target, None, libc.MS_BIND)


def _become_root() -> None:
    os.chdir(_BASE)
    libc.pivot_root(".", ".")
    with contextlib.suppress(OSError):
        os.chdir("/")
    libc.unmount(".", libc.MNT_DETACH)
    os.chdir("/")
    libc.mount(None, "/", None, libc.MS_REMOUNT | libc.MS_BIND | libc.MS_RDONLY | libc.MS_NOSUID | libc.MS_NODEV)
