"""What the user chose."""

from fastapi import APIRouter

from evalmode import practice
from evalmode.practice.values import Settings
from evalmode.web.deps import PracticeDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, tags=["settings"])


@router.get("/settings")
def get_settings(p: PracticeDep) -> Settings:
    """What is chosen, defaults included."""
    return practice.get_settings(p)


@router.put("/settings")
def put_settings(p: PracticeDep, settings: Settings) -> Settings:
    """Keep a choice."""
    return practice.put_settings(p, settings)
