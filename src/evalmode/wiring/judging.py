"""Where no judge is installed: saying so, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import UnavailableError
from evalmode.judge.values import JudgeStatus

if TYPE_CHECKING:
    from evalmode.bank import CodeItem
    from evalmode.judge.values import Judgement, Mode

_SAYS = "Nothing here can judge code yet."
_HINT = "Install PyTorch: pip install 'evalmode[torch]'."


class UnavailableJudge:
    """Judges nothing, and says what is missing."""

    def judge(self, problem: CodeItem, source: str, mode: Mode = "submit") -> Judgement:  # noqa: ARG002 - the port's
        """Refuse.

        Raises:
            UnavailableError: Always.
        """
        raise UnavailableError(_SAYS, hint=_HINT)

    def status(self) -> JudgeStatus:
        """That nothing works."""
        says = f"{_SAYS} {_HINT}"
        return JudgeStatus(works=False, isolated=False, tier="none", layers=(), torch="", interpreter="", says=says)
