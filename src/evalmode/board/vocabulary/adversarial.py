"""The losses of a GAN, in words or as formulas, with the targets that real and fake samples get."""

from __future__ import annotations

import re

from evalmode.board.graph import Op
from evalmode.board.vocabulary.targets import scored_samples

__all__ = ["read_loss", "read_verdict"]

_LOSS = re.compile(
    r"loss|^\s*[Lℒ][_ ]?\{?(?:D|G|disc|gen|critic|adv)|^\s*L[DG]\b|\bJ[_(^]|BCE|hinge|\blog ?\(?1? ?-? ?D|verlust|perte|E\[|max\(0|\)\s*\^2|objective|-\s*D\(G",
    re.IGNORECASE,
)
_OF_D = re.compile(
    r"(?:[LℒJ]|loss)[_ (^]*\{?\(?(?:D|disc\w*|critic|d)\b|\bLD\b|\b(?:D|disc\w*|critic|diskriminator|discriminateur)[- _]?(?:loss|verlust|objective|cost|step|bce)|hinge D|D's loss|loss (?:of|for) (?:the )?(?:D\b|disc|crit)|perte (?:de |du )?(?:D\b|disc|crit)|verlust D",
    re.IGNORECASE,
)
_OF_G = re.compile(
    r"(?:[LℒJ]|loss)[_ (^]*\{?\(?(?:G|gen\w*|g|adv)\b|\bLG\b|\b(?:G|gen\w*|génér\w*)[- _]?(?:loss|verlust|objective|cost|step|bce)|hinge G|G's loss|loss (?:of|for) (?:the )?(?:G\b|gen)|perte (?:de |du )?(?:G\b|g[ée]n)|verlust G|non[- ]?saturating|fool",
    re.IGNORECASE,
)
_REGRESSED = re.compile(r"(?:MSE|L1|L2|\|\|)\W*[^\n]*\b(?:x|real)\b", re.IGNORECASE)
"""A distance of samples from real ones, which is no loss of a GAN's generator."""
_VERDICT = re.compile(
    r"^\W*(?:is (?:it |this )?)?(?:real|fake|true)\s*(?:(?:or|/|vs\.?)\s*(?:fake|real|false|not))?\s*\?$|^\W*(?:real|true|vrai|echt)\s*(?:/|or|vs\.?|ou|oder)\s*(?:fake|false|faux|falsch|fälschung)\s*\??$|^1\s*/\s*0$",
    re.IGNORECASE,
)


def read_loss(text: str, architecture: str) -> Op | None:
    """Which of a GAN's losses a label is, with the targets of real and fake where it tells them."""
    if architecture != "gan" or not _LOSS.search(text) or re.match(r"^\s*(?:G|D)\s*\(?\w*\)?\s*$", text):
        return None
    whose = _whose(text)
    if not whose:
        return None
    return Op(whose, tuple(sorted(_aims(text, whose).items())))


def _whose(text: str) -> str:
    """Which network a loss trains: by its name, else by what its formula has."""
    for part in (re.split(r"[=\n]", text)[0], text):
        generator, discriminator = bool(_OF_G.search(part)), bool(_OF_D.search(part))
        if generator != discriminator:
            return "generator_loss" if generator else "discriminator_loss"
    scored = scored_samples(text)
    if any(one.real for one in scored) or any(one.target == "0" for one in scored):
        return "discriminator_loss"
    return "generator_loss" if scored and re.search(r"log|BCE|E\[|-\s*D|\^2|max", text) else ""


def _aims(text: str, whose: str) -> dict[str, str]:
    """The targets of real and of fake samples, and on which of them alone a loss is computed."""
    scored = scored_samples(text)
    found = {}
    for name, real in (("target_real", True), ("target_fake", False)):
        target = next((one.target for one in scored if one.real == real and one.target), "")
        if target:
            found[name] = target
    told = [one for one in scored if one.formal or (one.target and re.search(r"BCE\w*\s*\(", text))]
    sides = {one.real for one in scored}
    if whose == "generator_loss" and ((told and sides == {True}) or _REGRESSED.search(text)):
        found["on"] = "real"
    elif whose == "discriminator_loss" and told and len(sides) == 1:
        found["on"] = "real alone" if True in sides else "fakes alone"
    return found


def read_verdict(text: str) -> bool:
    """Whether a label asks the question that a discriminator answers: ``real?``, ``real / fake``, ``true or false``."""
    return bool(_VERDICT.match(text))
