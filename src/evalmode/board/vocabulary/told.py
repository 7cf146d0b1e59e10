"""What the parts of a Transformer are called by people who say in plain words what they do."""

from __future__ import annotations

import re

from evalmode.board.graph import Op
from evalmode.board.vocabulary.saying import Asked, Reading

__all__ = ["read_told"]

_ARCHITECTURES = frozenset({"transformer-block", "mha"})
_NAMED = re.compile(
    r"attention|attn|\bmh|\bsdpa|mlp|ffn|\bff|feed|norm|\bln|linear|dense|\bfc|softmax|mask|embed|\badd|[+⊕@√]|concat|rope|rotary"
    r"|posi?tional|encod|\bproj",
    re.IGNORECASE,
)
"""Words that name a part; where one stands, the rest only explains it."""
_WHO = r"(?:tokens?|words?|positions?|everyone|others?|each other|neighbou?rs|rest of the (?:sentence|sequence)|all)"
_DOES = r"(?:talk|look|attend|communicat|exchang|mix|gather|interact|listen|ask|shar|relate|connect)(?:s|es|e|ing)?"
_SIZE = r"(?:\d*\s*d(?:_\w+|model)?|d_\{?\w+\}?|\d{2,5}|[CDE]|\d[CDE])"
_PLAIN = (
    ("mha", re.compile(rf"\b{_WHO}\b.*\b{_DOES}\b|\b{_DOES}\b.*\b{_WHO}\b|\blook(?:s|ing)? around\b", re.IGNORECASE)),
    (
        "mha",
        re.compile(
            r"^(?:\d+|h|n)?\s*(?:parallel )?heads(?: 1\s*(?:\.\.+|…|-|to)\s*\w+)?(?: in parallel)?$", re.IGNORECASE
        ),
    ),
    (
        "ffn",
        re.compile(
            r"\b(?:small|little|tiny|simple|mini|neural|per[- ]?(?:token|word|position)|(?:two|2)[- ]layer)\b.*\bnet(?:work|s)?\b"
            r"|\b(?:each|every|per|one)[- ](?:token|word|position|vector)\w*\b.*\b(?:alone|itself|own|separately|independently|individually)\b"
            r"|\bthinks?\b|^think(?:ing)? (?:about|step|over|by)\b|\bper[- ](?:token|word|position) (?:processing|computation|transformation)\b",
            re.IGNORECASE,
        ),
    ),
    ("layer_norm", re.compile(r"\bstabili[sz]|mean (?:of )?0\b|zero[- ]mean", re.IGNORECASE)),
    (
        "linear",
        re.compile(
            r"^(?:make|create|compute|get|form|build|produce)s?\s+(?:the\s+)?q\w*[\s,/]+(?:and )?k.*\bv", re.IGNORECASE
        ),
    ),
)
_OF_TWO = re.compile(
    r"^(?:two|2) (?:linear|dense|fc|fully[- ]connected)s?(?: layers?)?\s*(?:with|and|\+|,|w/|\()\s*(?:an? )?(?:re|ge|si)lu"
    r"|^W_?\{?1\}?\s*[,→\n]+\s*(?:re|ge|si|swi)\w+\s*[,→\n]+\s*W_?\{?2\}?$|^(?:ffwd|ff-?net)$|\bmoe\b|mixture of experts",
    re.IGNORECASE,
)
_RESIZED = re.compile(
    rf"^(?:(?:up|down|expand|widen|grow|contract|shrink|narrow|compress)\w*(?: back)?\s*[(:]?\s*)?(?P<in>{_SIZE})\s*(?:→|to)\s*(?P<out>{_SIZE})\s*\)?$"
    r"|^(?:expand|widen|grow|contract|shrink|narrow)(?: back| again)?\s*[(:]?\s*(?:(?:by |to )?[×x]?\s*(?:4|4 ?[×x]|4d|d|1/4))?\)?$",
    re.IGNORECASE,
)
_STANDARDISED = re.compile(r"^\(?x ?- ?(?:μ|mu|mean|E\[x\])\)? ?/|^normali[sz]e\w*\b.*\bmean", re.IGNORECASE)
_PASSED_ON = re.compile(r"^(?:skip|residual|shortcut)(?: connection)?\s*[:\-(]\s*[+⊕]", re.IGNORECASE)


def read_told(asked: Asked) -> Reading | None:
    """What plain words say: ``words look at each other`` is attention, ``d → 4d`` a linear layer."""
    words = asked.words
    if asked.architecture not in _ARCHITECTURES:
        return None
    if _PASSED_ON.match(words):
        return Reading(ops=(Op("add"),))
    if _STANDARDISED.match(words):
        return Reading(ops=(Op("layer_norm"),))
    if asked.architecture == "transformer-block":
        resized = _RESIZED.match(words)
        if resized is not None:
            sizes = [(name, resized[name]) for name in ("in", "out") if resized[name]]
            return Reading(ops=(Op("linear", tuple(sizes)),))
        if _OF_TWO.search(words):
            return Reading(ops=(Op("ffn"),))
    if _NAMED.search(words):
        return None
    kind = next((kind for kind, form in _PLAIN if form.search(words)), "")
    return Reading(ops=(Op(kind),)) if kind else None
