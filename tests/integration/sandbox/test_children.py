"""What the judge may rely on: children answer, end, are ended, and how they ended is known from the kernel."""

from __future__ import annotations

import ast
import ctypes
import os
import select
import signal
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from evalmode_runner.sandbox import Child, Limits, SandboxLost, SandboxUnavailable, Zygote
from evalmode_runner.sandbox.layers import LAYERS

LIMITS = Limits(cpu_seconds=1, memory_bytes=64 * 2**20)


def obey(channel):
    """The entry of these tests: do what one word says, in a sandbox."""
    word = channel.recv(1000).decode()
    ACTIONS[word.partition(" ")[0]](channel, word.partition(" ")[2])


def _spin(_channel, _rest):
    while True:
        pass


def _fill(channel, megabytes):
    filled = b"x" * (int(megabytes) * 2**20)
    channel.sendall(b"filled")
    channel.recv(1)
    del filled


def _talk(_channel, _rest):
    print("to the output")
    print("to the errors", file=sys.stderr)
    print("and no newline", end="")


def _talk_and_wait(_channel, _rest):
    print("before the end")
    time.sleep(60)


def _environment(channel, _rest):
    said = [
        str(Path.cwd()),
        sorted(os.environ),
        sys.stdin.read(),
        [path.name for path in Path().iterdir()],
        os.getuid() == 0,
        os.getgid() == 0,
    ]
    channel.sendall(repr(said).encode())


ACTIONS = {
    "echo": lambda channel, rest: channel.sendall(rest.encode()),
    "exit": lambda _channel, rest: sys.exit(int(rest)),
    "raise": lambda _channel, rest: [][int(rest)],
    "crash": lambda _channel, _rest: ctypes.string_at(1),
    "trace": lambda _channel, _rest: ctypes.CDLL(None).ptrace(0, 0, 0, 0),
    "write": lambda channel, rest: channel.sendall(str(Path("file").write_text(rest)).encode()),
    "wait": lambda _channel, _rest: time.sleep(60),
    "spin": _spin,
    "fill": _fill,
    "talk": _talk,
    "talk-and-wait": _talk_and_wait,
    "environment": _environment,
}


@pytest.fixture(scope="module")
def full():
    with Zygote.start(obey, isolation="full", limits=LIMITS) as zygote:
        yield zygote


@pytest.fixture(scope="module")
def none():
    with Zygote.start(obey, isolation="none", limits=LIMITS) as zygote:
        yield zygote


@pytest.fixture(scope="module")
def spawned():
    with Zygote.start(obey, fork=False, limits=LIMITS) as zygote:
        yield zygote


@pytest.fixture(params=["full", "none", "spawned"])
def zygote(request) -> Zygote:
    return request.getfixturevalue(request.param)


def ask(zygote: Zygote, word: str) -> Child:
    child = zygote.take()
    child.channel.sendall(word.encode())
    return child


def read_all(descriptor: int) -> str:
    read = b""
    while select.select([descriptor], [], [], 60)[0] and (chunk := os.read(descriptor, 65536)):
        read += chunk
    return read.decode()


def gone(pid: int, within_seconds: float = 20.0) -> bool:
    """Whether a process has ended, or does so in time; one that only waits to be reaped has."""
    deadline = time.monotonic() + within_seconds
    while time.monotonic() < deadline:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.02)
    return False


def test_a_child_answers_and_ends(zygote):
    with ask(zygote, "echo hello") as child:
        assert child.channel.recv(100) == b"hello"
        ending = child.ending(60)
        assert (ending.kind, ending.code, str(ending)) == ("exited", 0, "exited with code 0")


def test_what_it_prints_arrives(zygote):
    with ask(zygote, "talk") as child:
        assert read_all(child.output) == "to the output\nand no newline"
        assert read_all(child.errors) == "to the errors\n"


def test_what_it_printed_before_it_was_killed_arrives(zygote):
    with ask(zygote, "talk-and-wait") as child:
        assert select.select([child.output], [], [], 60)[0]
        child.kill()
        assert read_all(child.output) == "before the end\n"


def test_its_exit_code_is_known(zygote):
    with ask(zygote, "exit 7") as child:
        assert child.ending(60).code == 7


