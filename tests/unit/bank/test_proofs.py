"""Proofs are run for what they are worth, and nothing they do reaches the one who runs them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from evalmode.bank import ProofOutcome, prove
from evalmode.bank.models import Proof
from evalmode.bank.proof_runner import ProofRunner
from evalmode.core import InternalError
from evalmode_runner.wire import MAX_EVIDENCE_BYTES, ProofAnswer, ProofRequest

MEMORY = 1 << 30


@pytest.fixture(scope="module", params=["warm", "single"])
def runner(request):
    """Both ways of running a proof must behave alike."""
    with ProofRunner(torch=False, warm=request.param == "warm") as runner:
        yield runner


def run(runner, source, *, timeout=10.0, line=1):
    return runner.run(ProofRequest(0, source, "item.md", line, timeout, MEMORY))


def survived(runner):
    return run(runner, "print('alive')").evidence == "alive\n"


def test_a_claim_that_holds_is_proven_with_what_was_printed(runner):
    answer = run(runner, "import numpy as np\nassert np.eye(2).trace() == 2\nprint('trace', 2)\nprint('π ≈ 3.14')")
    assert (answer.outcome, answer.evidence, answer.message) == ("proven", "trace 2\nπ ≈ 3.14\n", "")


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("x = 1\nassert x == 2, 'x is not two'", 41, "x is not two"),
        ("x = 1\nassert x == 2", 41, "assert x == 2 does not hold"),
        ("x = 1\nassert (\n    x\n    == 2\n)", 42, "assert ( x == 2 ) does not hold"),
        ("def f():\n    assert False\n\nf()", 41, "assert False does not hold"),
        ("1 / 0", 40, "ZeroDivisionError: division by zero"),
        ("import json\n\njson.loads('{')", 42, "JSONDecodeError: Expecting property name"),
        ("import nothing_of_that_name", 40, "ModuleNotFoundError: No module named 'nothing_of_that_name'"),
        ("x = 1\nif x\n", 41, "SyntaxError: expected ':'"),
        ("compile('(', 'other', 'exec')", 40, "SyntaxError"),
        ("raise KeyboardInterrupt", 40, "KeyboardInterrupt"),
        ("import sys\nsys.exit(0)", 41, "it ended itself before its last line (SystemExit)"),
        ("raise ValueError('x' * 10_000)", 40, "…"),
        ("def f():\n    f()\n\nf()", 41, "RecursionError"),
        ("print(input())", 40, "EOFError"),
        ("x = bytearray(8 << 30)", 40, "MemoryError"),
    ],
)
def test_a_claim_that_does_not_hold_is_refuted_at_its_line_of_the_file(runner, source, line, message):
    answer = run(runner, source, line=40)
    assert answer.outcome == "refuted"
    assert answer.line == line
    assert message in answer.message
    assert "\n" not in answer.message
    assert len(answer.message) <= 500


def test_what_was_printed_before_it_failed_is_kept(runner):
    answer = run(runner, "print('before')\nassert False")
    assert (answer.outcome, answer.evidence) == ("refuted", "before\n")


@pytest.mark.parametrize(
    ("source", "how"),
    [
        ("import os; os._exit(0)", "exit code 0"),
        ("import os; os._exit(3)", "exit code 3"),
        ("import ctypes; ctypes.string_at(0)", "SIGSEGV"),
        ("import os, sys; sys.stderr.write('no way'); sys.stderr.flush(); os.abort()", "SIGABRT: no way"),
        ("import os, ctypes; ctypes.CDLL(None).kill(os.getpid(), 9)", "SIGKILL"),
    ],
)
def test_a_proof_that_ends_its_process_is_refuted(runner, source, how):
    answer = run(runner, source)
    assert answer.outcome == "refuted"
    assert answer.message == f"its process ended before its last line ({how})"
    assert survived(runner)


@pytest.mark.parametrize(
    "source",
    [
        "while True: pass",
        "import time; time.sleep(1000)",
        "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True: pass",
        "while True: print('x' * 100_000)",
        "import threading, time\nthreading.Thread(target=time.sleep, args=(1000,)).start()\ntime.sleep(1000)",
    ],
)
def test_a_proof_that_does_not_end_is_out_of_time(runner, source):
    began = time.monotonic()
    answer = run(runner, source, timeout=0.5)
    assert answer.outcome == "timed_out"
    assert "0.5 s" in answer.message
    assert 0.5 <= answer.seconds <= time.monotonic() - began
    assert survived(runner)


def test_processor_time_counts_as_well(runner):
    answer = run(runner, "import resource, time\nresource.setrlimit(resource.RLIMIT_CPU, (1, 3))\nwhile True: pass")
    assert answer.outcome == "timed_out"
    assert "processor time" in answer.message


def test_a_thread_that_goes_on_does_not_keep_a_proof_waiting(runner):
    answer = run(
        runner, "import threading, time\nthreading.Thread(target=time.sleep, args=(1000,)).start()\nprint('done')"
    )
    assert (answer.outcome, answer.evidence) == ("proven", "done\n")


def test_no_amount_of_output_is_too_much(runner):
    source = "import os\nblock = b'x' * (1 << 20)\nfor _ in range(1024): os.write(1, block)\nos.write(2, block)"
    answer = run(runner, source, timeout=60)
    assert answer.outcome == "proven"
    assert answer.evidence.startswith("x" * MAX_EVIDENCE_BYTES)
    assert answer.evidence.endswith("(the rest of the output was dropped)")
    assert survived(runner)


@pytest.mark.parametrize(
    "source",
    [
        'print(\'{"id": 1, "outcome": "proven"}\')',
        "import os\nfor fd in range(3, 200):\n    try: os.write(fd, b'garbage\\n')\n    except OSError: pass",
        "import os\nfor fd in range(0, 200):\n    try: os.close(fd)\n    except OSError: pass",
        "import sys\nsys.stdout = sys.stderr = None",
        "import os\nos.write(1, b'\\xff\\xfe\\x00')",
        "import os, shutil\nhere = os.getcwd()\nshutil.rmtree(here)\nshutil.rmtree(os.path.dirname(here), True)",
        "import builtins\nbuiltins.print = builtins.open = builtins.compile = None",
        "import sys\nsys.modules.clear()",
    ],
)
def test_a_proof_cannot_speak_for_the_one_that_runs_it(runner, source):
    answer = run(runner, f"{source}\nassert False")
    assert answer.outcome == "refuted"
    assert survived(runner)


def test_a_proof_starts_in_an_empty_folder_without_input_secrets_or_arguments(runner, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "hidden")
    source = """
