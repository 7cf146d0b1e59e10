"""Labels that are code: ``att = att.masked_fill(mask == 0, -inf)``, ``attention.output.dense``, ``rearrange(x, 'b t (h d) → …')``."""

from __future__ import annotations

import re

__all__ = ["from_code"]

_CALLED = {
    "rearrange": "reshape", "view": "reshape", "reshape": "reshape", "permute": "reshape", "contiguous": "reshape",
    "masked_fill": "mask", "masked_fill_": "mask", "chunk": "split", "unbind": "split", "einsum": "matmul", "bmm": "matmul",
    "scaled_dot_product_attention": "scaled dot product attention", "repeat_interleave": "reshape",
}  # fmt: skip
"""Calls whose arguments are values and sizes, whatever they are called, and what they do."""
_CALL = re.compile(rf"^(?:[\w, ]+=\s*)?(?:[\w\[\]]+\.)*({'|'.join(_CALLED)})\s*\(.*\)\s*$", re.DOTALL)
_HEAD = re.compile(r"^head\s?_?\{?\w\}?\s*[:=\n]\s*(\S.+)$", re.DOTALL | re.IGNORECASE)
"""What one of the heads does: ``head_1 = softmax(…)``."""
_ALONG = re.compile(
    r"^(?:\w+\s*=\s*)?(?:F\.|torch\.|nn\.functional\.)?softmax\(\s*\w+\s*,\s*((?:dim|axis)\s*=\s*-?\d)\s*\)$"
)
_INDEX = re.compile(r"(?<![A-WYZa-z])([QKV])_\{?[1-9ij]\}?")
"""The number of a head beside its queries, keys or values."""
_MORE = re.compile(r"^([A-Za-z]\w*)\s*\+=\s*(\S.*)$", re.DOTALL)
_PATH = re.compile(r"^(?:(?:[A-Za-z]\w+(?:\[\w+\])?|\w\[\w+\]|\d+)\.)+(?=[A-Za-z]\w)")
_TORCH = frozenset({"nn.", "F.", "torch.", "tf.", "keras.", "layers.", "np.", "math."})


def from_code(text: str) -> str:
    """The name of what a call does, the last name of a dotted path, or what is assigned; any other text as it is."""
    more = _MORE.match(text)
    if more is not None:
        return f"{more[1]} = {more[1]} + {more[2]}"
    head = _HEAD.match(text)
    if head is not None:
        return _INDEX.sub(r"\1", head[1])
    if _INDEX.search(text):
        return _INDEX.sub(r"\1", text)
    along = _ALONG.match(text)
    if along is not None:
        return f"softmax({along[1]})"
    call = _CALL.match(text)
    if call is not None:
        return _CALLED[call.group(1)]
    path = _PATH.match(text)
    if path is None or path.group().split(".")[0] + "." in _TORCH:
        return text
    return text[path.end() :]
