"""The losses of a GAN, in words or as formulas, with the targets that real and fake samples get."""

from __future__ import annotations

import re

from evalmode.board.graph import Op
from evalmode.board.vocabulary.targets import scored_samples

__all__ = ["read_expected", "read_game", "read_loss", "read_network", "read_objective", "read_verdict"]

_LOSS = re.compile(
    r"loss|^\s*[Lℒ][_ ]?\{?(?:D|G|disc|gen|critic|adv)|^\s*L[DG]\b|\bJ[_(^]|BCE|hinge|\blog ?\(?1? ?-? ?D|verlust|perte|E\[|max\(0|softplus\s*\(\s*[-+]?\s*D|\blog[ _-]?(?:sigmoid|σ)|\)\s*\^2|objective|-\s*D\(G",
    re.IGNORECASE,
)
_CRITIC = r"(?:D|f|C|critic)(?:_\{?\w+\}?)?\s*[(\[]"
_EXPECTED = re.compile(
    rf"(?:(?<![A-Za-z])E(?:_\{{?[^\s{{}}\[]+\}}?)?|\bmean|\bavg)\s*[\[({{]?\s*{_CRITIC}|^\s*-\s*{_CRITIC}"
)
"""The mean of a critic's scores, as Wasserstein losses have it: ``E f(x)``, ``mean(D(x))``."""
_OF_D = re.compile(
    r"(?<![A-Za-z])(?:[LℒJ]|loss)[_ (^]*\{?\(?(?:D|disc\w*|critic|d)\b|\bLD\b|\bBCE\w*(?: loss)?[ _]*\(?\s*D\s*(?:\)|:|$)|\b(?:D|disc\w*|critic|diskriminator|discriminateur)[- _]?(?:loss|verlust|objective|cost|step|bce)|hinge D|D's loss|loss (?:of|for) (?:the )?(?:D\b|disc|crit)|perte (?:de |du )?(?:D\b|disc|crit)|verlust D|\b(?:police|policeman|detective|judge|inspector|expert|cop)(?:'s)?[- ]?(?:loss|objective|cost)",
    re.IGNORECASE,
)
_OF_G = re.compile(
    r"(?<![A-Za-z])(?:[LℒJ]|loss)[_ (^]*\{?\(?(?:G|gen\w*|g|adv)\b|\bLG\b|\bBCE\w*(?: loss)?[ _]*\(?\s*G\s*(?:\)|:|$)|\b(?:G|gen\w*|génér\w*)[- _]?(?:loss|verlust|objective|cost|step|bce)|hinge G|G's loss|loss (?:of|for) (?:the )?(?:G\b|gen)|perte (?:de |du )?(?:G\b|g[ée]n)|verlust G|\b(?:forger|counterfeiter|faker|artist|creator|painter)(?:'s)?[- ]?(?:loss|objective|cost)|non[- ]?saturating|fool",
    re.IGNORECASE,
)
_NETWORK_G = r"G|gen(?:erator)?|forger|counterfeiter|faker|artist|creator|painter"
_NETWORK_D = r"D|disc(?:riminator)?|critic|police(?:man)?|detective|judge|inspector|expert|cop"
_OWNER = r"^\W*(?:(?:for|trains?|updates?|teach(?:es)?|step) )?(?:the )?(?:{}) *(?:[:)]|$|(?:is |must |should |will |tries |has )?(?:want|aim|hope|like|try|tries|train|step|goal|max|min|update|learn|to )\w*)"
_OWNER_G = re.compile(_OWNER.format(_NETWORK_G), re.IGNORECASE | re.MULTILINE)
_OWNER_D = re.compile(_OWNER.format(_NETWORK_D), re.IGNORECASE | re.MULTILINE)
"""A line that says whom a loss trains: ``G wants "real":``, ``(generator)``."""
_BOTH = re.compile(
    r"L_?\{?D\}?\s*(?:,|&|and|/|\+|und|et)\s*L_?\{?G\}?|L_?\{?G\}?\s*(?:,|&|and|/|\+|und|et)\s*L_?\{?D\}?"
    r"|L_?\{?D\}?\s*=[^\n]*\n\s*L_?\{?G\}?\s*=|L_?\{?G\}?\s*=[^\n]*\n\s*L_?\{?D\}?\s*=",
    re.IGNORECASE,
)
_GAME = re.compile(
    r"\bmin(?:_|\s|\b)[^\n]{0,12}\bmax(?:_|\s|\b)|\bmax(?:_|\s|\b)[^\n]{0,12}\bmin(?:_|\s|\b)"
    r"|\bV(?:_\w+)?\s*(?:\([^)]*\))?\s*(?:=|$)|value function|mini-?max|two-player game",
    re.IGNORECASE,
)
_EXCHANGED = re.compile(
    r"\bmax\s*_?\{?\s*(?:G\b|θ_?g|generator)|\bmin\s*_?\{?\s*(?:D\b|θ_?d|discriminator)", re.IGNORECASE
)
_SIDE = re.compile(r"^\W*(?P<sort>min|max)\s*_?\{?\s*(?P<name>[GD])\}?\s+V\b(?:(?!\b(?:min|max)\b).)*$", re.DOTALL)
"""One side of the game: ``max_D V(D, G)``."""
_CALLED = re.compile(
    r"^\s*(?:self\.)?(?:net_?)?(?P<name>[GD]|gen\w*|disc\w*|critic)(?:\.module)?\.(?:apply|forward|predict|call|__call__)\s*\("
    r"|^[A-Za-z -]*(?:net|network|model|classifier|CNN|ConvNet|MLP)\s*\(?(?P<last>[GD])\)?$",
    re.IGNORECASE,
)
_REGRESSED = re.compile(r"(?:MSE|L1|L2|\|\|)\W*[^\n]*\b(?:x|real)\b", re.IGNORECASE)
"""A distance of samples from real ones, which is no loss of a GAN's generator."""
_AIM = re.compile(
    r"^\s*(?:for |train |update |step )?(?P<name>[GD]|gen(?:erator)?|disc(?:riminator)?)(?:_\w+)?(?:'s)?\s*(?:step|objective|goal|update|wants?|aims?)?\s*[:→]?\s*"
    r"(?:(?:to )?(?:max|min)(?:imi[sz]\w*)?(?:_\w+)?[\s:]|-\s*(?:E|log|mean)|log\b|BCE|E\[)",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"^\W*(?:is (?:it |this )?)?(?:real|fake|true)\s*(?:(?:or|/|vs\.?)\s*(?:fake|real|false|not))?\s*\?$|^\W*(?:real|true|vrai|echt)\s*(?:/|or|vs\.?|ou|oder)\s*(?:fake|false|faux|falsch|fälschung)\s*\??$|^1\s*/\s*0$",
    re.IGNORECASE,
)


