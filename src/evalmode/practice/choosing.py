"""Which of the bank's items a session asks, given what was practised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank import Bank, DeepItem, GradedItem, RapidItem
from evalmode.coach import Candidate, choose, end_of_day
from evalmode.core import InputError
from evalmode.practice.asking import find_question, graded_items
from evalmode.practice.overview import Overview, overview_of

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import SessionRequest
    from evalmode.store import Work


def choose_items(p: Practice, work: Work, request: SessionRequest, seed: int) -> list[GradedItem]:
    """Choose the questions of a session.

    Raises:
        NotFoundError: A topic that does not exist.
        InputError: Nothing fits the request.
    """
    now = p.clock.now()
    overview = overview_of(p.bank, work, now)
    pool = p.bank.select(kinds=(request.kind,), topics=request.topics, levels=request.levels)
    chosen = choose(
        [_candidate(p.bank, item, overview) for item in pool if isinstance(item, RapidItem | DeepItem)],
        count=request.count,
        due_until=end_of_day(now, p.zone),
        seed=seed,
        only_due=request.only_due,
        practised=frozenset(topic for one in overview.practised.values() for topic in one.topics),
        teachable=frozenset(topic for item in graded_items(p.bank) for topic in item.topics),
    )
    if not chosen:
        raise _nothing(request, found=bool(pool))
    return [item for item in (find_question(p.bank, item_id) for item_id in chosen) if item is not None]


def _candidate(bank: Bank, item: GradedItem, overview: Overview) -> Candidate:
    item_id = str(item.item_id)
    topics = [bank.topics[topic] for topic in item.topics if topic in bank.topics]
    card, practised = overview.cards.get(item_id), overview.practised.get(item_id)
    return Candidate(
        item_id=item_id,
        topics=item.topics,
        area=topics[0].area if topics else item.topics[0],
        level=str(item.level),
        prerequisites=(*item.prerequisites, *(need for topic in topics for need in topic.prerequisites)),
        due=card.due if card else None,
        strength=practised.strength if practised else None,
    )


def _nothing(request: SessionRequest, *, found: bool) -> InputError:
    if found:
        return InputError("Nothing is due that fits.", hint="Leave out the wish for due questions only.")
    what = "questions for a deep dive" if request.kind == "deep" else "rapid-fire questions"
    return InputError(f"There are no {what} that fit.", hint="Choose other topics or levels.")
