"""The two ways to ask a model over HTTP: what to send, and where the text stands in what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from evalmode.answers.llm.failures import ModelFailedError
from evalmode.answers.llm.prompts import SCHEMA

if TYPE_CHECKING:
    from evalmode.answers.llm.endpoint import Endpoint

_LONGEST_REPLY = 4_096
"""Tokens; ten verdicts take a thousand."""
_ANTHROPIC_VERSION = "2023-06-01"

OPTIONAL = ("temperature", "response_format")
"""What some servers refuse; asking goes on without."""


def url_of(endpoint: Endpoint) -> str:
    """Where the request goes."""
    path = "/messages" if endpoint.protocol == "anthropic" else "/chat/completions"
    return endpoint.address if endpoint.address.endswith(path) else endpoint.address + path


def headers_of(endpoint: Endpoint, key: str) -> dict[str, str]:
    """The headers that carry the key, where there is one."""
    if endpoint.protocol == "anthropic":
        return {"anthropic-version": _ANTHROPIC_VERSION} | ({"x-api-key": key} if key else {})
    return {"authorization": f"Bearer {key}"} if key else {}


def body_of(endpoint: Endpoint, system: str, message: str) -> dict[str, Any]:
    """The request's body."""
    user = {"role": "user", "content": message}
    if endpoint.protocol == "anthropic":
        return {
            "model": endpoint.model,
            "max_tokens": _LONGEST_REPLY,
            "temperature": 0,
            "system": system,
            "messages": [user],
        }
    form = {"type": "json_schema", "json_schema": {"name": "verdicts", "strict": True, "schema": SCHEMA}}
    return {
        "model": endpoint.model,
        "temperature": 0,
        "stream": False,
        "response_format": form,
        "messages": [{"role": "system", "content": system}, user],
    }


def text_of(endpoint: Endpoint, reply: bytes) -> str:
    """The model's words.

    Raises:
        ModelFailedError: The reply is of another form.
    """
    try:
        if endpoint.protocol == "anthropic":
            return "".join(block.text for block in _Message.model_validate_json(reply).content)
        choices = _Completion.model_validate_json(reply).choices
    except ValidationError:
        choices = []
    if not choices:
        raise ModelFailedError(f"does not speak the protocol “{endpoint.protocol}”") from None
    return choices[0].message.content or ""


class _Said(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Said


class _Completion(BaseModel):
    choices: list[_Choice]


class _Block(BaseModel):
    text: str = ""


class _Message(BaseModel):
    content: list[_Block]
