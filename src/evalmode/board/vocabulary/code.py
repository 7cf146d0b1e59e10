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
_PATH = re.compile(r"^(?:(?:[A-Za-z]\w+(?:\[\w+\])?|\w\[\w+\]|\d+)\.)+(?=[A-Za-z]\w)")
_TORCH = frozenset({"nn.", "F.", "torch.", "tf.", "keras.", "layers.", "np.", "math."})


def from_code(text: str) -> str:
    """The name of what a call does, or the last name of a dotted path; any other text as it is."""
    call = _CALL.match(text)
    if call is not None:
        return _CALLED[call.group(1)]
    path = _PATH.match(text)
    if path is None or path.group().split(".")[0] + "." in _TORCH:
        return text
    return text[path.end() :]