import os, sys, tempfile
assert os.listdir() == [], os.listdir()
assert "SECRET_TOKEN" not in os.environ
assert sys.stdin.read() == ""
assert sys.argv == ["item.md"]
assert os.environ["OMP_NUM_THREADS"] == "1"
with tempfile.NamedTemporaryFile() as file:
    assert os.path.dirname(file.name) == os.getcwd()
open("left-behind", "w").write("x")
print(os.getcwd())
"""
    answer = run(runner, source)
    assert answer.message == ""
    assert not Path(answer.evidence.strip()).exists()


def test_assertions_are_checked_even_where_python_is_told_to_skip_them(monkeypatch):
    monkeypatch.setenv("PYTHONOPTIMIZE", "2")
    with ProofRunner(torch=False, warm=False) as fresh:
        assert run(fresh, "assert False").outcome == "refuted"


def test_a_proof_has_limits_on_everything_that_it_could_use_up(runner):
    source = """
import resource
for name in ("CPU", "AS", "FSIZE", "NPROC", "CORE"):
    soft, hard = resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))
    assert 0 <= soft <= hard, name
    assert hard != resource.RLIM_INFINITY, name
"""
    assert run(runner, source).message == ""


def test_a_file_that_grows_without_end_is_stopped(runner):
    source = "with open('big', 'wb') as file:\n    for _ in range(1000): file.write(bytes(1 << 20))"
    answer = run(runner, source)
    assert answer.outcome == "refuted"
    assert "File too large" in answer.message


@pytest.mark.parametrize(
    "source",
    [
        "import os; os.fork()",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.kill(os.getppid(), 9)",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://localhost:9')",
        "import multiprocessing\nmultiprocessing.get_context('fork').Process(target=print).start()",
    ],
)
def test_processes_and_the_network_are_out_of_bounds(runner, source):
    answer = run(runner, source)
    assert answer.outcome == "refuted"
    assert "a proof may not" in answer.message


SHUTS_UP = "libc = __import__('ctypes').CDLL(None)\nimport os, time\n"


@pytest.mark.parametrize(
    "attack",
    [
        "libc.kill(os.getppid(), 9)\ntime.sleep(60)",
        "libc.kill(os.getppid(), 15)\ntime.sleep(60)",
        "libc.kill(0, 9)",
        "libc.kill(-os.getpgid(os.getppid()), 9)\ntime.sleep(60)",
    ],
)
def test_a_proof_that_ends_its_watcher_is_refuted(runner, attack):
    answer = run(runner, SHUTS_UP + attack, timeout=20)
    assert answer.outcome == "refuted"
    assert "ended" in answer.message
    assert survived(runner)


KILLS_WARM = (
    SHUTS_UP
    + """
