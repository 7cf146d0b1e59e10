"""What a submission is worth: by its verdict, the hints taken, the tries needed, and what was said about it.

The rule: an accepted submission is worth 1, less 0.15 for each hint and 0.05 for each earlier try (0.2 at most), and
never less than 0.4; with the reference seen before, it is worth 0.3, because copying shows little. So one hint is
*good* and not *easy*, two hints still count as evidence, and three do not. A submission that is not accepted is worth
half the share of checks that it passed; one that was forbidden, broke out or is not Python is worth nothing.
A drawing is worth what code is, with the share of it that is right for the share of checks.
"""

from __future__ import annotations

from evalmode.core import CodeVerdict

_HINT, _TRY, _TRIES_AT_MOST, _FLOOR = 0.15, 0.05, 0.2, 0.4
_AFTER_REFERENCE = 0.3
_UNFINISHED = 0.5
_WORTH_NOTHING = (CodeVerdict.FORBIDDEN, CodeVerdict.SECURITY_VIOLATION, CodeVerdict.SYNTAX_ERROR)
_NARRATION = 0.2


def code_score(
    verdict: CodeVerdict, *, passed: int = 0, checks: int = 0, hints: int = 0, tries: int = 1, revealed: bool = False
) -> float:
    """The score in [0, 1] of a submission.

    Args:
        verdict: How it fared.
        passed: How many checks it passed.
        checks: How many were run.
        hints: Hints taken before it.
        tries: Which submission it was, from 1.
        revealed: Whether the reference had been seen.
    """
    share = 0.0 if verdict in _WORTH_NOTHING or not checks else passed / checks
    return made_score(passed=verdict is CodeVerdict.ACCEPTED, share=share, hints=hints, tries=tries, revealed=revealed)


def made_score(*, passed: bool, share: float, hints: int = 0, tries: int = 1, revealed: bool = False) -> float:
    """The score in [0, 1] of anything that was made, a program or a drawing.

    Args:
        passed: Whether it is right.
        share: How much of it is right, in [0, 1].
        hints: Hints taken before it.
        tries: Which submission it was, from 1.
        revealed: Whether the reference had been seen.
    """
    if not passed:
        return _UNFINISHED * share
    if revealed:
        return _AFTER_REFERENCE
    return max(_FLOOR, 1.0 - _HINT * hints - min(_TRIES_AT_MOST, _TRY * (tries - 1)))


def with_narration(code: float, narration: float | None) -> float:
    """The score of a problem: the code's, a fifth of it the narration's where one was given.

    Args:
        code: Score of the submission, in [0, 1].
        narration: Score of what was said before it; None where nothing was.
    """
    return code if narration is None else (1 - _NARRATION) * code + _NARRATION * narration
