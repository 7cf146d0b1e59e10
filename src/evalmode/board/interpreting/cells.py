"""Recurrent cells: words that may be an operation or a state are told apart by where they stand."""

from __future__ import annotations

import re

from evalmode.board.graph import Op
from evalmode.board.interpreting.draft import Draft, DraftEdge, DraftNode
from evalmode.board.vocabulary import CELLS

__all__ = ["settle_cells"]

_KNOWN = frozenset(
    {"data", "arithmetic", "linear", "norm", "activation", "regularisation", "recurrent", "embedding", "shape", "other"}
)
"""Categories of what may be in a cell; in one, the words of others are somebody's own."""
_FUNCTION = re.compile(r"tanh|σ|sigm|φ|\bth\b|[⊙*+=]|candidate", re.IGNORECASE)
_PRODUCT = re.compile(r"^(?:f|i|o|gate|keep\w*|write|read)\w{0,3}\s*[⊙⊗×*∘·]\s*\w+", re.IGNORECASE)
_MAKING = frozenset({"multiply", "interpolate_state"})
_SUM = re.compile(r"^\d*\s*[A-Z]\s*\+\s*\d*\s*[A-Z]$")
_SIZE = re.compile(r"^\d*[A-Z]$")


def settle_cells(draft: Draft) -> None:
    """Take what makes no sense as an operation for the value that it must be."""
    if draft.setting.architecture not in CELLS:
        return
    for node in draft.nodes.values():
        if _is_value(draft, node):
            node.op = Op("value")
        elif draft.setting.category(node.op.kind) not in _KNOWN:
            node.op = Op("unknown")
    for node in list(draft.nodes.values()):
        _pass_told(draft, node)
    _read_sizes(draft)
    _open_valves(draft)


def _open_valves(draft: Draft) -> None:
    """A gate drawn on the way of the value it lets through, as a diamond or with its product told, multiplies it."""
    gates = [node for node in draft.nodes.values() if node.op.kind in {"gate", "sigmoid"}]
    told = any(
        gate.form == "diamond" or any(_PRODUCT.match(edge.label.strip()) for edge in draft.out_of(gate.id))
        for gate in gates
    )
    for gate in gates if told else ():
        out = draft.out_of(gate.id)
        through = [edge for edge in draft.into(gate.id) if not _controls(draft, edge.source)]
        drawn = any(draft.nodes[edge.target].op.kind == "multiply" for edge in out)
        if drawn or not out or len(through) != 1 or len(draft.into(gate.id)) == 1:
            continue
        name = f"{gate.id}/×"
        draft.nodes[name] = DraftNode(name, Op("multiply"), gate.label, (), gate.elements, gate.frame)
        for edge in out:
            edge.source = name
        through[0].target = name
        draft.edges.append(DraftEdge(gate.id, name, elements=gate.elements))


def _controls(draft: Draft, node: str) -> bool:
    """Whether a gate may look at a value: the input, the last hidden state, or both."""
    shown = draft.nodes[node]
    return shown.op.kind in {"concat", "linear", "split"} or bool(shown.names and set(shown.names) <= {"x", "h", "z"})


def _pass_told(draft: Draft, node: DraftNode) -> None:
    """A product in a formula that takes nothing but one drawn product, as ``U(r ⊙ h)`` may, is that product."""
    into = draft.into(node.id)
    if node.op.kind != "multiply" or "/" not in node.id or len(into) != 1:
        return
    if draft.nodes[_maker(draft, into[0].source)].op.kind == "multiply":
        for edge in draft.out_of(node.id):
            edge.source = into[0].source
        draft.edges.remove(into[0])
        del draft.nodes[node.id]


def _maker(draft: Draft, node: str) -> str:
    """What made a value, before the boxes that it only passes through."""
    for _ in range(len(draft.nodes)):
        into = draft.into(node)
        if draft.nodes[node].op.kind not in {"value", "unknown"} or len(into) != 1:
            break
        node = into[0].source
    return node


def _is_value(draft: Draft, node: DraftNode) -> bool:
    """Whether a word such as ``new memory`` or ``next LSTM`` stands where only a state can be."""
    into, out = draft.into(node.id), draft.out_of(node.id)
    if node.op.kind in {"lstm", "gru", "rnn", "denoise_step"}:
        return len(into) + len(out) == 1
    if node.op.kind not in {"candidate", "gate"} or _FUNCTION.search(node.label) or len(into) != 1:
        return False
    return not out or _is_state(draft, into[0].source, [edge.target for edge in out])


def _is_state(draft: Draft, source: str, targets: list[str]) -> bool:
    """Whether what a node makes is a new state: a sum of products, or the last product, and no candidate's input."""
    kinds = {draft.nodes[target].op.kind for target in targets if len(draft.into(target)) > 1}
    if draft.nodes[source].op.kind == "add":
        gated = any(draft.nodes[edge.source].op.kind == "multiply" for edge in draft.into(source))
        return gated and (draft.setting.architecture == "lstm-cell" or "multiply" not in kinds)
    apart = draft.setting.architecture == "lstm-cell" or not kinds & {"multiply", "subtract"}
    return draft.nodes[source].op.kind in _MAKING and apart


def _read_sizes(draft: Draft) -> None:
    """Where ``H+D`` is written on an arrow, letters on other arrows are sizes as well, and no names."""
    edges = [edge for edge in draft.edges if edge.kind == "data" and not edge.shape]
    if not any(_SUM.match(edge.label.strip()) for edge in edges):
        return
    for edge in edges:
        label = edge.label.strip()
        if _SUM.match(label) or _SIZE.match(label):
            edge.shape, edge.names = f"({label},)", ()