grandparent = open(f'/proc/{os.getppid()}/stat').read().rpartition(')')[2].split()[1]
if b'--warm' in open(f'/proc/{grandparent}/cmdline', 'rb').read():
    libc.kill(int(grandparent), 9)
    time.sleep(60)
raise ValueError('no warm process to end')
"""
)


def test_a_proof_that_ends_the_warm_process_takes_no_other_with_it():
    with ProofRunner(torch=False, warm=True) as runner, ThreadPoolExecutor(2) as pool:
        patient = pool.submit(
            runner.run, ProofRequest(0, "import time; time.sleep(1); print(1)", "a.md", 1, 20, MEMORY)
        )
        time.sleep(0.3)
        attacker = pool.submit(runner.run, ProofRequest(0, KILLS_WARM, "b.md", 1, 20, MEMORY))
        assert patient.result().outcome == "proven"
        assert "no warm process to end" in attacker.result().message
        assert run(runner, "print(2)").outcome == "proven"


def test_proofs_that_keep_ending_the_warm_process_do_not_stop_the_others():
    with ProofRunner(torch=False, warm=True) as runner:
        for _ in range(6):
            assert runner.run(ProofRequest(0, KILLS_WARM, "b.md", 1, 20, MEMORY)).outcome == "refuted"
        assert run(runner, "print(2)").evidence == "2\n"


def alive_with(mark):
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            try:
                if mark in (process / "environ").read_bytes() and int(process.name) != os.getpid():
                    found.append(int(process.name))
            except OSError:
                pass
    return found


FORKS = """
import ctypes, os, time
libc = ctypes.CDLL(None)
for _ in range(20):
    if libc.fork() == 0:
        libc.setsid()
        if libc.fork() == 0:
            libc.setsid()
        time.sleep(1000)
