"""A candidate who writes code and whose process is killed, again and again, and the check of what is left.

The way of ``kill_candidate``, in the coding room. Arguments: database, number of kills, seed, and ``hasty`` for a
candidate who acknowledges before anything is stored, which the check must notice.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from kill_candidate import live_and_die, practising

from evalmode.practice import (
    get_code_attempt,
    open_problem,
    reset_problem,
    resume_judging,
    save_source,
    submit_code,
    take_hint,
)
from evalmode.practice.values import HintRequest, ResetRequest, SourceDraftRequest, SubmitRequest
from evalmode.store import open_store
from practice_kit import LiteralJudge

if TYPE_CHECKING:
    from evalmode.practice import Practice

SLUG = "leaky-relu"


class SlowJudge(LiteralJudge):
    """Thinks for a moment, so that some kills fall between a submission and its verdict."""

    def judge(self, problem, source, mode="submit"):
        """Judge, after a moment."""
        time.sleep(0.006)
        return super().judge(problem, source, mode)


def coder(database: str, pipe: int, number: int, *, hasty: bool) -> NoReturn:
    """Write code until killed, and write down every receipt."""

    def acknowledge(*receipt: object) -> None:
        os.write(pipe, (json.dumps(receipt) + "\n").encode())

    with practising(database) as quick:
        p = replace(quick, judge=SlowJudge())
        turn = 0
        while True:
            turn += 1
            reset_problem(p, SLUG, ResetRequest())
            take_hint(p, SLUG, HintRequest(number=1))
            acknowledge("hint", number, turn)
            source, revision = f"# {number}.{turn}", open_problem(p, SLUG).draft_revision
            for word in ("wrong", "right"):
                source = f"{source}\n{word}"
                if hasty:
                    acknowledge("draft", revision + 1, source)
                revision = save_source(p, SLUG, SourceDraftRequest(source=source, revision=revision)).revision
                acknowledge("draft", revision, source)
                if hasty:
                    acknowledge("submitted", source)
                submit_code(p, SLUG, SubmitRequest(source=source))
                acknowledge("submitted", source)


def missing(p: Practice, receipts: list[list[object]]) -> list[list[object]]:
    """Receipts for what is not there."""
    with p.store.read(p.learner) as work:
        draft = work.item_drafts.get(f"code/{SLUG}")
        sources = {attempt.text for attempt in work.attempts.all()}
    drafts = [receipt for receipt in receipts if receipt[0] == "draft"][-1:]
    lost = [one for one in drafts if draft.revision < one[1] or (draft.revision == one[1] and draft.text != one[2])]
    return lost + [one for one in receipts if one[0] == "submitted" and one[1] not in sources]


def main(database: str, kills: int, seed: int, *, hasty: bool) -> dict[str, object]:
    """Kill so many candidates, look after each, and have the rest judged."""
    chance = random.Random(seed)
    found = {"kills": kills, "receipts": 0, "unjudged": 0, "resumed": 0}
    lost: list[list[object]] = []
    open_store(database).close()
    for number in range(kills):
        receipts = live_and_die(database, number, chance, hasty=hasty, life=coder)
        found["receipts"] += len(receipts)
        with practising(database) as p:
            lost += missing(p, receipts)
            with p.store.read(p.learner) as work:
                found["unjudged"] += len(work.submissions.waiting())
            found["resumed"] += resume_judging(p)
    with practising(database) as p:
        with p.store.read(p.learner) as work:
            lines = work.submissions.lines()
            reviews = work.reviews.all()
            (card,) = work.cards.all()
        feedback = [get_code_attempt(p, line.attempt_id) for line in lines]
    return {
        **found,
        "lost": lost,
        "attempts": len(lines),
        "judged": sum(one.judgement is not None for one in feedback),
        "misjudged": [one.source for one in feedback if ("right" in one.source) is not (one.score > 0.5)],
        "accepted": sum(line.verdict == "accepted" for line in lines),
        "reviews": len(reviews),
        "card_reviews": card.reviews,
    }


if __name__ == "__main__":
    where, kills, seed, *how = sys.argv[1:]
    print(json.dumps(main(where, int(kills), int(seed), hasty="hasty" in how)))
