"""The API: one router per resource, each only a thin skin over the use case of the same name."""

from __future__ import annotations

from fastapi import APIRouter

from evalmode.web.errors import ErrorDocument
from evalmode.web.routes import (
    attempts,
    board,
    code,
    data,
    grade,
    guide,
    health,
    items,
    phrasings,
    progress,
    readiness,
    sessions,
    settings,
    today,
    turns,
    voice,
)

__all__ = ["api_router"]


def api_router() -> APIRouter:
    """All routes under ``/api/v1``."""
    api = APIRouter(
        prefix="/api/v1",
        responses={"default": {"model": ErrorDocument, "description": "One sentence on what went wrong"}},
    )
    for resource in (
        health,
        today,
        sessions,
        turns,
        attempts,
        board,
        code,
        items,
        phrasings,
        guide,
        readiness,
        progress,
        settings,
        data,
        voice,
        grade,
    ):
        api.include_router(resource.router)
    return api
