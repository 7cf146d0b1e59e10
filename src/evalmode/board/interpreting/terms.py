"""A GAN's losses drawn in another number of boxes than two: term by term, or one box for both."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.vocabulary.targets import scored_samples

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft, DraftEdge, DraftNode

__all__ = ["add_terms", "part_losses"]

_LOSSES = frozenset({"discriminator_loss", "generator_loss"})
_OWNER = {"discriminator": "discriminator_loss", "generator": "generator_loss"}
_SUMS = frozenset({"add", "loss", "value", "scale", "unknown"})
_TARGETS = frozenset({"value", "unknown", "input", "output", "target", "label", "real_data", "fake"})
_LIKELIHOOD = re.compile(r"^(?:\W*E\w*)?[\s\[({]*(?:log|ln)\b", re.IGNORECASE)
"""A term that is not negated, and is to be raised: ``log D(x)``."""
_RAISED = {"0": "1", "1": "0"}
_SAID = re.compile(r"L_?\{?([DG])|(?:^|[^A-Za-z])([DG])(?:\b|_)|θ_?([dg])\b")
_AIM = re.compile(r"(?:target|label|\bt|\by)s?\s*(?:=|:|is)?\s*(?P<aim>[01])\b(?!\s*/)", re.IGNORECASE)


def part_losses(draft: Draft) -> None:
    """One loss that sends its gradient to both networks stands for the loss of each: ``BCE``."""
    losses = [node for node in draft.nodes.values() if draft.setting.category(node.op.kind) == "loss"]
    if len(losses) != 1 or losses[0].op.kind in _LOSSES:
        return
    whole = losses[0]
    sent = [(edge, owner) for edge in draft.edges if edge.source == whole.id for owner in _owners(draft, edge)]
    own = {owner for _, owner in sent}
    if not own:
        return
    into = [edge for edge in draft.edges if edge.target == whole.id]
    draft.edges = [edge for edge in draft.edges if whole.id not in {edge.source, edge.target}]
    del draft.nodes[whole.id]
    for owner in sorted(own):
        part = replace(whole, id=f"{whole.id}/{owner}", op=Op(owner))
        draft.nodes[part.id] = part
        draft.edges += [replace(edge, target=part.id) for edge in into]
        draft.edges += [replace(edge, source=part.id, kind="gradient") for edge, other in sent if other == owner]
        texts = [whole.label] if owner == "discriminator_loss" else []
        _aim(part, [*texts, *(edge.label for edge, other in sent if other == owner)])


def _owners(draft: Draft, edge: DraftEdge) -> list[str]:
    """Which losses a gradient belongs to: by its words, else by where it goes, and goes on."""
    target = draft.nodes[edge.target].op.kind
    said = {next(filter(None, match)).upper() for match in _SAID.findall(edge.label)}
    if target == "discriminator" and any(
        one.kind == "gradient" and draft.nodes[one.target].op.kind == "generator"
        for one in draft.edges
        if one.source != edge.source
    ):
        return sorted(_LOSSES)
    if len(said) == 1:
        return ["discriminator_loss" if "D" in said else "generator_loss"]
    return [_OWNER[target]] if target in _OWNER else []


def add_terms(draft: Draft) -> None:
    """What leads into a loss is a term of it; a logarithm without a minus is a likelihood, which the sum negates."""
    for node in list(draft.nodes.values()):
        if node.op.kind not in _LOSSES:
            continue
        total = _total(draft, node)
        _aim(node, _beside(draft, node))
        if total is None:
            continue
        params = dict(node.op.params)
        params.pop("on", None)
        if _LIKELIHOOD.match(node.label):
            params.update({key: _RAISED.get(aim, aim) for key, aim in params.items() if key.startswith("target")})
        node.op = Op(total.op.kind, tuple(sorted(params.items())))


def _beside(draft: Draft, loss: DraftNode) -> list[str]:
    """The words on the arrows into a loss, and in the boxes that give it nothing but its targets."""
    edges = draft.into(loss.id)
    given = [draft.nodes[edge.source] for edge in edges]
    boxes = [node.label for node in given if node.op.kind in _TARGETS and not draft.into(node.id)]
    return [*(edge.label for edge in edges), *boxes]


def _aim(loss: DraftNode, texts: list[str]) -> None:
    """Add the targets that words beside a loss tell, where it has none of its own."""
    found = dict(loss.op.params)
    for text in texts:
        scored = scored_samples(text)
        if loss.op.kind == "generator_loss" and any(one.real for one in scored):
            continue  # the targets of the discriminator's step
        for one in scored:
            if one.target:
                found.setdefault("target_real" if one.real else "target_fake", one.target)
    told = _AIM.search(loss.label)
    if told and loss.op.kind == "generator_loss":
        found.setdefault("target_fake", told["aim"])
    loss.op = Op(loss.op.kind, tuple(sorted(found.items())))


def _total(draft: Draft, term: DraftNode) -> DraftNode | None:
    """The one loss that a term leads to, by way of a sum or at once."""
    found, waiting, seen = [], [term.id], {term.id}
    sources = {edge.source for edge in draft.into(term.id)}
    while waiting:
        for edge in draft.out_of(waiting.pop()):
            node = draft.nodes[edge.target]
            own = node.id.rsplit("/", 1)[0] == term.id.rsplit("/", 1)[0]
            if own or node.id in {*seen, *sources}:
                continue
            seen.add(node.id)
            if node.op.kind in _LOSSES:
                found.append(node)
            elif node.op.kind in _SUMS:
                waiting.append(node.id)
    return found[0] if len(found) == 1 else None
