"""Words that the grader learnt from this learner."""

from typing import Annotated

from fastapi import APIRouter, Query

from evalmode import practice
from evalmode.practice.values import PhrasingView
from evalmode.web.deps import PracticeDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, prefix="/phrasings", tags=["phrasings"])


@router.get("")
def list_phrasings(
    p: PracticeDep,
    item: Annotated[
        str | None, Query(max_length=200, description="Only for this item; all where none is given.")
    ] = None,
) -> tuple[PhrasingView, ...]:
    """What is remembered, oldest first."""
    return practice.list_phrasings(p, item)


@router.delete("/{phrasing_id}")
def remove_phrasing(p: PracticeDep, phrasing_id: str) -> PhrasingView:
    """Take a phrasing back; answers are then graded without it."""
    return practice.remove_phrasing(p, phrasing_id)
