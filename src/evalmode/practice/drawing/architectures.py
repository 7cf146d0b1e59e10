"""The list of architectures, and one architecture as it is worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from evalmode.bank import turns_of
from evalmode.practice.asking import board_item
from evalmode.practice.drawing.references import solution_of
from evalmode.practice.drawing.sheets import unpack_sheet
from evalmode.practice.rounds import current_round, submissions_of, tries_of, typed_in, within
from evalmode.practice.values import ArchitectureBrief, ArchitectureView, ProblemState, SpokenPart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.bank import BoardItem
    from evalmode.board.values import BoardVerdict
    from evalmode.practice.practice import Practice
    from evalmode.store import CardRecord, RoundRecord, SubmissionLine, Work


def list_architectures(p: Practice) -> tuple[ArchitectureBrief, ...]:
    """All architectures, in the bank's order, and how far the learner got with each."""
    with p.store.read(p.learner) as work:
        lines: dict[str, list[SubmissionLine]] = {}
        for line in work.submissions.lines():
            lines.setdefault(line.item_id, []).append(line)
        cards = {card.item_id: card for card in work.cards.all()}
        started = _started(work)
    briefs = []
    for item in p.bank.board:
        name = str(item.item_id)
        briefs.append(_brief(item, lines.get(name, ()), cards.get(name), started=name in started))
    return tuple(briefs)


def open_architecture(p: Practice, name: str) -> ArchitectureView:
    """An architecture as it is worked on.

    Raises:
        NotFoundError: There is no such architecture.
        BankError: Its own files are at fault.
    """
    item = board_item(p.bank, name)
    item_id = str(item.item_id)
    with p.store.read(p.learner) as work:
        present, draft = current_round(p, work, item_id), work.item_drafts.get(item_id)
        lines = work.submissions.lines(item_id)
        brief = _brief(item, lines, work.cards.get(item_id), started=item_id in _started(work))
        tries = tries_of(submissions_of(work, present))
        spoken = spoken_parts(work, item, present)
    return ArchitectureView(
        brief=brief,
        question=item.question,
        prerequisites=item.prerequisites,
        draft=unpack_sheet(typed_in(draft, present, "")),
        draft_revision=draft.revision,
        draft_saved_at=draft.saved_at if within(draft.saved_at, present) else None,
        hints_taken=present.hints,
        tries=tries,
        finished=present.finished_at is not None,
        spoken=spoken,
        solution=solution_of(item) if present.finished_at is not None else None,
    )


def spoken_parts(work: Work, item: BoardItem, present: RoundRecord) -> tuple[SpokenPart, ...]:
    """The questions in words with the latest answers of a round."""
    said = {
        line.part: line for line in work.attempts.lines(item_id=str(item.item_id)) if within(line.answered_at, present)
    }
    return tuple(
        SpokenPart(
            part=turn.part,
            question=turn.gradable.question,
            seconds=turn.gradable.seconds,
            attempt_id=said[turn.part].id if turn.part in said else None,
            score=said[turn.part].score if turn.part in said else None,
        )
        for turn in turns_of(item)
    )


def _started(work: Work) -> set[str]:
    """Architectures on which something was drawn, or for which help was taken, in their latest round."""
    return work.item_drafts.saved() | {one.item_id for one in work.rounds.all() if one.hints or one.revealed_at}


def _brief(
    item: BoardItem, lines: Sequence[SubmissionLine], card: CardRecord | None, *, started: bool
) -> ArchitectureBrief:
    handed_in = [line for line in lines if line.state != "given_up"]
    verdicts = [line.verdict for line in handed_in if line.verdict]
    return ArchitectureBrief(
        id=item.id,
        item_id=str(item.item_id),
        title=item.title,
        topics=item.topics,
        checklist=item.checklist,
        level=item.level,
        minutes=item.minutes,
        state=_state(lines, right="right" in verdicts, started=started),
        attempts=len(handed_in),
        best_score=max((line.score for line in handed_in if line.score is not None), default=None),
        last_verdict=cast("BoardVerdict", verdicts[-1]) if verdicts else None,
        last_attempt_at=lines[-1].answered_at if lines else None,
        due=card.due if card else None,
    )


def _state(lines: Sequence[SubmissionLine], *, right: bool, started: bool) -> ProblemState:
    if right:
        return ProblemState.PASSED
    if any(line.state == "given_up" for line in lines):
        return ProblemState.GIVEN_UP
    return ProblemState.STARTED if started or lines else ProblemState.NEW
