"""One request and its reply over HTTP: no redirect is followed, no reply is read beyond a limit or a deadline."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

from evalmode.answers.llm.failures import ModelFailedError, TooLateError, refused
from evalmode.answers.llm.protocols import OPTIONAL, body_of, headers_of, text_of, url_of
from evalmode.core import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from evalmode.answers.llm.endpoint import Endpoint

LONGEST_REPLY = 256_000
"""Bytes; a judgement takes a few thousand."""
_SHORT_WAIT = 5.0
"""Seconds for which a rate limit is waited out."""
_BUSY = frozenset({429, 503, 529})
_NOT_UNDERSTOOD = frozenset({400, 422})


class Exchange:
    """Asks one model until a deadline; may be used by several threads at once.

    Args:
        endpoint: The model.
        transport: What carries the requests; None for the network.
        sleep: Waits out a rate limit.

    Raises:
        UnavailableError: httpx is not installed.
        ModelFailedError: The key's variable is not set, or holds what no header can carry.
    """

    def __init__(
        self, endpoint: Endpoint, transport: httpx.BaseTransport | None, sleep: Callable[[float], None]
    ) -> None:
        try:
            import httpx
        except ImportError as error:
            raise UnavailableError(
                "Judging with a language model needs httpx.", hint="pip install 'evalmode[llm]'"
            ) from error
        self._httpx = httpx
        self._endpoint = endpoint
        self._sleep = sleep
        self._deadline = time.monotonic() + endpoint.seconds
        self._headers = {"accept-encoding": "identity"} | headers_of(endpoint, _key(endpoint))
        self.reached = False
        """Whether words may have left the machine: a connection stood, and a request was begun."""
        # Neither a proxy nor a password file of the environment takes part: the words go to the host that was named.
        self._client = httpx.Client(transport=transport, follow_redirects=False, trust_env=False)

    def close(self) -> None:
        """End all connections."""
        self._client.close()

    def left(self) -> float:
        """Seconds until the deadline, never below 0."""
        return max(0.0, self._deadline - time.monotonic())

    def ask(self, system: str, message: str) -> str:
        """The model's words.

        Raises:
            ModelFailedError: It did not answer, or not in a form that can be read.
        """
        body = body_of(self._endpoint, system, message)
        status, reply, wait = self._post(body)
        if status in _BUSY and wait is not None and wait <= min(_SHORT_WAIT, self.left()):
            self._sleep(wait)
            status, reply, _ = self._post(body)
        for _ in OPTIONAL:
            if status in _NOT_UNDERSTOOD and (unwanted := _unwanted(body, reply)):
                del body[unwanted]
                status, reply, _ = self._post(body)
        if status != 200:
            raise refused(status)
        return text_of(self._endpoint, reply)

    def _post(self, body: dict[str, Any]) -> tuple[int, bytes, float | None]:
        """Status, body, and the seconds to wait where the server names them."""
        httpx = self._httpx
        if not self.left():
            raise TooLateError
        try:
            with self._client.stream(
                "POST",
                url_of(self._endpoint),
                json=body,
                headers=self._headers,
                timeout=self.left(),
                extensions={"trace": self._note},
            ) as response:
                self.reached = True
                return response.status_code, self._read(response), _seconds(response.headers.get("retry-after"))
        except httpx.ConnectTimeout:
            raise TooLateError from None
        except httpx.ConnectError:
            raise ModelFailedError("could not be reached") from None
        except httpx.TimeoutException:
            raise TooLateError from None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError):
            raise ModelFailedError("broke the connection off") from None

    def _note(self, event: str, _: dict[str, Any]) -> None:
        """Called by the transport at each step, such as ``http11.send_request_headers.started``."""
        if ".send_request_" in event:
            self.reached = True

    def _read(self, response: httpx.Response) -> bytes:
        reply = bytearray()
        for chunk in response.iter_bytes():
            reply += chunk
            if len(reply) > LONGEST_REPLY:
                raise ModelFailedError("replied at far too great a length")
            if not self.left():
                raise TooLateError
        return bytes(reply)


def _key(endpoint: Endpoint) -> str:
    """The key, read from the environment at the moment it is needed and kept nowhere else."""
    name = endpoint.key_variable
    if not name:
        return ""
    key = os.environ.get(name, "").strip()
    if not key:
        raise ModelFailedError(f"was not asked, because the environment variable {name} is not set")
    if not (key.isascii() and key.isprintable()):
        raise ModelFailedError(f"was not asked, because the environment variable {name} holds no key")
    return key


def _unwanted(body: dict[str, Any], reply: bytes) -> str:
    """What the server would not have: the optional part that it names, else the form, which fewer servers know."""
    said = reply.decode("utf-8", "replace")
    if "temperature" in body and "temperature" in said:
        return "temperature"
    return "response_format" if "response_format" in body else ""


def _seconds(header: str | None) -> float | None:
    """A wait in seconds; dates are not worth waiting for."""
    try:
        seconds = float(header or "")
    except ValueError:
        return None
    return seconds if seconds >= 0 else None
