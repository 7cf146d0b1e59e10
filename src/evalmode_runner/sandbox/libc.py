"""The C library's and the kernel's calls that Python has no name for, with errors as ``OSError``. Linux only."""

from __future__ import annotations

import ctypes
import functools
import os

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY = 1
MS_NOSUID = 2
MS_NODEV = 4
MS_NOEXEC = 8
MS_REMOUNT = 32
MS_BIND = 4096
MS_REC = 16384
MS_PRIVATE = 1 << 18
MNT_DETACH = 2

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_KEEPCAPS = 8
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4

_AT_RECURSIVE = 0x8000
_SYS_MOUNT_SETATTR = 442  # the numbers from 424 on are the same on every architecture
_SYS_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_SYS_CAPSET = {"x86_64": 126, "aarch64": 91}
_SYS_SECCOMP = {"x86_64": 317, "aarch64": 277}


@functools.cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def machine() -> str:
    """The architecture's name as the kernel gives it."""
    return os.uname().machine


def syscall(name: str, number: int, *arguments: object) -> int:
    """Make one system call.

    Args:
        name: For the message of the error.
        number: The call's number on this architecture.
        arguments: Integers, or ctypes pointers and values.

    Raises:
        OSError: The kernel refused.
    """
    widened = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    call = _library().syscall
    call.restype = ctypes.c_long
    return _checked(int(call(ctypes.c_long(number), *widened)), name)


def unshare(flags: int) -> None:
    """Leave the namespaces named by the flags for new ones; a new pid namespace begins with the next child."""
    _checked(_library().unshare(ctypes.c_int(flags)), "unshare")


def setns(descriptor: int, flags: int) -> None:
    """Join the namespace the descriptor refers to."""
    _checked(_library().setns(ctypes.c_int(descriptor), ctypes.c_int(flags)), "setns")


def name_host(name: str) -> None:
    """Set the host name of this process's namespace."""
    encoded = name.encode("ascii")
    _checked(_library().sethostname(encoded, ctypes.c_size_t(len(encoded))), "sethostname")


def mount(source: str | None, target: str, kind: str | None, flags: int, data: str | None = None) -> None:
    """Mount, bind or remount."""
    encoded = [None if text is None else os.fsencode(text) for text in (source, target, kind, data)]
    result = _library().mount(encoded[0], encoded[1], encoded[2], ctypes.c_ulong(flags), encoded[3])
    _checked(result, f"mount on {target}")


def unmount(target: str, flags: int = 0) -> None:
    """Take a mount away."""
    _checked(_library().umount2(os.fsencode(target), ctypes.c_int(flags)), f"umount {target}")


def pivot_root(new_root: str, put_old: str) -> None:
    """Make one mount the root of this mount namespace and put the old root elsewhere."""
    number = _SYS_PIVOT_ROOT[machine()]
    syscall("pivot_root", number, ctypes.c_char_p(os.fsencode(new_root)), ctypes.c_char_p(os.fsencode(put_old)))


class _MountAttributes(ctypes.Structure):
    _fields_ = (
        ("attr_set", ctypes.c_uint64),
        ("attr_clr", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("userns_fd", ctypes.c_uint64),
    )


def restrict_mounts(target: str, flags: int) -> None:
    """Set MS_RDONLY, MS_NOSUID, MS_NODEV or MS_NOEXEC on a mount and on all below it."""
    attributes = _MountAttributes(attr_set=flags)
    path = ctypes.c_char_p(os.fsencode(target))
    size = ctypes.sizeof(attributes)
    syscall("mount_setattr", _SYS_MOUNT_SETATTR, -100, path, _AT_RECURSIVE, ctypes.byref(attributes), size)


def prctl(option: int, second: int = 0, third: int = 0) -> int:
    """Set or ask a property of this process."""
    rest = (ctypes.c_ulong(second), ctypes.c_ulong(third), ctypes.c_ulong(0), ctypes.c_ulong(0))
    return _checked(_library().prctl(ctypes.c_int(option), *rest), f"prctl {option}")


class _CapabilityHeader(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


def drop_capabilities() -> None:
    """Give up every capability, effective, permitted and inheritable."""
    header = _CapabilityHeader(version=0x20080522, pid=0)
    nothing = (ctypes.c_uint32 * 6)()
    syscall("capset", _SYS_CAPSET[machine()], ctypes.byref(header), ctypes.byref(nothing))


def seccomp(operation: int, flags: int, argument: object) -> None:
    """The call of the same name."""
    syscall("seccomp", _SYS_SECCOMP[machine()], operation, flags, argument)


def erase(start: int, end: int) -> None:
    """Fill this process's own memory from one address to another with zeros."""
    ctypes.memset(start, 0, end - start)
