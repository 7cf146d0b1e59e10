"""JSON as browsers really send it: half an emoji or a null byte in an answer is mended, not refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi.routing import APIRoute
from starlette.requests import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from starlette.responses import Response


class TolerantRequest(Request):
    """A request whose JSON holds only text that a database and a grader can carry."""

    async def json(self) -> Any:  # noqa: ANN401 - whatever the client sent
        """The body as JSON, its strings without null bytes, lone surrogates replaced."""
        return mend(await super().json())


class TolerantRoute(APIRoute):
    """A route that reads its body through :class:`TolerantRequest`."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler as FastAPI makes it, given a tolerant request."""
        handle = super().get_route_handler()

        async def tolerant(request: Request) -> Response:
            return await handle(TolerantRequest(request.scope, request.receive))

        return tolerant


def mend(value: Any) -> Any:  # noqa: ANN401 - any JSON document
    """The same document, its strings without null bytes, lone surrogates replaced by U+FFFD."""
    match value:
        case str():
            return value.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case list():
            return [mend(element) for element in value]
        case dict():
            return {mend(key): mend(element) for key, element in value.items()}
        case _:
            return value
