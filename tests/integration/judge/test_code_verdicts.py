"""Every verdict, and what is said with it, on submissions as people write them."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

from evalmode.core import CodeVerdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalmode.bank import CodeItem
    from evalmode.judge import Judgement, LocalJudge

RIGHT = """
import torch

def softmax(x, dim):
    shifted = (x - x.amax(dim=dim, keepdim=True)).exp()
    return shifted / shifted.sum(dim=dim, keepdim=True)
"""

FAULTS = [
    pytest.param("", "syntax_error", "The file is empty.", id="empty"),
    pytest.param(" \n\t\n", "syntax_error", "The file is empty.", id="blank"),
    pytest.param("def softmax(x, dim:\n    return x", "syntax_error", "Line 1: ", id="syntax"),
    pytest.param("x = 1\0", "syntax_error", "null bytes", id="null-bytes"),
    pytest.param("x = '\ud800'", "syntax_error", "not UTF-8", id="surrogate"),
    pytest.param("#" * (2**20 + 1), "syntax_error", "larger than 1 MB", id="large"),
    pytest.param("(" * 100_000, "syntax_error", "", id="deep"),
    pytest.param("def soft_max(x, dim): return x", "wrong_answer", "does not define the function softmax", id="name"),
    pytest.param("class softmax: pass", "wrong_answer", "must be a function, and yours is a class", id="class"),
    pytest.param("softmax = 3", "wrong_answer", "does not define", id="no-function"),
    pytest.param("import nonsense_module", "runtime_error", "ModuleNotFoundError", id="import"),
    pytest.param("raise SystemExit(0)", "runtime_error", "SystemExit", id="exit"),
    pytest.param("import os\nos._exit(0)", "runtime_error", "ended its process", id="hard-exit"),
    pytest.param("def softmax(x, dim): raise KeyError('a')", "runtime_error", "KeyError: 'a'", id="raises"),
    pytest.param("def softmax(x): return x", "runtime_error", "TypeError", id="arguments"),
    pytest.param("def softmax(x, dim): pass", "wrong_answer", "did you forget to return it", id="no-return"),
    pytest.param("def softmax(x, dim): return [x]", "wrong_answer", "should be a tensor", id="list"),
    pytest.param("def softmax(x, dim): return softmax(x, dim)", "runtime_error", "RecursionError", id="recursion"),
    pytest.param("import torch\ndef softmax(x, dim): return torch.softmax(x, dim)", "forbidden", "Line 2", id="banned"),
    pytest.param(
        "import torch\ndef softmax(x, dim): return getattr(torch, 'soft' + 'max')(x, dim)",
        "forbidden",
        "softmax is what this problem asks you to build",
        id="banned-by-getattr",
    ),
    pytest.param("def softmax(x, dim):\n    while True: pass", "time_limit", "time", id="endless"),
    pytest.param("while True: pass", "time_limit", "time", id="endless-import"),
    pytest.param(
        "import torch\ndef softmax(x, dim):\n    return [torch.ones(2**23) for _ in range(2000)]",
        "memory_limit",
        "more memory",
        id="memory",
    ),
    pytest.param(
        "def softmax(x, dim):\n    while True: print('x' * 100000)", "output_limit", "It printed more than", id="output"
    ),
    pytest.param("import socket\nsocket.socket()", "security_violation", "", id="socket"),
]


@pytest.mark.parametrize(("source", "verdict", "says"), FAULTS)
def test_each_fault_gets_its_verdict_and_one_sentence(
    judge: LocalJudge, problem: Callable[[str], CodeItem], source: str, verdict: str, says: str
) -> None:
    judgement = judge.judge(problem("softmax"), source)
    if verdict == "security_violation" and judgement.tier != "full":
        assert judgement.verdict in ("security_violation", "runtime_error", "wrong_answer")
        return
    assert (judgement.verdict, says in judgement.message) == (verdict, True), judgement.message


def test_who_kills_itself_is_to_blame_for_it(judge: LocalJudge, problem: Callable[[str], CodeItem]) -> None:
    judgement = judge.judge(problem("softmax"), "import os\ndef softmax(x, dim): os.kill(os.getpid(), 9)")
    # The first process of a namespace does not die of its own signals; elsewhere it does.
    assert judgement.verdict in ("wrong_answer", "runtime_error", "security_violation")


def test_a_right_submission_is_accepted_with_what_it_costs(
    judge: LocalJudge, problem: Callable[[str], CodeItem]
) -> None:
    judgement = judge.judge(problem("softmax"), RIGHT)
    assert judgement.verdict is CodeVerdict.ACCEPTED
    assert all(check.passed for check in judgement.checks)
    assert judgement.reference_ratio is not None
    assert judgement.memory_ratio is not None
    assert judgement.seconds > 0
    assert judgement.torch


def test_the_same_seed_draws_the_same_inputs(judge: LocalJudge, problem: Callable[[str], CodeItem]) -> None:
    wrong = RIGHT.replace("keepdim=True)).exp", "keepdim=True) * 1.01).exp").replace("sum(dim=dim", "sum(dim=-1")

    def failing(judgement: Judgement) -> list[object]:
        return [check.failing for check in judgement.checks if check.failing]

    first = judge.judge(problem("softmax"), wrong)
    again = judge.judge(problem("softmax"), wrong, seed=first.seed)
    other = judge.judge(problem("softmax"), wrong, seed=first.seed + 1)
    assert first.verdict == "wrong_answer"
    assert failing(again) == failing(first)
    assert failing(other) != failing(first)


def test_what_is_printed_is_kept_and_capped(judge: LocalJudge, problem: Callable[[str], CodeItem]) -> None:
    noisy = RIGHT + "\nimport sys\nprint('hello')\nprint('oh', file=sys.stderr)\nprint('x' * 500_000)\n"
    judgement = judge.judge(problem("softmax"), noisy)
    assert judgement.verdict == "accepted"
    assert judgement.stdout.startswith("hello\nxxx")
    assert judgement.stderr.startswith("oh\n")
    assert len(judgement.stdout) <= 64 * 1024


def test_a_traceback_shows_only_the_candidates_lines(judge: LocalJudge, problem: Callable[[str], CodeItem]) -> None:
    source = textwrap.dedent("""
        import torch

        def helper(x):
            return torch.zeros(2, 3) @ torch.zeros(2, 3)

        def softmax(x, dim):
            return helper(x)
    """)
    judgement = judge.judge(problem("softmax"), source)
    assert judgement.verdict == "runtime_error"
    assert "line 8, in softmax" in judgement.traceback
    assert "line 5, in helper\n    return torch.zeros(2, 3) @ torch.zeros(2, 3)" in judgement.traceback
    assert "harness" not in judgement.traceback


def test_a_known_mistake_is_taught(judge: LocalJudge, problem: Callable[[str], CodeItem]) -> None:
    item = problem("multi-head-attention")
    source = (item.folder / "wrong" / "scale_d_model.py").read_text(encoding="utf-8").split('"""', 2)[2]
    judgement = judge.judge(item, source)
    assert judgement.verdict == "wrong_answer"
    assert "square root" in judgement.message
    failed = next(check for check in judgement.checks if not check.passed)
    assert failed.failing is not None
    assert failed.failing.expected is not None
    assert failed.max_abs_error is not None
    assert failed.max_abs_error > 0


