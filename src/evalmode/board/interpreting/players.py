"""The networks and samples of a GAN by their places, where their words alone do not tell them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.graph import Op

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft, DraftNode

__all__ = ["place_networks"]

_LOOSE = frozenset({"value", "unknown", "input", "image", "fake", "encoder", "decoder", "identity", "optimiser"})
_REAL = re.compile(r"\b(?:real|true|data|dataset|train\w*|echt\w*|vrai\w*)", re.IGNORECASE)
_MAKING = re.compile(r"^\s*G(?:_\{?\w+\}?)?\s*\(")
_SETTLED = re.compile(
    r"real|true|fake|data|image|img|photo|picture|sketch|mask|label|class|condition|caption|text|one[- ]?hot|\b[cxy]\b"
    r"|const|fixed|zeros|ones",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"label|class|condition|caption|text|one[- ]?hot|embed|noise|latent|fake|generated|score|logit|\b[cyzG]\b"
    r"|const|zeros|ones",
    re.IGNORECASE,
)


def place_networks(draft: Draft) -> None:
    """What stands right behind the generator is a fake; what stands where a network or the noise is missing is it."""
    if not _players(draft, "generator"):
        _place("generator", _between_noise_and_judge(draft))
    for node in _players(draft, "generator"):
        for edge in draft.out_of(node.id):
            made = draft.nodes[edge.target]
            if made.op.kind in {"real_data", "image", "noise"} and not _REAL.search(made.label):
                made.op = Op("fake")
    if not _players(draft, "noise"):
        _place("noise", _into_generator(draft))
    if not _players(draft, "discriminator"):
        _place("discriminator", _behind_both(draft))
    if not _players(draft, "real_data"):
        _place("real_data", _into_judge(draft))


def _players(draft: Draft, kind: str) -> list[DraftNode]:
    return [node for node in draft.nodes.values() if node.op.kind == kind]


def _place(kind: str, found: list[DraftNode]) -> None:
    """Give a role that nothing plays to the one thing that stands in its place."""
    if len(found) == 1:
        found[0].op, found[0].names = Op(kind), ()


def _loose(node: DraftNode) -> bool:
    return node.op.kind in _LOOSE and "/" not in node.id


def _between_noise_and_judge(draft: Draft) -> list[DraftNode]:
    """What takes the noise alone, or with a label, and gives something on, or should, as ``G(z)``."""
    found = []
    for noise in _players(draft, "noise"):
        for edge in draft.out_of(noise.id):
            node = draft.nodes[edge.target]
            giving = draft.out_of(node.id) or _MAKING.match(node.label)
            if _loose(node) and giving and not _REAL.search(node.label) and node not in found:
                found.append(node)
    return found


def _into_generator(draft: Draft) -> list[DraftNode]:
    """What nothing leads to and what leads into the generator, if its words are about nothing else."""
    generators = {node.id for node in _players(draft, "generator")}
    return [
        node
        for node in draft.nodes.values()
        if _loose(node)
        and not draft.into(node.id)
        and not _SETTLED.search(node.label)
        and any(edge.target in generators for edge in draft.out_of(node.id))
    ]


def _into_judge(draft: Draft) -> list[DraftNode]:
    """What nothing leads to and what leads into the discriminator alone, if it is no condition."""
    judges = {node.id for node in _players(draft, "discriminator")}
    return [
        node
        for node in draft.nodes.values()
        if _loose(node)
        and not draft.into(node.id)
        and not _CONDITION.search(node.label)
        and draft.out_of(node.id)
        and all(edge.target in judges for edge in draft.out_of(node.id))
    ]


def _behind_both(draft: Draft) -> list[DraftNode]:
    """What takes real samples and fakes, and leads to something."""
    makers = {node.id for kind in ("generator", "fake") for node in _players(draft, kind)}
    givers = {node.id for node in _players(draft, "real_data")}
    found = []
    for node in draft.nodes.values():
        sources = {edge.source for edge in draft.into(node.id)}
        if _loose(node) and draft.out_of(node.id) and sources & makers and sources & givers:
            found.append(node)
    return found
