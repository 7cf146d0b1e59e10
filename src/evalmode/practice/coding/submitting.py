"""Trying a program on the visible examples, and handing one in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.asking import problem_item
from evalmode.practice.coding.attempts import get_code_attempt
from evalmode.practice.coding.judgements import view_judgement
from evalmode.practice.coding.judging import judge_attempt
from evalmode.practice.coding.programs import accept_source
from evalmode.practice.making import hand_in

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import CodeFeedback, JudgementView, RunRequest, SubmitRequest


def run_examples(p: Practice, name: str, request: RunRequest) -> JudgementView:
    """Try a program on the visible examples; it is no attempt, and nothing is stored.

    Raises:
        NotFoundError: There is no such problem.
        InputError: The program is too large.
        UnavailableError: Nothing here can judge.
    """
    item = problem_item(p.bank, name)
    return view_judgement(p.judge.judge(item, accept_source(request.source), "examples"))


def submit_code(p: Practice, name: str, request: SubmitRequest) -> CodeFeedback:
    """Hand a program in: it is stored, then judged.

    The same program sent again while it waits for its verdict is the same attempt.

    Raises:
        NotFoundError: There is no such problem.
        InputError: The program is too large.
    """
    item, source = problem_item(p.bank, name), accept_source(request.source)
    attempt = hand_in(p, item, source, request.seconds_used)
    failure = judge_attempt(p, attempt)
    return get_code_attempt(p, attempt.id, failure=failure)
