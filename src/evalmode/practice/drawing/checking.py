"""Checking drawings: as often as one likes, and those that were handed in."""

from __future__ import annotations

import logging
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from evalmode.bank import BoardItem
from evalmode.coach import made_score
from evalmode.core import EvalmodeError
from evalmode.practice.asking import board_item, find_item, is_architecture
from evalmode.practice.drawing.sheets import read_sheet, unpack_sheet
from evalmode.practice.making import storable
from evalmode.practice.round_reviews import count_round
from evalmode.practice.rounds import finish_round, within

if TYPE_CHECKING:
    from evalmode.board.values import BoardCheck
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import Sheet, SheetRequest
    from evalmode.store import AttemptRecord, Work

log = logging.getLogger(__name__)


def check_sheet(p: Practice, name: str, request: SheetRequest) -> BoardCheck:
    """Look at a drawing; it is no attempt, and nothing is stored.

    Raises:
        NotFoundError: There is no such architecture.
        InputError: The drawing cannot be read at all.
    """
    return check(board_item(p.bank, name), request.sheet)


def check(item: BoardItem, sheet: Sheet) -> BoardCheck:
    """What there is to say about a sheet.

    Raises:
        InputError: It cannot be read at all.
        BankError: The architecture's own files are at fault.
    """
    from evalmode.board.architecture import load_architecture  # what matching needs takes long to import
    from evalmode.board.check import check_drawing
    from evalmode.board.modules import ModuleError, write_module

    architecture, drawing = load_architecture(item), read_sheet(sheet)
    found = check_drawing(architecture, drawing)
    if found.verdict != "right":
        return found
    try:
        return replace(found, module=write_module(architecture.interpret(drawing), title=item.title).source)
    except ModuleError:
        return found  # a right drawing may be too coarse to be built


def check_attempt(p: Practice, attempt: AttemptRecord) -> str:
    """Check a drawing that is stored already, and count the review where it ends a round.

    Returns:
        Why it could not be checked, in a sentence for the candidate; empty when it was.
    """
    item = find_item(p.bank, attempt.item_id)
    if not isinstance(item, BoardItem):
        return "This architecture is no longer in the bank, so the drawing is kept without a verdict."
    try:
        found = check(item, unpack_sheet(attempt.text))
    except EvalmodeError as error:
        log.warning("Drawing %s could not be checked: %s", attempt.id, error)
        return f"Your drawing is kept. {error}"
    except Exception:  # whatever the checker stumbles over, the drawing is kept and the candidate goes on
        log.exception("The checker failed on drawing %s", attempt.id)
        return "Your drawing is kept, but checking it failed; it will be tried again at the next start."
    with p.store.write(p.learner) as work:
        _settle(p, work, attempt, found)
    return ""


def resume_checking(p: Practice) -> int:
    """Check what was handed in and never checked, of every learner, because the process was killed.

    Returns:
        How many drawings have a verdict now that had none.
    """
    checked = 0
    for learner in p.store.learners():
        theirs = replace(p, learner=learner)
        with p.store.read(learner) as work:
            found = [work.attempts.get(attempt_id) for attempt_id in work.submissions.waiting()]
        drawings = [one for one in found if one is not None and is_architecture(one.item_id)]
        checked += sum(not check_attempt(theirs, attempt) for attempt in drawings)
    return checked


def _settle(p: Practice, work: Work, attempt: AttemptRecord, found: BoardCheck) -> None:
    """Store a check, its score, and what follows from it for the round."""
    kept = work.submissions.get(attempt.id)
    if kept is None or kept.state != "waiting":
        return  # deleted meanwhile, or checked by another process
    present = work.rounds.get(attempt.item_id)
    right = found.verdict == "right"
    score = made_score(passed=right, share=found.score, hints=kept.hints, tries=kept.tries, revealed=kept.revealed)
    checked = replace(
        kept,
        state="judged",
        verdict=found.verdict,
        score=score,
        judgement=storable(asdict(found)),
        judged_at=p.clock.now(),
    )
    work.submissions.put([checked])
    work.attempts.set_score(attempt.id, score)
    if right and within(attempt.answered_at, present) and not present.finished_at:
        finish_round(work, present, attempt.answered_at, revealed=False)
        count_round(work, attempt, score)
