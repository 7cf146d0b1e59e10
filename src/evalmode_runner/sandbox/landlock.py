"""Landlock: the kernel's own rules for files, for processes without any privilege.

The rule set is made once, by the zygote; a child only puts it on. A rule for a folder holds for what is mounted in it
later, so one rule on the folder where the boxes are mounted serves the box of every child.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
from pathlib import Path
from typing import TYPE_CHECKING

from evalmode_runner.sandbox import libc, privileges
from evalmode_runner.sandbox.reading import DEVICES, Readable

if TYPE_CHECKING:
    from collections.abc import Iterable

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_ASK_VERSION = 1
_PATH_BENEATH = 1

_WRITE_FILE = 1 << 1
_READ_FILE = 1 << 2
_READ_DIR = 1 << 3
_REMOVE_DIR = 1 << 4
_REMOVE_FILE = 1 << 5
_MAKE_DIR = 1 << 7
_MAKE_REG = 1 << 8
_REFER = 1 << 13
_TRUNCATE = 1 << 14
_READ = _READ_FILE | _READ_DIR
# Files and folders only: no links, pipes, sockets or devices that somebody trusted might stumble over.
_BOX = _READ | _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _REFER | _TRUNCATE
_FILE_ONLY = _WRITE_FILE | _READ_FILE | _TRUNCATE

# What each version of the interface can govern: the file rights, the network rights, the scopes.
_FILES = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF, 5: 0xFFFF}
_NETWORK_SINCE, _NETWORK = 4, 0b11
_SCOPES_SINCE, _SCOPES = 6, 0b11


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("rights", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """The version of the interface this kernel has.

    Raises:
        OSError: It has none, or it was not switched on.
    """
    return libc.syscall("landlock_create_ruleset", _CREATE_RULESET, ctypes.c_void_p(None), 0, _ASK_VERSION)


def rules(readable: Readable, box: Path) -> int:
    """Make the rule set: a descriptor, closed on exec like all of Python's.

    Args:
        readable: What may be read.
        box: Where files may be made.

    Raises:
        OSError: The kernel has no Landlock.
    """
    newest = version()
    files = _FILES[min(newest, max(_FILES))]
    ruleset = _Ruleset(files=files)
    size = 8
    if newest >= _NETWORK_SINCE:
        ruleset.network, size = _NETWORK, 16
    if newest >= _SCOPES_SINCE:
        ruleset.scopes, size = _SCOPES, 24
    descriptor = libc.syscall("landlock_create_ruleset", _CREATE_RULESET, ctypes.byref(ruleset), size, 0)
    _allow(descriptor, readable.listed, _READ_DIR)
    _allow(descriptor, readable.allowed, _READ)
    _allow(descriptor, map(Path, DEVICES), _READ_FILE | _WRITE_FILE)
    _allow(descriptor, [box], _BOX & files)
    return descriptor


def put_on(descriptor: int) -> None:
    """Put the rules on this process and all it will start, for good."""
    privileges.forbid_new()
    libc.syscall("landlock_restrict_self", _RESTRICT_SELF, descriptor, 0)


def _allow(ruleset: int, paths: Iterable[Path], rights: int) -> None:
    for path in paths:
        with contextlib.suppress(FileNotFoundError, PermissionError):  # what cannot be reached needs no rule
            parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
            try:
                granted = rights if path.is_dir() else rights & _FILE_ONLY
                beneath = _Beneath(rights=granted, parent=parent)
                libc.syscall("landlock_add_rule", _ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(beneath), 0)
            finally:
                os.close(parent)
