"""The filter, run by a small machine of our own: the same instructions decide on architectures that are not at hand."""

from __future__ import annotations

import errno
import struct

import pytest

from evalmode_runner.sandbox import seccomp, syscalls

ALLOW, KILL, REFUSE, ABSENT = 0x7FFF0000, 0x80000000, 0x50000 | errno.EPERM, 0x50000 | errno.ENOSYS
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
COLUMN = {"x86_64": 0, "aarch64": 1}
I386 = 0x40000003
ME = 17


def decide(code: bytes, number: int, architecture: int, *arguments: int) -> int:
    """Run a filter on one call."""
    call = struct.pack("<IIQ6Q", number, architecture, 0, *arguments, *[0] * (6 - len(arguments)))
    instructions = list(struct.iter_unpack("HBBI", code))
    at, register = 0, 0
    while True:
        operation, if_true, if_false, value = instructions[at]
        at += 1
        if operation == 0x20:
            register = struct.unpack_from("<I", call, value)[0]
        elif operation == 0x15:
            at += if_true if register == value else if_false
        elif operation == 0x35:
            at += if_true if register >= value else if_false
        else:
            assert operation == 0x06
            return value


@pytest.fixture(params=sorted(ARCHITECTURES))
def machine(request) -> str:
    return request.param


def verdict(machine: str, number: int, *arguments: int) -> int:
    return decide(seccomp.program(machine, ME), number, ARCHITECTURES[machine], *arguments)


def numbers(table: syscalls.Numbers, machine: str) -> list[int]:
    return [both[COLUMN[machine]] for both in table.values() if both[COLUMN[machine]] is not None]


def test_allows_what_is_harmless(machine):
    assert {verdict(machine, number) for number in numbers(syscalls.ALLOWED, machine)} == {ALLOW}


def test_ends_a_process_for_calls_no_honest_program_makes(machine):
    assert {verdict(machine, number) for number in numbers(syscalls.FATAL, machine)} == {KILL}


def test_refuses_every_other_number(machine):
    named = {*numbers(syscalls.ALLOWED, machine), *numbers(syscalls.FATAL, machine)}
    special = {syscalls.PRCTL, syscalls.PRLIMIT, syscalls.IOCTL, syscalls.CLONE3, *syscalls.ON_ITSELF.values()}
    rest = set(range(600)) - named - {both[COLUMN[machine]] for both in special}
    assert {verdict(machine, number) for number in rest} == {REFUSE}


@pytest.mark.parametrize("name", sorted(syscalls.ON_ITSELF))
def test_a_process_may_signal_itself_and_nobody_else(machine, name):
    number = syscalls.ON_ITSELF[name][COLUMN[machine]]
    assert verdict(machine, number, ME) == ALLOW
    assert {verdict(machine, number, other) for other in (0, 1, ME + 1, 2**32 - 1)} == {REFUSE}


def test_an_id_is_compared_as_the_kernel_reads_it(machine):
    number = syscalls.ON_ITSELF["kill"][COLUMN[machine]]
    assert verdict(machine, number, 2**32 + ME) == ALLOW  # the kernel takes the lower half: this is itself
    assert verdict(machine, number, (ME << 32) + 1) == REFUSE


def test_limits_are_for_oneself(machine):
    number = syscalls.PRLIMIT[COLUMN[machine]]
    assert [verdict(machine, number, process) for process in (0, ME, 1)] == [ALLOW, ALLOW, REFUSE]


def test_few_properties_and_questions_to_files(machine):
    prctl, ioctl = syscalls.PRCTL[COLUMN[machine]], syscalls.IOCTL[COLUMN[machine]]
    assert verdict(machine, prctl, 15) == ALLOW
    assert verdict(machine, prctl, 22) == REFUSE  # another filter
    assert verdict(machine, ioctl, 5, 0x5401) == ALLOW
    assert verdict(machine, ioctl, 0x5401, 0x5412) == REFUSE  # putting words into a terminal's input


def test_the_newest_way_to_fork_does_not_exist(machine):
    assert verdict(machine, syscalls.CLONE3[COLUMN[machine]]) == ABSENT


def test_another_architectures_numbers_end_the_process(machine):
    code = seccomp.program(machine, ME)
    other = ARCHITECTURES["aarch64" if machine == "x86_64" else "x86_64"]
    assert {decide(code, number, architecture) for number in (0, 39, 63) for architecture in (other, I386)} == {KILL}


def test_x32_numbers_end_the_process():
    assert verdict("x86_64", 0x40000000) == KILL
    assert verdict("x86_64", 0x40000000 | 39) == KILL


def test_an_unknown_machine_has_no_filter():
    with pytest.raises(OSError, match="no filter for mips"):
        seccomp.program("mips", ME)


def test_the_filter_is_no_longer_than_the_kernel_takes(machine):
    assert len(seccomp.program(machine, ME)) // 8 <= 4096
