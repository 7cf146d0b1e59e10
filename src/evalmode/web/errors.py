"""Errors as HTTP responses: one shape for all of them, one clear sentence in each."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from evalmode.core import EvalmodeError
from evalmode.practice.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from fastapi import FastAPI, Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("evalmode.web")

_CODES = {401: "not_signed_in", 403: "forbidden", 404: "not_found", 405: "method_not_allowed", 413: "too_large"}


class ErrorDetail(Value):
    """What went wrong, for a program and for a person."""

    code: str
    """A stable slug, such as ``not_found``."""
    message: str
    """One sentence for a person."""
    hint: str | None = None
    """What to do about it, where something can be done."""


class ErrorDocument(Value):
    """The body of every response that is not a success."""

    error: ErrorDetail


def error_response(
    status: int, code: str, message: str, hint: str | None = None, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """A response with an :class:`ErrorDocument`."""
    document = ErrorDocument(error=ErrorDetail(code=code, message=message, hint=hint))
    return JSONResponse(document.model_dump(), status_code=status, headers=headers)


def install_error_handlers(app: FastAPI) -> None:
    """Make every error that a route raises on purpose an :class:`ErrorDocument`."""

    @app.exception_handler(EvalmodeError)
    async def _on_purpose(request: Request, error: EvalmodeError) -> JSONResponse:
        if error.status >= 500:
            log.error("%s %s: %s", request.method, request.url.path, error)
        return error_response(error.status, error.code, error.message, error.hint)

    @app.exception_handler(RequestValidationError)
    async def _not_valid(_request: Request, error: RequestValidationError) -> JSONResponse:
        return error_response(422, "invalid_request", validation_sentence(error.errors()))

    @app.exception_handler(HTTPException)
    async def _refused(request: Request, error: HTTPException) -> JSONResponse:
        code = _CODES.get(error.status_code, "refused")
        message = {
            400: "The request's body cannot be read.",
            404: f"There is nothing at {request.url.path}.",
            405: f"{request.method} is not possible at {request.url.path}.",
        }.get(error.status_code, str(error.detail))
        return error_response(error.status_code, code, message, headers=error.headers)


class LastResort:
    """Answers what nobody foresaw with one sentence, and writes the rest to the log."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and catch whatever comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception:
            log.exception("%s %s failed", scope["method"], scope["path"])
            if started:
                raise
            hint = "Reload the page. The terminal that runs evalmode shows what happened."
            message = "evalmode failed; nothing that was saved is lost."
            await error_response(500, "internal_error", message, hint)(scope, receive, send)


def validation_sentence(errors: Sequence[Mapping[str, Any]]) -> str:
    """One sentence that names the first field that is wrong and how many more there are."""
    first = errors[0]
    place = ".".join(str(part) for part in first["loc"] if part not in {"body", "query", "path"})
    if first["type"] == "json_invalid":
        return "The request is not valid JSON."
    message = str(first["msg"]).removeprefix("Value error, ")
    sentence = f"{place}: {message[:1].lower()}{message[1:]}" if place else message
    more = len(errors) - 1
    return sentence + (f" (and {more} more {'problem' if more == 1 else 'problems'})." if more else ".")