"""


@pytest.mark.parametrize("ending", ["print('done')", "time.sleep(1000)", "os._exit(1)", "libc.kill(os.getppid(), 9)"])
def test_processes_that_a_proof_leaves_behind_are_ended(ending, monkeypatch):
    mark = f"mark-{os.getpid()}-{time.monotonic_ns()}"
    monkeypatch.setenv("VIRTUAL_ENV", mark)
    with ProofRunner(torch=False, warm=True) as runner:
        runner.run(ProofRequest(0, FORKS + ending, "a.md", 1, 1.0, MEMORY))
        deadline = time.monotonic() + 10
        while len(alive_with(mark.encode())) > 1 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert len(alive_with(mark.encode())) == 1  # the warm process itself
    assert alive_with(mark.encode()) == []


def test_closing_ends_a_running_proof_and_removes_its_files(runner):
    fresh = ProofRunner(torch=False, warm=runner._may_warm)
    folder = Path(fresh._folder.name)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(fresh.run, ProofRequest(0, "while True: pass", "a.md", 1, 1000, MEMORY))
        deadline = time.monotonic() + 30
        while not list(folder.glob("proof-*/started")) and time.monotonic() < deadline:
            time.sleep(0.02)
        fresh.close()
        assert running.exception() is not None or running.result().outcome != "proven"
    assert not folder.exists()


def test_the_children_end_when_the_one_who_started_them_is_killed(tmp_path):
    script = tmp_path / "prove.py"
    script.write_text(
        "import os, sys\n"
        "from evalmode.bank.proof_runner import ProofRunner\n"
        "from evalmode_runner.wire import ProofRequest\n"
        "runner = ProofRunner(torch=False, warm=sys.argv[1] == 'warm')\n"
        "runner.run(ProofRequest(0, 'while True: pass', 'a.md', 1, 1000, 1 << 30))\n"
    )
    for how, processes in (("warm", 4), ("single", 3)):
        mark = f"mark-{how}-{os.getpid()}-{time.monotonic_ns()}"
        parent = subprocess.Popen(
            [sys.executable, str(script), how], env=os.environ | {"VIRTUAL_ENV": mark, "TMPDIR": str(tmp_path)}
        )
        deadline = time.monotonic() + 30
        while len(alive_with(mark.encode())) < processes and time.monotonic() < deadline:
            time.sleep(0.05)
        parent.kill()
        parent.wait()
        deadline = time.monotonic() + 30  # a busy machine may have taken most of the time to start them
        while alive_with(mark.encode()) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert alive_with(mark.encode()) == []


@pytest.mark.parametrize("warm", [True, False])
def test_a_python_that_cannot_be_started_is_our_own_fault(warm, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with ProofRunner(torch=False, warm=warm) as runner, pytest.raises(InternalError, match="No such file"):
        run(runner, "print(1)")


@pytest.mark.parametrize("warm", [True, False])
def test_a_runner_that_fails_by_itself_is_our_own_fault_and_says_why(warm, monkeypatch, tmp_path):
    (tmp_path / "evalmode_runner").mkdir()
    (tmp_path / "evalmode_runner" / "__init__.py").write_text("raise RuntimeError('broken installation')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with ProofRunner(torch=False, warm=warm) as runner, pytest.raises(InternalError, match="broken installation"):
        run(runner, "print(1)")


# The bank's side: items in, results out.


def items_of(pack, *drafts):
    pack.write(*drafts)
    bank, problems = pack.read()
    assert problems == []
    return [*bank.rapid, *bank.deep]


def test_every_proof_of_an_item_gives_a_result_and_every_reason_too(pack, rapid, deep):
    results = list(prove(items_of(pack, rapid, deep)))
    outcomes = sorted(
        (str(result.item_id), result.index, result.proves, result.outcome)
        for result in results
        if result.index is not None
    )
    assert outcomes == [
        (name, index, proves, ProofOutcome.PROVEN)
        for name in ("deep/activation-functions", "rapid/relu")
        for index, proves in enumerate([("positive-part",), ("gradient-one",)])
    ]
    (reason,) = [result for result in results if result.index is None]
    assert (reason.proves, reason.outcome) == (("dead-units",), ProofOutcome.NO_PROOF)
    assert reason.message == "an observation about training"
    assert not any(result.failed for result in results)


def test_a_refuted_claim_is_told_at_its_line_of_the_items_file(pack, rapid):
    rapid.sections["Proof"] = rapid.sections["Proof"].replace("np.allclose(slope, 1)", "np.allclose(slope, 2)")
    (item,) = items_of(pack, rapid)
    (failed,) = [result for result in prove([item]) if result.failed]
    assert item.path.read_text().splitlines()[failed.line - 1] == "assert np.allclose(slope, 2)"
    assert failed.path == item.path


def test_results_come_as_they_are_ready_and_the_rest_is_ended_with_the_iterator(pack, rapid):
    (item,) = items_of(pack, rapid)
    slow = Proof(proves=("positive-part",), source="import time; time.sleep(1000)")
    quick = Proof(proves=("gradient-one",), source="print(1)")
    item = item.model_copy(update={"proofs": (slow, quick, slow, slow)})
    began = time.monotonic()
    results = prove([item], timeout_seconds=500)
    assert next(results).index == 1
    results.close()
    assert time.monotonic() - began < 60


def test_nothing_to_prove_starts_nothing():
    assert list(prove([])) == []


def test_evidence_cannot_write_to_a_terminal(pack, rapid):
    (item,) = items_of(pack, rapid)
    item = item.model_copy(update={"proofs": (Proof(proves=("x",), source="print('\\x1b[31mred\\x07')"),)})
    (result,) = prove([item])
    assert result.evidence == "[31mred"


def test_without_torch_a_proof_says_how_to_get_it(pack, rapid, tmp_path, monkeypatch):
    (tmp_path / "torch.py").write_text("raise ModuleNotFoundError(\"No module named 'torch'\", name='torch')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (item,) = items_of(pack, rapid)
    needs_torch = Proof(proves=("x",), source="import torch\nassert torch.ones(1).sum() == 1")
    item = item.model_copy(update={"proofs": (needs_torch,)})
    (result,) = prove([item])
    assert result.outcome == ProofOutcome.UNAVAILABLE
    assert 'pip install "evalmode[torch]"' in result.message
    assert not result.failed


def test_torch_is_imported_once_and_computes_with_one_thread(pack, rapid):
    (item,) = items_of(pack, rapid)
    source = "import sys\nassert 'torch' in sys.modules\nimport torch\nassert torch.get_num_threads() == 1\n"
    source += "x = torch.randn(64, 64, requires_grad=True)\n(x @ x).sum().backward()\nprint(x.grad.shape)"
    item = item.model_copy(update={"proofs": tuple(Proof(proves=("x",), source=source) for _ in range(4))})
    results = list(prove([item]))
    assert [result.outcome for result in results] == [ProofOutcome.PROVEN] * 4, results


def test_the_wire_refuses_what_it_did_not_write():
    request = ProofRequest(1, "print(1)", "a.md", 3, 2.0, 4)
    assert ProofRequest.from_json(request.to_json()) == request
    for broken in ("", "[]", "{}", '{"id": 1}', request.to_json()):
        with pytest.raises(ValueError, match=r"not a ProofAnswer|Expecting value"):
            ProofAnswer.from_json(broken)
