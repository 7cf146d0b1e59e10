"""The same question put several times, each with the key points in another order, because order sways a model."""

from __future__ import annotations

import hashlib
import random
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

from evalmode.answers.llm.failures import ModelFailedError, TooLateError
from evalmode.answers.llm.prompts import REMINDER, SYSTEM, message_of
from evalmode.answers.llm.reply import Vote, votes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.answers.llm.exchange import Exchange
    from evalmode.core import Gradable, KeyPoint

RUNS = 3
_BETWEEN = "\n[…]\n"
"""Stands where the guards held words back."""

Votes = dict[str, Vote]


def orders_of(question: Gradable, answer: str) -> list[list[KeyPoint]]:
    """The orders in which the key points are put, always the same for a question and an answer."""
    seed = hashlib.sha256(f"{question.id}\0{answer}".encode("utf-8", "replace")).hexdigest()
    dice = random.Random(seed)  # noqa: S311 - shuffles, keeps no secret
    points = list(question.key_points)
    return [dice.sample(points, len(points)) for _ in range(RUNS)]


def ask_all(exchange: Exchange, question: Gradable, stretches: Sequence[str], answer: str) -> list[Votes]:
    """What each run says, all of them asked at once.

    Raises:
        ModelFailedError: One of them failed, or the time is over.
    """
    pool = ThreadPoolExecutor(RUNS, thread_name_prefix="ask-model")
    try:
        runs = [pool.submit(_ask, exchange, question, order, stretches) for order in orders_of(question, answer)]
        done, late = wait(runs, timeout=exchange.left(), return_when=FIRST_EXCEPTION)
        for run in done:
            run.result()  # raises what went wrong, where something did
        if late:
            raise TooLateError
        return [run.result() for run in runs]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _ask(exchange: Exchange, question: Gradable, order: Sequence[KeyPoint], stretches: Sequence[str]) -> Votes:
    message = message_of(question.question, order, _BETWEEN.join(stretches))
    ids = {point.id for point in order}
    votes = votes_of(exchange.ask(SYSTEM, message), ids, stretches)
    if votes is None:
        votes = votes_of(exchange.ask(SYSTEM, f"{message}\n\n{REMINDER}"), ids, stretches)
    if votes is None:
        raise ModelFailedError("did not reply in the form it was asked for")
    return votes