def test_the_failing_example_is_made_small(judge: LocalJudge, problem: Callable[[str], CodeItem]) -> None:
    over_the_first = "def softmax(x, dim):\n    e = (x - x.max()).exp()\n    return e / e.sum(dim=0, keepdim=True)\n"
    judgement = judge.judge(problem("softmax"), over_the_first)
    failing = next(check.failing for check in judgement.checks if check.failing and check.failing.sizes)
    sizes = [size for size in failing.sizes.values() if isinstance(size, int) and not isinstance(size, bool)]
    assert sum(sizes) <= 8
    assert failing.inputs[0].text


def test_examples_run_only_what_everybody_may_see(judge: LocalJudge, problem: Callable[[str], CodeItem]) -> None:
    judgement = judge.judge(problem("softmax"), RIGHT, "examples")
    assert judgement.verdict == "accepted"
    assert judgement.checks
    assert all(check.visible or not check.title.startswith("Every") for check in judgement.checks)


def test_the_twin_is_accepted_with_bans_lifted_and_refused_without(
    judge: LocalJudge, problem: Callable[[str], CodeItem]
) -> None:
    item = problem("softmax")
    assert item.twin is not None
    source = item.twin.read_text(encoding="utf-8")
    assert judge.judge(item, source, lift_bans=True).verdict == "accepted"
    assert judge.judge(item, source).verdict == "forbidden"
