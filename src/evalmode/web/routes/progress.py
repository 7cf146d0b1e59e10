"""Looking back on all that was practised."""

from fastapi import APIRouter

from evalmode import practice
from evalmode.practice.values import Progress
from evalmode.web.deps import PracticeDep

router = APIRouter(tags=["progress"])


@router.get("/progress")
def progress(p: PracticeDep) -> Progress:
    """Calendar, retention, mastery and time against budget."""
    return practice.progress(p)
