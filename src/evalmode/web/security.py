"""Who may talk to the local server: the browser that was given its first address, from its own pages, and nobody else.

The server listens on loopback, but every page in the browser and every program of every user of the machine can reach
loopback too. So the API wants a cookie that only the one-time token of the first address gives; a foreign page cannot
send it (``SameSite=Strict``), reach the server under another name (``Host``) or write to it (``Origin``).
"""

from __future__ import annotations

import hmac
import secrets
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from evalmode.web.errors import error_response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

API = "/api/"
_OPEN_PATHS = frozenset({"/api/v1/health"})
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass
class Security:
    """The secrets of one run of the server.

    Args:
        port: Its port; part of the cookie's name, because a browser shares cookies between the ports of a host.
        hosts: Names under which it may be addressed, besides the loopback's own.
    """

    port: int = 0
    hosts: frozenset[str] = _LOOPBACK
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    _used: bool = field(default=False, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    @property
    def cookie(self) -> str:
        """The cookie's name."""
        return f"evalmode_{self.port}"

    def redeem(self, token: str) -> bool:
        """Whether the token is the right one; true once only."""
        with self._lock:
            if self._used or not hmac.compare_digest(token.encode(), self.token.encode()):
                return False
            self._used = True
            return True

    def knows(self, headers: Headers) -> bool:
        """Whether a request carries the cookie."""
        given = cookie_parser(headers.get("cookie", "")).get(self.cookie, "")
        return hmac.compare_digest(given.encode(), self.session.encode())


class Guard:
    """Lets in what :class:`Security` allows, and puts the security headers on every response."""

    def __init__(self, app: ASGIApp, security: Security) -> None:
        self._app = app
        self._security = security

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, redirect or refuse a request."""
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
                return
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _security_headers(nonce).items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._refuse(scope) or self._exchange(scope)
        await (answer or self._app)(scope, receive, with_headers)

    def _refuse(self, scope: Scope) -> Response | None:
        headers, path = Headers(scope=scope), scope["path"]
        if "\0" in path:
            return error_response(404, "not_found", "No address of evalmode contains a null byte.")
        if _hostname(headers.get("host", "")) not in self._security.hosts:
            return error_response(
                403,
                "wrong_host",
                "This server answers only under the name of the machine it runs on.",
                "Open the address that evalmode printed.",
            )
        if not _is_own_page(headers, scope["method"], is_api=path.startswith(API)):
            return error_response(403, "foreign_page", "Another page tried to use evalmode, which is not allowed.")
        if path.startswith(API) and path not in _OPEN_PATHS and not self._security.knows(headers):
            return error_response(
                401,
                "not_signed_in",
                "This browser was not let in by this run of evalmode.",
                "Open the address that evalmode printed when it started, or start it again.",
            )
        return None

    def _exchange(self, scope: Scope) -> Response | None:
        """Turn the token of the first address into a cookie, and lead to the address without it."""
        if scope["method"] != "GET" or scope["path"].startswith(API):
            return None
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        tokens = [value for name, value in query if name == "token"]
        if not tokens:
            return None
        redeemed = self._security.redeem(tokens[0])
        if not redeemed and not self._security.knows(Headers(scope=scope)):
            return PlainTextResponse(
                "This address was used already, or belongs to an earlier run of evalmode. "
                "Start evalmode again to get a new one.\n",
                status_code=401,
            )
        rest = urlencode([(name, value) for name, value in query if name != "token"])
        # The path is taken as it is but never as the start of another address: "//elsewhere" would leave this server.
        clean = "/" + scope["path"].lstrip("/\\") + (f"?{rest}" if rest else "")
        response = RedirectResponse(clean, status_code=303, headers={"Cache-Control": "no-store"})
        if redeemed:
            response.set_cookie(self._security.cookie, self._security.session, httponly=True, samesite="strict")
        return response


def _hostname(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "") if host else ""
    except ValueError:
        return ""


def _is_own_page(headers: Headers, method: str, *, is_api: bool) -> bool:
    """Whether a request comes from our own page, from the address bar, or from no browser at all."""
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != headers.get("host"):
        return False
    site = headers.get("sec-fetch-site", "same-origin")
    if is_api or method not in {"GET", "HEAD"}:
        return site in {"same-origin", "none"}
    # A link to the app may stand on any page: it opens the page, which can then do nothing without the cookie.
    return site in {"same-origin", "none"} or headers.get("sec-fetch-mode") == "navigate"


def _security_headers(nonce: str) -> dict[str, str]:
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": f"'self' 'nonce-{nonce}'",
        # React sets styles through the object model, which is allowed; only markup with style="…" in it is refused.
        "style-src-attr": "'none'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "media-src": "'self' blob:",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "microphone=(self), camera=(), geolocation=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
