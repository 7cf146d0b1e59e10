"""Labels in code, told in the order of the computation: ``relu(bn1(conv1(x)))  # 1x1`` is ``conv1 1x1, bn1, relu``."""

from __future__ import annotations

import re

__all__ = ["in_order", "is_sum"]

_CALL = r"[A-Za-z_][\w.]+\s*(?:\([^()]*\)\s*)?\(\s*"  # as Keras has it, too: Conv2D(64, 1)(
_NESTED = re.compile(
    rf"^(?:[A-Za-z]\w*\s*=\s*)?(?P<calls>(?:{_CALL}){{2,}})(?P<value>[A-Za-z]\w*)\s*"
    r"(?P<close>\)(?:\s|\)|,\s*\w+\s*=\s*\w+)*)(?:(?:#|//)\s*(?P<remark>.+))?$"
)
_NAME = re.compile(r"([A-Za-z_][\w.]+\s*(?:\([^()]*\)(?=\s*\())?)\s*\(")
_VALUE = (
    r"(?:out(?:put)?|identity|shortcut|residual|skip|inputs?|res|id|main(?: path)?|branch|conv path|[xyhz]\d?"
    r"|[FHG]\(x\)|f\(x\)|(?:downsample|shortcut|proj\w*|skip)\(x\))"
)
_SUM = re.compile(rf"^(?:[A-Za-z]\w*\s*=\s*)?{_VALUE}\s*\+=?\s*{_VALUE}$", re.IGNORECASE)


def in_order(text: str) -> str:
    """Nested calls as a list, innermost first, a remark behind the innermost; any other text as it is."""
    match = _NESTED.match(text.strip())
    if match is None or text.count("(") != text.count(")"):
        return text
    first, *rest = reversed(_NAME.findall(match["calls"]))
    return ", ".join([f"{first.strip()} {match['remark'] or ''}".strip(), *(name.strip() for name in rest)])


def is_sum(text: str) -> bool:
    """Whether a label adds the values of two paths, as ``out += identity`` does."""
    return _SUM.match(text.strip()) is not None
