"""Calls into the kernel by the doors of other x86 interfaces: 32 bits, and x32."""

from __future__ import annotations

import ctypes
import mmap
import struct

from evalmode_runner.attacks.tools import call

X32_BIT = 0x40000000
_IA32_GETPID = 20


def ia32(number: int, first: int = 0, second: int = 0, third: int = 0) -> int:
    """Make a 32-bit call by ``int 0x80``; gives what the kernel gave, negative for an error."""
    # push rbx; mov eax, number; mov ebx, first; mov ecx, second; mov edx, third; int 0x80; pop rbx; ret
    code = b"\x53\xb8" + struct.pack("<I", number) + b"\xbb" + struct.pack("<I", first)
    code += b"\xb9" + struct.pack("<I", second) + b"\xba" + struct.pack("<I", third) + b"\xcd\x80\x5b\xc3"
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return int(ctypes.CFUNCTYPE(ctypes.c_int)(address)())


def ia32_works() -> bool:
    """Whether this kernel takes 32-bit calls; crashes the process when it does not."""
    return ia32(_IA32_GETPID) > 0


def x32_works() -> bool:
    """Whether this kernel takes x32 calls."""
    try:
        return call(X32_BIT | 39) > 0
    except OSError:
        return False
