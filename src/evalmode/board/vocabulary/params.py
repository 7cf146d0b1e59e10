"""Reading the sizes beside an operation: kernels, strides, channels, heads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalmode.board.vocabulary.values import Kind, ParamReader, Vocabulary

__all__ = ["read_params"]

_SQUARE = re.compile(r"^(\w+) ?[x×*·] ?\1$")
_SIZE = re.compile(
    r"^(?:\d+|\d{2,4}/\d{1,3}|\d*[·*]?(?:[CdDFKHNMEVk]|ch|dim|filters)(?:_?\{?(?:model|ff|out|in|mid|hidden|inner|[a-z0-9])\}?)?(?:[·*/]\d+|/r)?|r|h|vocab|\|V\||\d+[·*]?[abcdhknC]\w*|[a-zC]_?\w{0,6}/\d+|hidden|d_ff|V|vocab_size)$"
)
_KEYWORD = re.compile(r"^\s*[A-Za-z_]+\s*=")


def read_params(kind: Kind, beside: str, call: str, vocabulary: Vocabulary) -> tuple[dict[str, str], str]:
    """What the words beside an operation say about it.

    Args:
        kind: The operation.
        beside: The words between this operation and its neighbours.
        call: What stands in the brackets right behind it; empty if nothing does.
        vocabulary: Where the readers and modifiers are.

    Returns:
        The parameters as written, and the words that were not used.
    """
    params: dict[str, str] = {}
    rest = f"{call}\n{beside}" if call else beside
    for name in kind.params:
        reader = vocabulary.readers[name]
        if reader.call:
            rest = _read_call(reader, call, rest, params)
            continue
        rest = _read_one(reader, rest, params)
    return params, rest


def _read_call(reader: ParamReader, call: str, rest: str, params: dict[str, str]) -> str:
    arguments = [part.strip() for part in call.split(",") if part.strip()]
    places = [part for part in arguments if not _KEYWORD.match(part)]
    if len(places) < min(2, len(reader.names)) or any(not re.fullmatch(r"[\w./·*()]+", part) for part in places):
        return rest
    if (
        len(reader.names) > 2
        and len(places) < 3
        and not (len(places) == 2 and (len(arguments) > 2 or re.search(r"\d ?[x×] ?\d", rest)))
    ) or len(places) > len(reader.names):
        return rest
    if "kernel" in reader.names[:1] and not all(re.fullmatch(r"\d", part) for part in places):
        return rest
    if (
        len(reader.names) > 2
        and len(places) == 2
        and re.fullmatch(r"[1357](?:x[1357])?|([1-7])x\1", places[1])
        and "k=" not in call
    ):
        params.update(out=places[0], kernel=_value("kernel", places[1]))  # as Keras has it: filters, kernel
        return "\n".join(part for part in arguments if _KEYWORD.match(part)) + rest[len(call) :]
    params.update({name: value for name, value in zip(reader.names, places, strict=False) if name not in params})
    return "\n".join(part for part in arguments if _KEYWORD.match(part)) + rest[len(call) :]


def _read_one(reader: ParamReader, rest: str, params: dict[str, str]) -> str:
    if reader.size:
        return _read_size(reader.names[0], rest, params)
    if reader.names[0] in params and len(reader.names) == 1:
        return rest
    patterns = ([reader.assigned] if reader.assigned else []) + list(reader.forms)
    for pattern in patterns:
        match = pattern.search(rest)
        if match is None:
            continue
        for name, value in zip(reader.names, match.groups(), strict=False):
            if value is not None:
                params.setdefault(name, _value(name, value))
        return rest[: match.start()] + " " + rest[match.end() :]
    return rest


def _read_size(name: str, rest: str, params: dict[str, str]) -> str:
    if name in params:
        return rest
    for match in re.finditer(r"[^\s,;()\[\]]+", rest):
        if _SIZE.match(match.group()) and (name != "heads" or re.fullmatch(r"\d{1,3}|[hH]", match.group())):
            params[name] = match.group()
            return rest[: match.start()] + " " + rest[match.end() :]
    return rest


def _value(name: str, value: str) -> str:
    value = value.strip().strip("{}()").strip()
    value = re.sub(r"\s*([x×*·/])\s*", lambda match: {"×": "x", "*": "·"}.get(match.group(1), match.group(1)), value)
    square = _SQUARE.match(value)
    if square and name in {"kernel", "stride", "patch", "factor"}:
        return square.group(1)
    if name == "stride" and value.lower().startswith("strided"):
        return "2"
    return value.lower() if name in {"axis", "padding"} else value
