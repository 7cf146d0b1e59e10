"""Running the server on this machine: a port, an address with its token, and an orderly end."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import logging
import os
import socket
import sys
import threading
import webbrowser
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import anyio.to_thread
import uvicorn

from evalmode import practice
from evalmode.core import InputError
from evalmode.web.app import create_app
from evalmode.web.security import Security

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from fastapi import FastAPI

    from evalmode.practice import Practice
    from evalmode.web.deps import Services

log = logging.getLogger("evalmode.web")

USUAL_PORT = 8642
"""Taken when it is free, so that the address stays the same from day to day."""

_THREADS = 40
"""Use cases that run at the same time. More would only queue for the database instead of here."""


def serve(
    services: Services,
    listening: socket.socket,
    *,
    announce: Callable[[str], None],
    open_browser: bool = True,
    static: Path | None = None,
) -> None:
    """Serve until interrupted.

    Args:
        services: What the routes use.
        listening: Where to answer; see :func:`listen`.
        announce: Called once with the address, token included, as soon as requests are answered.
        open_browser: Whether to open the address in the user's browser.
        static: The folder of the built front end; the one in the package where None.
    """
    host, port = listening.getsockname()[:2]
    security = Security(port=port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{port}/?{urlencode({'token': security.token})}"

    def ready() -> None:
        announce(address)
        if open_browser:
            threading.Thread(target=_open, args=(address,), daemon=True).start()

    app = create_app(services, security, static)
    app.router.lifespan_context = _lifespan(services)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5, ws="none"
    )
    with contextlib.suppress(KeyboardInterrupt):  # the ordinary way to end it, and nothing is left undone
        _Server(config, ready).run(sockets=[listening])


def listen(host: str, port: int | None) -> socket.socket:
    """A socket that listens on loopback.

    Raises:
        InputError: The port is taken, or the host is not the machine's own loopback.
    """
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        address = None
    if address is None or not address.is_loopback:
        raise InputError(
            f"{host} is not this machine's loopback address, and this server is for its own user only.",
            hint="Leave out --host, or write 127.0.0.1.",
        )
    if port is not None and not 0 <= port <= 65_535:
        raise InputError(f"{port} is not a port.", hint="Ports go from 1 to 65535.")
    for wanted in (port,) if port is not None else (USUAL_PORT, 0):
        # Only a socket that says it is TCP gets asyncio's TCP_NODELAY; without it every answer waits 40 ms for the
        # client's acknowledgement of its own first half.
        family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where "reuse" would let two servers share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((str(address), wanted))
            listening.listen(2048)
        except OSError as error:
            listening.close()
            if wanted == USUAL_PORT and port is None:
                continue
            raise _cannot_listen(wanted, error) from error
        return listening
    raise _cannot_listen(0, OSError(errno.EADDRINUSE, "no port is free"))


def _cannot_listen(port: int, error: OSError) -> InputError:
    if error.errno == errno.EADDRINUSE:
        return InputError(
            f"Port {port} is already in use.", hint="Choose another, or leave out --port to get a free one."
        )
    if error.errno == errno.EACCES:
        return InputError(f"Port {port} is not allowed for ordinary users.", hint="Choose one above 1023.")
    return InputError(f"Port {port} cannot be used: {error.strerror}.", hint="Leave out --port to get a free one.")


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start answering, then say so."""
        await super().startup(sockets)
        if self.started and not self.should_exit:
            self._ready()


def _lifespan(services: Services) -> Callable[[FastAPI], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        for resume in (practice.resume_grading, practice.resume_judging, practice.resume_checking):
            threading.Thread(target=_resume, args=(resume, services.practice), daemon=True).start()
        yield
        await anyio.to_thread.run_sync(services.close)

    return lifespan


def _resume(resume: Callable[[Practice], int], p: Practice) -> None:
    """Grade and judge what an earlier run stored and did not come to, while requests are already answered."""
    try:
        resume(p)
    except Exception:
        log.exception("Some stored answers could not be graded or judged; the next start tries again")


def _open(address: str) -> None:
    """Open the browser; where there is none, the printed address is enough."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")):
        return  # only a browser that would take the terminal over could be opened here
    with contextlib.suppress(webbrowser.Error, OSError):
        webbrowser.open(address)
