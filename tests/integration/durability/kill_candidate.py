"""A candidate whose process is killed, again and again, and the check of what is left.

Runs as a program of its own, so that it may fork: everything is imported once, and each child only opens the database.
Prints what it found as one JSON object. Arguments: database, number of kills, seed, and ``hasty`` for a candidate that
acknowledges before anything is stored, which the check must notice.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

sys.path.insert(0, str(Path(__file__).parents[2]))

from evalmode.core import SteadyClock
from evalmode.practice import (
    answer_turn,
    ask_turn,
    get_feedback,
    open_sessions,
    resume_grading,
    save_draft,
    start_session,
)
from evalmode.practice.values import AnswerRequest, DraftRequest, Mode, SessionRequest
from evalmode.store import open_store
from practice_kit import LiteralGrader, practice_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from evalmode.core import Gradable, Grade
    from evalmode.practice import Practice

MOST_RECEIPTS = 9
"""A candidate lives for at most so many receipts, enough for two questions,"""
LAST_MOMENT = 0.012
"""and then for at most so many seconds more: about as long as storing and grading one answer takes."""


class SlowGrader(LiteralGrader):
    """Thinks for a moment, so that some kills fall between an answer and its grade."""

    def grade(self, question: Gradable, answer: str) -> Grade:
        """Judge, after a moment."""
        time.sleep(0.003)
        return super().grade(question, answer)


@contextmanager
def practising(database: str) -> Iterator[Practice]:
    """A practice that is left in good order."""
    store = open_store(database)
    try:
        yield replace(practice_on(store), clock=SteadyClock(), grader=SlowGrader())
    finally:
        store.close()


def candidate(database: str, pipe: int, number: int, *, hasty: bool) -> NoReturn:
    """Practise until killed, and write down every receipt."""

    def acknowledge(*receipt: object) -> None:
        os.write(pipe, (json.dumps(receipt) + "\n").encode())

    with practising(database) as p:
        while True:
            found = open_sessions(p)
            request = SessionRequest(kind=["rapid", "deep"][number % 2], mode=list(Mode)[number // 2 % 2])
            session = found[0] if found else start_session(p, request)
            for brief in session.turns[session.position or 0 :]:
                at = (session.id, brief.position)
                turn = ask_turn(p, *at)
                text, revision = turn.draft, turn.draft_revision
                for word in range(3):
                    text = f"{text} {number}.{word}"[-500:]
                    if hasty:
                        acknowledge("draft", *at, revision + 1, text)
                    revision = save_draft(p, *at, DraftRequest(text=text, revision=revision)).revision
                    acknowledge("draft", *at, revision, text)
                if hasty:
                    acknowledge("answer", *at, text)
                answer_turn(p, *at, AnswerRequest(text=text, revision=revision))
                acknowledge("answer", *at, text)


def live_and_die(
    database: str, number: int, chance: random.Random, *, hasty: bool, life: Callable[..., NoReturn] = candidate
) -> list[list[object]]:
    """One candidate, from fork to kill -9; gives the receipts that came out in time."""
    receipts, seconds = chance.randint(0, MOST_RECEIPTS), chance.uniform(0, LAST_MOMENT)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        life(database, writing, number, hasty=hasty)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        text = b""
        while text.count(b"\n") < receipts:
            text += pipe.read(65_536) or died_by_itself(child)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        text += pipe.readall()
    lines = text.decode().split("\n")
    return [json.loads(line) for line in lines[:-1]]  # what was not written to its end was not acknowledged


def died_by_itself(child: int) -> NoReturn:
    """The candidate failed before it was killed; its traceback is on standard error."""
    _, status = os.waitpid(child, 0)
    raise ChildProcessError(status)


def missing(p: Practice, receipts: list[list[object]]) -> list[list[object]]:
    """Receipts for what is not there."""
    drafts, answers = {}, {}
    for kind, session_id, position, *rest in receipts:
        (drafts if kind == "draft" else answers)[session_id, position] = rest
    lost = []
    with p.store.read(p.learner) as work:
        for at, (revision, text) in drafts.items():
            kept = work.drafts.get(*at)
            if kept is None or kept.revision < revision or (kept.revision == revision and kept.text != text):
                lost.append(["draft", *at, revision, text])
        for at, (text,) in answers.items():
            attempt = work.attempts.at(*at)
            if attempt is None or text not in (attempt.text, attempt.late_text):
                lost.append(["answer", *at, text])
    return lost


def main(database: str, kills: int, seed: int, *, hasty: bool) -> dict[str, object]:
    """Kill so many candidates, look after each, and have the rest graded at the end."""
    chance = random.Random(seed)
    found = {"kills": kills, "drafts": 0, "answers": 0, "ungraded": 0, "resumed": 0}
    lost: list[list[object]] = []
    open_store(database).close()
    for number in range(kills):
        receipts = live_and_die(database, number, chance, hasty=hasty)
        found["drafts"] += sum(receipt[0] == "draft" for receipt in receipts)
        found["answers"] += sum(receipt[0] == "answer" for receipt in receipts)
        with practising(database) as p:
            lost += missing(p, receipts)
            with p.store.read(p.learner) as work:
                waiting = work.attempts.ungraded()
            found["ungraded"] += len(waiting)
            found["resumed"] += resume_grading(p)
    with practising(database) as p:
        with p.store.read(p.learner) as work:
            attempts = work.attempts.all()
            reviews = {review.attempt_id for review in work.reviews.all()}
        feedback = [get_feedback(p, attempt.id) for attempt in attempts]
    closed = {one.attempt_id for one in feedback if one.memory is not None}
    return {
        **found,
        "lost": lost,
        "attempts": len(attempts),
        "graded": sum(one.graded for one in feedback),
        "reviews_without_memory": sorted(reviews - closed),
        "rapid_without_review": sum(one.memory is None for one in feedback if one.item_id.startswith("rapid/")),
    }


if __name__ == "__main__":
    where, kills, seed, *how = sys.argv[1:]
    print(json.dumps(main(where, int(kills), int(seed), hasty="hasty" in how)))
