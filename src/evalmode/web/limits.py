"""How large a request may be, checked while it arrives so that nothing large is ever held in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from evalmode.web.errors import error_response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEGABYTE = 1_000_000
_DEFAULT = 2 * MEGABYTE
_LARGER = {"/api/v1/import": 200 * MEGABYTE, "/api/v1/voice/transcriptions": 25 * MEGABYTE}
_MADE = ("/api/v1/code/", "/api/v1/board/")
_OF_MADE = 8 * MEGABYTE
"""A program of one megabyte may be several times as large as JSON; who sends more is told by the use case."""


class BodyLimit:
    """Refuses a body that is larger than its path allows, by its announced length or as soon as it passes the limit."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting its bytes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = _limit(scope["path"])
        says = f"The request is larger than the {limit // MEGABYTE} MB that are accepted here."
        if _announced(scope) > limit:
            await error_response(413, "too_large", says, headers={"Connection": "close"})(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit:
                # The framework hands this kind of error on as it is, whatever it is just reading the body for.
                raise HTTPException(413, says, headers={"Connection": "close"})
            return message

        await self._app(scope, counted, send)


def _limit(path: str) -> int:
    return _OF_MADE if path.startswith(_MADE) else _LARGER.get(path, _DEFAULT)


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0
