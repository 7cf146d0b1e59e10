"""The filter on system calls: a small program for the kernel's packet-filter machine, assembled here.

Allowed is what the tables in ``syscalls`` allow. No process and no thread can be started, no socket be made, no program
be executed. Calls by the numbers of another architecture (32-bit x86, x32) end the process.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import struct

from evalmode_runner.sandbox import libc, privileges, syscalls

_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_X32_BIT = 0x40000000

_SET_MODE_FILTER = 1
_KILL = 0x80000000
_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000

# Opcodes of the machine: load a word, jump if equal, jump if greater or equal, return.
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
# Where the kernel puts the call: its number, the architecture, then six arguments of 64 bits, low half first.
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16

Instruction = tuple[int, int, int, int]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def put_on(process: int) -> None:
    """Put the filter on this process, for good.

    Args:
        process: Its own id, which it may send signals to.

    Raises:
        OSError: The kernel has no such filters, or they are not known for this architecture.
    """
    code = program(libc.machine(), process)
    privileges.forbid_new()
    argument = _Program(len(code) // 8, code)
    libc.seccomp(_SET_MODE_FILTER, 0, ctypes.byref(argument))


@functools.lru_cache(maxsize=4)
def program(machine: str, process: int) -> bytes:
    """The filter's instructions.

    Args:
        machine: Architecture.
        process: The id of the process that may be signalled.

    Raises:
        OSError: The architecture is unknown.
    """
    if machine not in _ARCHITECTURES:
        raise OSError(errno.ENOSYS, f"no filter for {machine}")
    column, architecture = _ARCHITECTURES[machine]
    code: list[Instruction] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        *_unless_equal(architecture, _KILL),
        (_LOAD, 0, 0, _NUMBER),
    ]
    if machine == "x86_64":
        code += [(_AT_LEAST, 0, 1, _X32_BIT), (_RETURN, 0, 0, _KILL)]
    for number in _column(syscalls.ALLOWED, column):
        code += _if_equal(number, _ALLOW)
    for number in _column(syscalls.ON_ITSELF, column):
        code += _if_argument(number, 0, (process,))
    code += _if_argument(syscalls.PRLIMIT[column], 0, (0, process))
    code += _if_argument(syscalls.PRCTL[column], 0, syscalls.PRCTL_ALLOWED)
    code += _if_argument(syscalls.IOCTL[column], 1, syscalls.IOCTL_ALLOWED)
    for number in _column(syscalls.FATAL, column):
        code += _if_equal(number, _KILL)
    # "There is no such call" makes the C library fall back on the older one, which is then refused.
    code += _if_equal(syscalls.CLONE3[column], _ERRNO | errno.ENOSYS)
    code.append((_RETURN, 0, 0, _ERRNO | errno.EPERM))
    return b"".join(struct.pack("HBBI", *instruction) for instruction in code)


def _column(table: syscalls.Numbers, column: int) -> list[int]:
    return [number for numbers in table.values() if (number := numbers[column]) is not None]


def _if_equal(value: int, result: int) -> list[Instruction]:
    return [(_EQUAL, 0, 1, value), (_RETURN, 0, 0, result)]


def _unless_equal(value: int, result: int) -> list[Instruction]:
    return [(_EQUAL, 1, 0, value), (_RETURN, 0, 0, result)]


def _if_argument(number: int, position: int, values: tuple[int, ...]) -> list[Instruction]:
    """Allow a call when one argument has one of some values, else refuse it.

    The kernel looks at the lower 32 bits of these arguments only, and so does this.
    """
    tests = [instruction for value in values for instruction in _if_equal(value, _ALLOW)]
    body = [(_LOAD, 0, 0, _ARGUMENTS + 8 * position), *tests, (_RETURN, 0, 0, _ERRNO | errno.EPERM)]
    return [(_EQUAL, 0, len(body), number), *body]
