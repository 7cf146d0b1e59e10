"""The final checklist, ticked by evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank import Bank, GuideItem, GuideSection, SpokenItem
from evalmode.coach import Shown, judge_readiness, recall, weakest
from evalmode.practice.asking import title_of
from evalmode.practice.cards import to_memory
from evalmode.practice.overview import Overview, overview_of
from evalmode.practice.values import Evidence, Readiness, ReadinessItem

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice

_KINDS = ("rapid", "deep", "code", "board")
_LEVELS = ("screen", "core", "senior")


def readiness(p: Practice) -> Readiness:
    """Where the learner stands on every item of the checklist; the rule is told in ``coach.readiness``."""
    with p.store.read(p.learner) as work:
        overview = overview_of(p.bank, work, p.clock.now())
    return readiness_of(p.bank, overview)


def readiness_of(bank: Bank, overview: Overview) -> Readiness:
    """The same, from what was practised."""
    pages = [page for page in bank.guide if page.section is GuideSection.CHECKLIST]
    items = tuple(_judge(bank, page, overview) for page in pages)
    return Readiness(
        items=items,
        ready=sum(item.ready for item in items),
        weakest=weakest((item.id, item.progress) for item in items),
    )


def evidence_for(bank: Bank, page_id: str) -> tuple[SpokenItem, ...]:
    """The items whose answers are evidence for a checklist item, in the order they are best practised."""
    items = [item for item in bank if not isinstance(item, GuideItem) and page_id in item.checklist]
    return tuple(sorted(items, key=lambda item: (_KINDS.index(item.kind), _LEVELS.index(item.level), item.id)))


def _judge(bank: Bank, page: GuideItem, overview: Overview) -> ReadinessItem:
    available = [str(item.item_id) for item in evidence_for(bank, page.id)]
    reviews = [overview.reviews_of[item_id][-1] for item_id in available if item_id in overview.reviews_of]
    shown = {
        review.item_id: Shown(review.item_id, review.score, review.reviewed_at, _recall(overview, review.item_id))
        for review in reviews
    }
    standing = judge_readiness(available, shown.values(), overview.now)
    return ReadinessItem(
        id=page.id,
        title=page.title,
        ready=standing.ready,
        progress=standing.progress,
        evidence=tuple(
            Evidence(
                item_id=review.item_id,
                title=title_of(bank, review.item_id),
                score=review.score,
                answered_at=review.reviewed_at,
                recall=shown[review.item_id].recall,
                counts=review.item_id in standing.counting,
                attempt_id=review.attempt_id,
            )
            for review in reviews
        ),
        needed=standing.needed,
        next_item=standing.next_item,
        next_title=title_of(bank, standing.next_item) if standing.next_item else None,
        says=standing.says,
    )


def _recall(overview: Overview, item_id: str) -> float:
    memory = to_memory(overview.cards[item_id]) if item_id in overview.cards else None
    return recall(memory, overview.now) if memory else 0.0