def test_an_exception_is_told_on_its_errors(zygote):
    with ask(zygote, "raise 3") as child:
        assert child.ending(60).code == 1
        assert "IndexError" in read_all(child.errors)


def test_a_crash_is_a_signal(zygote):
    with ask(zygote, "crash") as child:
        ending = child.ending(60)
        assert (ending.kind, ending.signal, str(ending)) == ("signalled", signal.SIGSEGV, "ended by SIGSEGV")


@pytest.mark.parametrize("kind", ["full", "spawned"])
def test_too_much_memory_ends_it(kind, request):
    with ask(request.getfixturevalue(kind), "fill 300") as child:
        assert child.ending(60).kind == "memory_limit"


def test_one_that_runs_is_running_until_it_is_killed(zygote):
    with ask(zygote, "wait") as child:
        assert child.ending(0.05).kind == "running"
        child.kill()
        assert child.ending(0).kind == "killed"
        child.kill()
        assert gone(child.pid)


def test_closing_kills(zygote):
    with ask(zygote, "wait") as child:
        pid = child.pid
    assert gone(pid)


def test_too_much_processor_time_ends_it(full):
    with ask(full, "spin") as child:
        ending = child.ending(60)
        assert ending.kind == "cpu_limit"
        assert ending.cpu_seconds < 2


def test_a_forbidden_call_ends_it(full):
    with ask(full, "trace") as child:
        assert child.ending(60).kind == "forbidden_call"


def test_memory_is_measured_from_outside(full):
    with ask(full, "fill 40") as child:
        assert child.channel.recv(10) == b"filled"
        deadline = time.monotonic() + 20
        while (child.peak_memory or 0) < 39 * 2**20 and time.monotonic() < deadline:
            time.sleep(0.01)
        assert 39 * 2**20 < child.peak_memory < 60 * 2**20


def test_its_surroundings_are_bare(full):
    with ask(full, "environment") as child:
        folder, variables, read, files, is_root, is_roots = ast.literal_eval(child.channel.recv(2000).decode())
    assert folder == "/box/files"
    assert set(variables) <= {
        "HOME", "LANG", "LC_CTYPE", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TMPDIR",
    }  # fmt: skip
    assert (read, files) == ("", [])
    assert not is_root
    assert not is_roots


def test_its_folder_can_be_written_and_is_empty_for_the_next(full):
    for _ in range(2):
        with ask(full, "write mine") as child:
            assert child.channel.recv(10) == b"4"
        with ask(full, "environment") as child:
            assert ast.literal_eval(child.channel.recv(2000).decode())[3] == []


def test_many_at_once_each_get_their_own_answer(full):
    wrong = Counter()

    def ask_often(who: int) -> None:
        for turn in range(15):
            with ask(full, f"echo {who}.{turn}") as child:
                wrong[child.channel.recv(100).decode() != f"{who}.{turn}"] += 1
                wrong[child.ending(60).kind != "exited"] += 1

    threads = [threading.Thread(target=ask_often, args=(who,)) for who in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == {False: 8 * 15 * 2}


def test_every_layer_holds_here(full):
    assert full.tier == "full"
    assert set(full.layers) == set(LAYERS)
    assert full.failures == {}


def test_a_layer_left_out_is_not_claimed():
    with Zygote.start(obey, without={"landlock"}) as zygote:
        assert zygote.tier == "limited"
        assert set(zygote.layers) == set(LAYERS) - {"landlock"}


def test_no_layer_is_claimed_for_the_lowest_tier(none, spawned):
    assert (none.tier, none.layers) == ("none", ())
    assert (spawned.tier, spawned.layers) == ("none", ())


def test_what_cannot_be_had_is_refused_when_demanded():
    with pytest.raises(SandboxUnavailable, match="full isolation"):
        Zygote.start(obey, isolation="full", without={"seccomp"})
    with pytest.raises(SandboxUnavailable, match="full isolation"):
        Zygote.start(obey, isolation="full", fork=False)


def test_a_closed_sandbox_gives_no_children():
    with Zygote.start(obey, isolation="none") as other:
        assert other.alive
    assert not other.alive
    with pytest.raises(SandboxLost):
        other.take()
