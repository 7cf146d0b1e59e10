"""The bank as a candidate browses it: items, topics, proofs and the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank import (
    Bank,
    BoardItem,
    CodeItem,
    DeepItem,
    GuideItem,
    Item,
    RapidItem,
    SpokenItem,
    points_of,
    turns_of,
)
from evalmode.coach import mastery
from evalmode.practice.asking import find_item, graded_item, practised_items, title_of
from evalmode.practice.feedback import follow_ups_of, links_of, proofs_of
from evalmode.practice.overview import Overview, overview_of
from evalmode.practice.values import (
    AreaView,
    AttemptBrief,
    GuidePage,
    ItemBrief,
    ItemPoint,
    ItemView,
    PracticeLink,
    ProofRun,
    TopicMapView,
    TopicView,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evalmode.practice.practice import Practice


def list_items(
    p: Practice,
    kinds: Sequence[str] = (),
    topics: Sequence[str] = (),
    levels: Sequence[str] = (),
    query: str = "",
) -> tuple[ItemBrief, ...]:
    """Items that pass all filters, in the bank's order; pages of the guide only where that kind is asked for.

    Args:
        p: The practice.
        kinds: Kinds of items.
        topics: Topics or areas.
        levels: Levels.
        query: Words that must all stand in an item's title, question, id or topics.

    Raises:
        NotFoundError: A topic or level that does not exist.
    """
    found = p.bank.select(kinds=kinds or ("rapid", "deep", "code", "board"), topics=topics, levels=levels)
    words = query.lower().split()
    with p.store.read(p.learner) as work:
        overview = overview_of(p.bank, work, p.clock.now())
    return tuple(
        _brief(item, overview)
        for item in found
        if _matches(f"{item.item_id} {' '.join(item.topics)} {item.title} {_asked(item)}", words)
    )


def show_item(p: Practice, name: str) -> ItemView:
    """Everything about an item; it gives the answer away, but for a problem's solution and an architecture's drawing.

    Raises:
        NotFoundError: There is none of that name.
    """
    item = p.bank.get(name)
    with p.store.read(p.learner) as work:
        overview = overview_of(p.bank, work, p.clock.now())
    spoken = None if isinstance(item, GuideItem) else item
    graded = item if isinstance(item, RapidItem | DeepItem) else None
    return ItemView(
        brief=_brief(item, overview),
        question=_asked(item),
        answer=turns_of(item)[0].model_answer if isinstance(item, CodeItem | BoardItem) else item.answer,
        headline=graded.headline if isinstance(graded, DeepItem) else None,
        why=graded.why if graded else "",
        points=tuple(_points(spoken)) if spoken else (),
        follow_ups=follow_ups_of(spoken) if spoken else (),
        links=links_of(p.bank, graded) if graded else (),
        sources=item.sources,
        proofs=proofs_of(graded) if graded else (),
        history=tuple(
            AttemptBrief(
                attempt_id=line.id,
                part=line.part,
                answered_at=line.answered_at,
                score=line.score,
                seconds_used=line.seconds_used,
            )
            for line in reversed(overview.lines)
            if line.item_id == str(item.item_id) and line.score is not None
        ),
    )


def topic_map(p: Practice) -> TopicMapView:
    """All topics with their items and how well each is known."""
    with p.store.read(p.learner) as work:
        known = mastery(overview_of(p.bank, work, p.clock.now()).practised.values())
    items: dict[str, list[str]] = {}
    for item in practised_items(p.bank):
        for topic in item.topics:
            items.setdefault(topic, []).append(str(item.item_id))
    return TopicMapView(
        areas=tuple(AreaView(id=area.id, title=area.title) for area in p.bank.areas.values()),
        topics=tuple(
            TopicView(
                id=topic.id,
                title=topic.title,
                area=topic.area,
                level=topic.level,
                prerequisites=topic.prerequisites,
                items=tuple(items.get(topic.id, ())),
                mastery=known.get(topic.id),
            )
            for topic in p.bank.topics.values()
        ),
    )


def run_proofs(p: Practice, name: str) -> tuple[ProofRun, ...]:
    """Run the programs that prove an item's claims, each in a process of its own.

    Raises:
        NotFoundError: There is no such item.
    """
    return p.prover(graded_item(p.bank, name))


def guide(p: Practice, query: str = "") -> tuple[GuidePage, ...]:
    """The pages of the guide that hold all words of the query."""
    words = query.lower().split()
    return tuple(
        _page(p.bank, page) for page in p.bank.guide if _matches(f"{page.title} {page.question} {page.answer}", words)
    )


def _matches(text: str, words: Sequence[str]) -> bool:
    lower = text.lower()
    return all(word in lower for word in words)


def _asked(item: Item) -> str:
    return item.task if isinstance(item, CodeItem) else item.question


def _seconds(item: Item) -> int | None:
    match item:
        case GuideItem():
            return None
        case CodeItem() | BoardItem():
            return item.minutes * 60
        case _:
            return item.seconds


def _brief(item: Item, overview: Overview) -> ItemBrief:
    item_id = str(item.item_id)
    scores = [review.score for review in overview.reviews_of.get(item_id, ())]
    card = overview.cards.get(item_id)
    return ItemBrief(
        item_id=item_id,
        kind=item.kind,
        title=item.title,
        topics=item.topics,
        level=item.level,
        seconds=_seconds(item),
        attempts=overview.attempts_of[item_id],
        best_score=max(scores, default=None),
        last_score=scores[-1] if scores else None,
        due=card.due if card else None,
        proven=isinstance(item, RapidItem | DeepItem) and bool(item.proofs),
    )


def _points(item: SpokenItem) -> Iterator[ItemPoint]:
    proofs = item.proofs if isinstance(item, RapidItem | DeepItem) else ()
    proven = {point for proof in proofs for point in proof.proves}
    authored = {point.id: point for _, point in points_of(item)}
    for turn in turns_of(item):
        for key in turn.gradable.key_points:
            yield ItemPoint(
                id=key.id,
                part=turn.part,
                claim=key.claim,
                weight=key.weight,
                proven=key.id in proven,
                unproven_reason=item.unproven.get(key.id),
                misconceptions=tuple((wrong.says, wrong.correction) for wrong in authored[key.id].misconceptions),
            )


def _page(bank: Bank, page: GuideItem) -> GuidePage:
    practice = [item for item in (find_item(bank, name) for name in page.practice) if item is not None]
    return GuidePage(
        id=page.id,
        section=page.section.value,
        order=page.order,
        title=page.title,
        question=page.question,
        answer=page.answer,
        practice=tuple(
            PracticeLink(item_id=str(item.item_id), title=title_of(bank, str(item.item_id)), kind=item.kind)
            for item in practice
        ),
    )
