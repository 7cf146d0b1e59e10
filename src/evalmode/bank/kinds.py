"""Which kinds of items there are, and which Markdown sections each is written in."""

from __future__ import annotations

from dataclasses import dataclass

from evalmode.bank.models import DeepItem, GuideItem, Item, RapidItem


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item.

    Args:
        name: The first half of an item's id, and the folder of a pack that holds them.
        model: What a file becomes.
        sections: Markdown heading → the model's field that it fills.
        proofs: Whether a section *Proof* with Python fences is allowed.
    """

    name: str
    model: type[Item]
    sections: dict[str, str]
    proofs: bool


_QUESTION = {"Question": "question", "Answer": "answer", "Why": "why"}

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("rapid", RapidItem, _QUESTION, proofs=True),
        Kind("deep", DeepItem, {**_QUESTION, "Headline": "headline"}, proofs=True),
        Kind("guide", GuideItem, {"Question": "question", "Answer": "answer"}, proofs=False),
    )
}
