"""Judging code: submissions run in a sandbox, and a trusted process apart from both says whether they are right.

``LocalJudge`` keeps warm judges on this machine. They alone import torch, in the interpreter that the user chose.
"""

import sys
from types import ModuleType
from typing import Any

from evalmode.judge.gate import GATE_RULES, gate
from evalmode.judge.interpreter import Interpreter, check_interpreter, find_interpreter
from evalmode.judge.local import LocalJudge
from evalmode.judge.values import (
    CheckResult,
    CodeVerdict,
    FailingExample,
    Judge,
    Judgement,
    JudgeStatus,
    Mode,
    ModuleRun,
    Shown,
)

__all__ = [
    "GATE_RULES",
    "CheckResult",
    "CodeVerdict",
    "FailingExample",
    "Interpreter",
    "Judge",
    "JudgeStatus",
    "Judgement",
    "LocalJudge",
    "Mode",
    "ModuleRun",
    "Shown",
    "check_interpreter",
    "find_interpreter",
    "gate",
]


class _CallablePackage(ModuleType):
    """``evalmode.judge`` is this package and, for those who only want a verdict, a function; see ``oneshot``."""

    def __call__(self, problem: str, source: str, **choices: Any) -> Judgement:  # noqa: ANN401 - handed on
        from evalmode.judge.oneshot import judge

        return judge(problem, source, **choices)


sys.modules[__name__].__class__ = _CallablePackage
