"""The library: items, their proofs and the map of topics."""

from typing import Annotated

from fastapi import APIRouter, Query

from evalmode import practice
from evalmode.bank import Level
from evalmode.practice.values import ItemBrief, ItemView, ProofRun, TopicMapView
from evalmode.web.deps import PracticeDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, tags=["library"])

Words = Annotated[str, Query(max_length=200, description="Words to look for.")]


@router.get("/items")
def list_items(
    p: PracticeDep,
    kind: Annotated[list[str], Query(description="Kinds; all where none is given.")] = [],  # noqa: B006 - FastAPI copies it
    topic: Annotated[list[str], Query(description="Topics or areas.")] = [],  # noqa: B006
    level: Annotated[list[Level], Query(description="Levels.")] = [],  # noqa: B006
    q: Words = "",
) -> tuple[ItemBrief, ...]:
    """Items of any of the kinds, topics and levels that match the words."""
    return practice.list_items(p, tuple(kind), tuple(topic), tuple(level), q)


@router.get("/items/{kind}/{slug}")
def show_item(p: PracticeDep, kind: str, slug: str) -> ItemView:
    """Everything about an item; it gives the answer away."""
    return practice.show_item(p, f"{kind}/{slug}")


@router.post("/items/{kind}/{slug}/proofs")
def run_proofs(p: PracticeDep, kind: str, slug: str) -> tuple[ProofRun, ...]:
    """Run the programs that prove the item's claims, now, on this machine."""
    return practice.run_proofs(p, f"{kind}/{slug}")


@router.get("/topics")
def topic_map(p: PracticeDep) -> TopicMapView:
    """The map of the field, with what is mastered of it."""
    return practice.topic_map(p)
