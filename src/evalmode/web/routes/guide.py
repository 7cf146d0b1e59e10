"""The guide: habits, mistakes, frequent questions, checklist."""

from typing import Annotated

from fastapi import APIRouter, Query

from evalmode import practice
from evalmode.practice.values import GuidePage
from evalmode.web.deps import PracticeDep

router = APIRouter(tags=["guide"])


@router.get("/guide")
def guide(
    p: PracticeDep, q: Annotated[str, Query(max_length=200, description="Words to look for.")] = ""
) -> tuple[GuidePage, ...]:
    """Pages that match the words, or all of them."""
    return practice.guide(p, q)
