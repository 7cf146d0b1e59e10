"""Where a model answers: an address that holds no secret and leads to one host."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def read_address(text: str) -> str:
    """The base address of a model's HTTP interface, such as ``http://localhost:11434/v1``, without a slash at its end.

    Raises:
        ValueError: It is no http or https address, names no host, or holds what could be a secret: a user, a password,
            a query or a fragment. The message is a clause without the address.
    """
    try:
        parts = urlsplit(text.strip())
        _ = parts.port
    except ValueError as error:
        raise ValueError("is not an address such as http://localhost:11434/v1") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or any(mark.isspace() for mark in text.strip()):
        raise ValueError("should begin with http:// or https:// and name a host, as http://localhost:11434/v1 does")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError("should hold no user, password or query; the key is read from an environment variable")
    return SplitResult(parts.scheme, parts.netloc, parts.path.rstrip("/"), "", "").geturl()


def host_of(address: str) -> str:
    """The host, with its port where one is named."""
    return urlsplit(address).netloc
