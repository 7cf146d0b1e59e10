"""The final checklist, ticked by evidence."""

from fastapi import APIRouter

from evalmode import practice
from evalmode.practice.values import Readiness
from evalmode.web.deps import PracticeDep

router = APIRouter(tags=["readiness"])


@router.get("/readiness")
def readiness(p: PracticeDep) -> Readiness:
    """Twelve items, each with the attempts that speak for it."""
    return practice.readiness(p)
