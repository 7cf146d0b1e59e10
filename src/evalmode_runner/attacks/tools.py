"""What a program finds in the child: the facts it may know, and a few shortcuts. Also the entry that runs it."""

from __future__ import annotations

import array
import contextlib
import ctypes
import importlib
import json
import os
import socket
import struct
from types import SimpleNamespace
from typing import Any

# The modules that programs use: in some sandboxes the standard library's files can be read no more, and a program must
# not fail for that.
_USED = """
asyncio concurrent.futures.thread fcntl glob importlib.machinery linecache mmap multiprocessing.popen_fork pathlib pty
resource shutil stat subprocess urllib.request
"""
for _name in _USED.split():
    with contextlib.suppress(ImportError):
        importlib.import_module(_name)

#: What a child says when all its locks are on and no program has run.
READY = b"r"
#: Where things are that the program goes for: paths, ports, process ids; never a secret.
facts: Any = SimpleNamespace()
#: The child's end of the talk with the trusted side, which takes whatever comes.
channel: Any = None


def perform(end: socket.socket) -> None:
    """The entry of a child: receive a program and the facts, and run it."""
    global channel  # noqa: PLW0603 - the programs import it from here
    channel = end
    end.sendall(READY)
    size = struct.unpack("!I", _exactly(end, 4))[0]
    order = json.loads(_exactly(end, size))
    vars(facts).update(order["facts"])
    exec(compile(order["source"], order["name"], "exec"), {"__name__": "__main__"})  # noqa: S102 - that is the job


def hand_over(*descriptors: int) -> None:
    """Give the trusted side copies of open descriptors, for it to see what they are."""
    rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors).tobytes())
    channel.sendmsg([b"."], [rights])


def call(number: int, *arguments: object) -> int:
    """Make a system call by its number.

    Raises:
        OSError: The kernel refused.
    """
    function = ctypes.CDLL(None, use_errno=True).syscall
    function.restype = ctypes.c_long
    widened = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    result = int(function(ctypes.c_long(number), *widened))
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def number(name: str) -> int:
    """The number of a system call on this machine."""
    column = {"x86_64": 0, "aarch64": 1}[os.uname().machine]
    return _NUMBERS[name][column]


_NUMBERS = {
    "open": (2, -1),
    "openat": (257, 56),
    "socket": (41, 198),
    "clone": (56, 220),
    "clone3": (435, 435),
    "fork": (57, -1),
    "vfork": (58, -1),
    "kill": (62, 129),
    "tgkill": (234, 131),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "perf_event_open": (298, 241),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "inotify_init1": (294, 26),
    "fanotify_init": (300, 262),
    "timerfd_create": (283, 85),
    "add_key": (248, 217),
    "keyctl": (250, 219),
    "request_key": (249, 218),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "msgget": (68, 186),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "semget": (64, 190),
    "semctl": (66, 191),
    "mq_open": (240, 180),
    "mq_timedsend": (242, 182),
    "mq_timedreceive": (243, 183),
    "unshare": (272, 97),
    "execve": (59, 221),
    "execveat": (322, 281),
    "openat2": (437, 437),
    "mount": (165, 40),
    "sched_setscheduler": (144, 119),
    "ioprio_set": (251, 30),
    "setpriority": (141, 140),
    "clock_settime": (227, 112),
    "landlock_create_ruleset": (444, 444),
    "sched_setaffinity": (203, 122),
    "syslog": (103, 116),
    "personality": (135, 92),
}


def _exactly(end: socket.socket, size: int) -> bytes:
    received = b""
    while len(received) < size:
        chunk = end.recv(size - len(received))
        if not chunk:
            raise EOFError
        received += chunk
    return received
