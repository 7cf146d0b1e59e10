"""The first page of the day."""

from fastapi import APIRouter

from evalmode import practice
from evalmode.practice.values import Today
from evalmode.web.deps import PracticeDep

router = APIRouter(tags=["today"])


@router.get("/today")
def today(p: PracticeDep) -> Today:
    """What is due, what is new, and what to practise now."""
    return practice.today(p)
