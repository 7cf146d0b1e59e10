"""The messages between the judge and its zygote: JSON, one a packet, with file descriptors beside it."""

from __future__ import annotations

import array
import json
import os
import socket
import struct
from dataclasses import dataclass
from typing import Any

_MAX_BYTES = 4096
_MAX_DESCRIPTORS = 4
_CREDENTIALS = "iII"


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it arrives.

    Args:
        message: What was sent.
        descriptors: Our own copies of what came beside it.
        process: The process it names, by the id that the receiver knows it by; the kernel's word.
    """

    message: dict[str, Any]
    descriptors: tuple[int, ...] = ()
    process: int | None = None


def pair() -> tuple[socket.socket, socket.socket]:
    """Two ends that keep messages apart; the first learns which process a message names."""
    first, second = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    first.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
    return first, second


def send(
    end: socket.socket, message: dict[str, Any], descriptors: tuple[int, ...] = (), *, process: int | None = None
) -> None:
    """Send one message.

    Args:
        end: Where.
        message: Anything JSON can say, a few hundred bytes.
        descriptors: The other end gets copies of these.
        process: The id of a process to name: our own, or any that we rule.

    Raises:
        OSError: The other end is gone.
    """
    beside = []
    if descriptors:
        beside.append((socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors).tobytes()))
    if process is not None:
        named = struct.pack(_CREDENTIALS, process, os.getuid(), os.getgid())
        beside.append((socket.SOL_SOCKET, socket.SCM_CREDENTIALS, named))
    end.sendmsg([json.dumps(message).encode("ascii")], beside, socket.MSG_NOSIGNAL)


def receive(end: socket.socket) -> Heard | None:
    """Wait for the next message; None when the other end is gone."""
    room = socket.CMSG_SPACE(_MAX_DESCRIPTORS * 4) + socket.CMSG_SPACE(struct.calcsize(_CREDENTIALS))
    try:
        data, beside, _, _ = end.recvmsg(_MAX_BYTES, room, socket.MSG_CMSG_CLOEXEC)
    except ConnectionError:
        return None
    descriptors = array.array("i")
    process = None
    for level, kind, content in beside:
        if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
            descriptors.frombytes(content[: len(content) - len(content) % descriptors.itemsize])
        elif (level, kind) == (socket.SOL_SOCKET, socket.SCM_CREDENTIALS):
            process = struct.unpack(_CREDENTIALS, content)[0]
    return Heard(json.loads(data), tuple(descriptors), process) if data else None
