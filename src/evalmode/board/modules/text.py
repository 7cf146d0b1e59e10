"""The source of a module from what was written of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.modules.helpers import helper_sources
from evalmode.board.modules.sizes import say_shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evalmode.board.modules.draft import Draft, Value

__all__ = ["Outside", "source_text"]

_WIDEST = 64

_IMPORTS = (
    ("import torch", re.compile(r"\btorch\.")),
    ("import torch.nn.functional as F", re.compile(r"\bF\.")),
    ("from torch import nn", re.compile(r"\bnn\.")),
)


@dataclass(frozen=True, slots=True)
class Outside:
    """What a module is from outside.

    Args:
        name: What the class is called.
        title: What it is, in one line.
        inputs: The arguments of ``forward``, each with its shape as drawn where it is another one here.
        outputs: The variables that it returns.
        sizes: Symbol → number.
    """

    name: str
    title: str
    inputs: Sequence[tuple[Value, str]]
    outputs: Sequence[str]
    sizes: Mapping[str, int]


def source_text(draft: Draft, outside: Outside) -> str:
    """A Python module with the class last."""
    parts = [*helper_sources(draft.helpers), _class(draft, outside)]
    body = "\n\n\n".join(parts)
    imports = "\n".join(line for line, used in _IMPORTS if used.search(body))
    return f"{imports}\n\n\n{body}\n"


def _class(draft: Draft, outside: Outside) -> str:
    arguments = "".join(f", {argument}={outside.sizes[symbol]}" for argument, symbol in draft.symbols.items())
    lines = [f"class {outside.name}(nn.Module):", f'    """{_plain(outside.title)}"""', ""]
    lines += [f"    def __init__(self{arguments}):", "        super().__init__()"]
    lines += [f"        self.{attribute} = {made}" for attribute, made in draft.layers.items()]
    lines += ["", f"    def forward(self, {', '.join(value.name for value, _ in outside.inputs)}):"]
    for value, drawn in outside.inputs:
        smaller = f", which is drawn as {_plain(drawn)}" if drawn else ""
        lines.append(f"        # {value.name}: {_plain(say_shape(value.shape))}{smaller}")
    width = min(max((len(line.name) + len(line.expression) for line in draft.lines), default=0), _WIDEST)
    for line in draft.lines:
        indent = " " * (12 if line.loop else 8)
        code = f"{indent}{line.name} = {line.expression}"
        lines += [f"        # {line.remark}"] if line.remark else []
        lines += [f"        {line.name} = {line.start}", f"        {line.loop}"] if line.loop else []
        lines.append(f"{code:<{width + 11}}  # {_plain(say_shape(line.shape))}")
    lines.append(f"        return {', '.join(outside.outputs)}")
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Words of a drawing as they may stand in a comment or a docstring: one line that ends neither."""
    return " ".join(text.split()).replace("\\", "/").replace('"', "'")
