"""Is the server there, and what works on this machine."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from evalmode import __version__
from evalmode.practice.values import Ability
from evalmode.web.deps import ServicesDep

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """A sign of life."""

    status: Literal["ok"]
    version: str


@router.get("/health")
async def health() -> Health:
    """Answers as soon as the server takes requests; the only route that needs no cookie."""
    return Health(status="ok", version=__version__)


@router.get("/abilities")
def abilities(services: ServicesDep) -> tuple[Ability, ...]:
    """What works on this machine, and what to install for the rest."""
    return services.abilities()
