"""The list of problems, one problem as it is worked on, and what judges here."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from evalmode.core import CodeVerdict
from evalmode.practice.asking import problem_item
from evalmode.practice.coding.programs import solution_of, starter_of
from evalmode.practice.rounds import current_round, narration_of, submissions_of, tries_of, typed_in, within
from evalmode.practice.values import JudgeStatusView, NarrationBrief, ProblemBrief, ProblemState, ProblemView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.bank import CodeItem
    from evalmode.practice.practice import Practice
    from evalmode.store import CardRecord, SubmissionLine, Work


def judge_status(p: Practice) -> JudgeStatusView:
    """What judges code here, and how well submissions are locked in."""
    return JudgeStatusView.model_validate(asdict(p.judge.status()))


def list_problems(p: Practice) -> tuple[ProblemBrief, ...]:
    """All problems, in the bank's order, and how far the learner got with each."""
    with p.store.read(p.learner) as work:
        lines: dict[str, list[SubmissionLine]] = {}
        for line in work.submissions.lines():
            lines.setdefault(line.item_id, []).append(line)
        cards = {card.item_id: card for card in work.cards.all()}
        started = _started(work)
    briefs = []
    for item in p.bank.code:
        name = str(item.item_id)
        briefs.append(_brief(item, lines.get(name, ()), cards.get(name), started=name in started))
    return tuple(briefs)


def open_problem(p: Practice, name: str) -> ProblemView:
    """A problem as it is worked on.

    Raises:
        NotFoundError: There is no such problem.
    """
    item = problem_item(p.bank, name)
    item_id = str(item.item_id)
    with p.store.read(p.learner) as work:
        present, draft = current_round(p, work, item_id), work.item_drafts.get(item_id)
        lines, said = work.submissions.lines(item_id), narration_of(work, present)
        brief = _brief(item, lines, work.cards.get(item_id), started=item_id in _started(work))
        tries = tries_of(submissions_of(work, present))
    starter = starter_of(item)
    return ProblemView(
        brief=brief,
        defines=item.defines,
        bans=item.bans,
        prerequisites=item.prerequisites,
        task=item.task,
        traps=item.traps,
        listens_for=item.listens_for,
        starter=starter,
        draft=typed_in(draft, present, starter),
        draft_revision=draft.revision,
        draft_saved_at=draft.saved_at if within(draft.saved_at, present) else None,
        hints=item.hints[: present.hints],
        hints_total=len(item.hints),
        tries=tries,
        finished=present.finished_at is not None,
        narration_seconds=item.narration.seconds,
        narration=NarrationBrief(attempt_id=said.id, answered_at=said.answered_at, score=said.score) if said else None,
        solution=solution_of(item) if present.finished_at is not None else None,
    )


def _started(work: Work) -> set[str]:
    """Problems on which something was written, or for which help was taken, in their latest round."""
    return work.item_drafts.saved() | {one.item_id for one in work.rounds.all() if one.hints or one.revealed_at}


def _brief(item: CodeItem, lines: Sequence[SubmissionLine], card: CardRecord | None, *, started: bool) -> ProblemBrief:
    submitted = [line for line in lines if line.state != "given_up"]
    accepted = [line for line in submitted if line.verdict == CodeVerdict.ACCEPTED]
    verdicts = [CodeVerdict(line.verdict) for line in submitted if line.verdict]
    return ProblemBrief(
        id=item.id,
        item_id=str(item.item_id),
        title=item.title,
        topics=item.topics,
        checklist=item.checklist,
        level=item.level,
        minutes=item.minutes,
        libraries=item.libraries,
        state=_state(lines, passed=bool(accepted), started=started),
        attempts=len(submitted),
        best_ratio=min((line.ratio for line in accepted if line.ratio is not None), default=None),
        last_verdict=verdicts[-1] if verdicts else None,
        last_attempt_at=lines[-1].answered_at if lines else None,
        due=card.due if card else None,
    )


def _state(lines: Sequence[SubmissionLine], *, passed: bool, started: bool) -> ProblemState:
    if passed:
        return ProblemState.PASSED
    if any(line.state == "given_up" for line in lines):
        return ProblemState.GIVEN_UP
    return ProblemState.STARTED if started or lines else ProblemState.NEW
