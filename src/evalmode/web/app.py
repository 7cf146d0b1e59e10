"""The application: routes, guards and the front end put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

from evalmode import __version__
from evalmode.web.errors import LastResort, install_error_handlers
from evalmode.web.limits import BodyLimit
from evalmode.web.routes import api_router
from evalmode.web.security import Guard, Security
from evalmode.web.static import FrontEnd

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi.routing import APIRoute

    from evalmode.web.deps import Services


def create_app(services: Services | None, security: Security | None = None, static: Path | None = None) -> FastAPI:
    """Put the application together.

    Args:
        services: What the routes use; None where only the OpenAPI document is wanted.
        security: The secrets of this run; fresh ones where None.
        static: The folder of the built front end; the one in the package where None.
    """
    app = FastAPI(
        title="evalmode",
        version=__version__,
        summary="Practise for a deep-learning interview; everything stays on this machine.",
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_operation_id,
    )
    app.state.services = services
    app.include_router(api_router())
    install_error_handlers(app)
    app.mount("/", FrontEnd(static))
    # The last one added is the first to see a request, so that even a failure leaves with the security headers.
    app.add_middleware(BodyLimit)
    app.add_middleware(LastResort)
    app.add_middleware(Guard, security=security or Security())
    return app


def _operation_id(route: APIRoute) -> str:
    """The name of the function, which is the name of the use case: stable, and readable in generated clients."""
    return route.name
