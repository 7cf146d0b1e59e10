"""What the values and layers of a module are called."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from evalmode.board.modules.kinds.recurrent import gate_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.graph import Edge, Node

__all__ = ["bases", "class_name"]

_BASES = {
    "mha": "attention",
    "attention": "heads",
    "add": "y",
    "multiply": "product",
    "matmul": "product",
    "conv_transpose": "up",
    "upsample": "up",
    "max_pool": "pool",
    "avg_pool": "pool",
    "global_avg_pool": "pool",
    "layer_norm": "norm",
    "rms_norm": "norm",
    "batch_norm": "norm",
    "group_norm": "norm",
    "instance_norm": "norm",
    "conv_block": "block",
    "residual_block": "block",
    "transformer_block": "block",
    "encoder_stage": "down",
    "decoder_stage": "up",
    "swiglu": "ffn",
    "concat": "joined",
    "depthwise_conv": "depthwise",
    "token_embedding": "embedding",
    "frozen_weight": "frozen",
    "noise": "z",
    "real_data": "real",
    "input": "x",
    "value": "x",
    "reparameterise": "z",
    "image": "image",
    "head": "logits",
    "lm_head": "logits",
    "mlm_head": "scores",
    "nsp_head": "next_scores",
    "select_token": "first",
    "mean_pool": "pooled",
}
_MADE_UP = frozenset({"y", "product"})
_MOST_WORDS = 2
_SIDES = frozenset({"source", "src", "target", "tgt", "input", "output", "word", "token", "segment"})
_NAME = re.compile(r"[A-Za-z]\w{0,11}")
_PLAIN = {"image": "image", "text": "text", "tokens": "tokens", "label": "labels", "timestep": "t"}
_ENDS = frozenset({"input", "value", "noise", "real_data", "tokens", "text", "image", "label", "timestep"})


def bases(nodes: Iterable[Node], edges: Iterable[Edge]) -> dict[str, str]:
    """Node id → what its value is called; numbered where several would be called the same."""
    nodes = tuple(nodes)
    wanted = {node.id: _base(node) for node in nodes}
    ends = {node.id: _word(node) for node in nodes if node.op.kind == "output"}
    for edge in edges:
        if ends.get(edge.target) and wanted.get(edge.source, "x") in _MADE_UP:
            wanted[edge.source] = ends[edge.target]
    often = Counter(wanted.values())
    counts: Counter[str] = Counter()
    found = {}
    for node in nodes:
        base = wanted[node.id]
        counts[base] += 1
        numbered = often[base] > 1 and node.op.kind not in _ENDS
        found[node.id] = f"{base}_{counts[base]}" if numbered else base
    return found


def _base(node: Node) -> str:
    kind = node.op.kind
    if kind in _PLAIN:
        return "targets" if kind == "label" and "target" in node.label.lower() else _PLAIN[kind]
    if kind == "noise":
        return "z" if _word(node) == "z" else "noise"
    if kind in _ENDS:
        word = next((name for name in node.names if _fits(name)), "") or _phrase(node)
        return word or _BASES.get(kind, kind)
    if kind in {"sigmoid", "tanh", "gate", "candidate", "linear"}:
        named = next((name for name in node.names if _fits(name)), "")
        if named:
            return f"{named}_proj" if kind == "linear" else named
        return gate_name(node.names, node.op.get("role")) or kind
    side = _word(node).lower() if kind in {"embedding", "token_embedding"} else ""
    return f"{side}_embedding" if side in _SIDES else _BASES.get(kind, kind)


def _word(node: Node) -> str:
    """The first word on a box, if it is a name."""
    word = (node.label.split() or [""])[0]
    return word if _fits(word) else ""


def _phrase(node: Node) -> str:
    """The words on a box as a name, if they are few: ``Source tokens`` as ``source_tokens``."""
    words = re.split(r"[\n,(:=]", node.label, maxsplit=1)[0].split()
    whole = [word for word in words if word.isascii() and word.isalpha() and len(word) > 1]
    if not words or whole != words:
        return _word(node)
    return "_".join(word.lower() for word in words) if len(words) <= _MOST_WORDS else words[0].lower()


def _fits(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and name.isascii()


def class_name(title: str) -> str:
    """A title as the name of a class: ``Pre-norm block`` as ``PreNormBlock``."""
    words = re.findall(r"[A-Za-z0-9]+", re.split("[,:]", title, maxsplit=1)[0])[:4]
    name = "".join(word[:1].upper() + word[1:] for word in words)
    return name if name[:1].isalpha() else "Drawing"