def read_loss(text: str, architecture: str) -> Op | None:
    """Which of a GAN's losses a label is, with the targets of real and fake where it tells them."""
    if (
        architecture != "gan"
        or not (_LOSS.search(text) or _EXPECTED.search(text))
        or re.match(r"^\s*(?:G|D)\s*\(?\w*\)?\s*$", text)
    ):
        return None
    whose = _whose(text)
    if not whose:
        return None
    return Op(whose, tuple(sorted(_aims(text, whose).items())))


def read_expected(text: str) -> Op | None:
    """A loss that begins with the mean of a critic's scores, whose E is no encoder: ``E[D(x)] - E[D(G(z))]``."""
    return read_loss(text, "gan") if _EXPECTED.match(text.lstrip(" ([-+")) else None


def _whose(text: str) -> str:
    """Which network a loss trains: by its name, else by what its formula has."""
    for part in (re.split(r"[=\n]", text)[0], text):
        generator, discriminator = bool(_OF_G.search(part)), bool(_OF_D.search(part))
        if generator != discriminator:
            return "generator_loss" if generator else "discriminator_loss"
    generator, discriminator = bool(_OWNER_G.search(text)), bool(_OWNER_D.search(text))
    if generator != discriminator:
        return "generator_loss" if generator else "discriminator_loss"
    scored = scored_samples(text)
    if any(one.real for one in scored) or any(one.target == "0" for one in scored):
        return "discriminator_loss"
    written = re.search(r"log|BCE|E\[|-\s*D|\^2|max", text) or _EXPECTED.search(text)
    return "generator_loss" if scored and written else ""


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


def read_game(text: str) -> tuple[Op, ...]:
    """Both losses, where a label is the value function of the game or names both; nothing otherwise."""
    side = _SIDE.match(text)
    if side:
        whose = "generator_loss" if side["name"] in "Gg" else "discriminator_loss"
        return (Op(whose, (("game", "minimax" if (side["sort"] == "min") == (whose[0] == "g") else "exchanged"),)),)
    both = _BOTH.search(text)
    game = bool(_GAME.search(text)) and not (_OF_G.search(text) or _OF_D.search(text))
    if not both and not game:
        return ()
    losses = []
    for whose, letter in (("discriminator_loss", "D"), ("generator_loss", "G")):
        own = [line for line in text.split("\n") if both and _whose(line) == whose and letter in line]
        params = _aims(own[0], whose) if len(own) == 1 else {}
        losses.append(Op(whose, tuple(sorted(params.items()))))
    if game:
        sort = "exchanged" if _EXCHANGED.search(text) else "minimax"
        aims = _aims(text, "discriminator_loss")
        aims.pop("on", None)
        losses = [Op("discriminator_loss", (("game", sort), *aims.items())), Op("generator_loss", (("game", sort),))]
    return tuple(losses)


def read_objective(text: str) -> Op | None:
    """What a network is after, as ``D: max E log D(x) + …``."""
    aim = _AIM.match(text)
    if aim is None:
        return None
    whose = "generator_loss" if aim["name"][0] in "gG" else "discriminator_loss"
    return Op(whose, tuple(sorted(_aims(text, whose).items())))


def read_network(text: str) -> Op | None:
    """A network that is called in code, as ``G.apply(params, z)``, or by its letter, as ``synthesis network G``."""
    called = _CALLED.match(text)
    return Op("generator" if (called["name"] or called["last"])[0] in "gG" else "discriminator") if called else None


def read_verdict(text: str) -> bool:
    """Whether a label asks the question that a discriminator answers: ``real?``, ``real / fake``, ``true or false``."""
    return bool(_VERDICT.match(text))
