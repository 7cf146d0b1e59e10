"""The losses of a GAN, in words or as formulas, with the targets that real and fake samples get."""

from __future__ import annotations

import re

from evalmode.board.graph import Op

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
_REAL = r"(?:D|f|C)(?:_\w+)?\((?:x|x_?\{?r\w*\}?|real\w*)(?:[,|]\s?\w)?\)|\breal"
_FAKE = r"(?:D|f|C)(?:_\w+)?\((?:[Gg](?:_\w+)?\([^()]*\)(?:\s*[,|]\s*\w)?|x̂|x̃|x_?\{?[fg]\w*\}?|fake\w*)\)|\bfake"
_TARGET = r"\)?\s*(?:,|=|→|:)\s*(?:label\s*)?([01])\b"
# A minus before the bracket round both logarithms holds for each.
_NEGATED = re.compile(
    r"-\s*(?:\d(?:\.\d+)?\s*[*·]?\s*)?(?:\[|\(|\{)\s*(?:E\w*\s*\[)?\s*log[^=\n]*\+[^=\n]*log[^=\n]*[\])}]\s*$",
    re.MULTILINE,
)
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
    params = {**_scored(text), **_logged(text), **_compared(text)}
    if whose == "generator_loss" and _on_real_only(text):
        params["on"] = "real"
    return Op(whose, tuple(sorted(params.items())))


def _whose(text: str) -> str:
    """Which network a loss trains: by its name, else by what its formula has."""
    for part in (re.split(r"[=\n]", text)[0], text):
        generator, discriminator = bool(_OF_G.search(part)), bool(_OF_D.search(part))
        if generator != discriminator:
            return "generator_loss" if generator else "discriminator_loss"
    if re.search(_REAL, text):
        return "discriminator_loss"
    formula = re.search(_FAKE, text) and re.search(r"log|BCE|E\[|-\s*D|\^2|max", text)
    return "generator_loss" if formula else ""


def _on_real_only(text: str) -> bool:
    """Whether a formula has the score of real samples, and none of fakes."""
    formula = text.split("=", 1)[1] if "=" in text else ""
    fakes = re.search(r"(?:D|f|C)\w*\((?:G|g|x_?\{?f|fake|x\u0302|x\u0303)", text)
    return bool(re.search(_REAL, formula)) and fakes is None


def _compared(text: str) -> dict[str, str]:
    """The targets written out, as in ``BCE(D(x), 1)`` and ``real=1, fake=0``."""
    found = {}
    for name, seen in (("real", _REAL), ("fake", _FAKE)):
        match = re.search(f"(?:{seen}){_TARGET}", text, re.IGNORECASE)
        if match:
            found[f"target_{name}"] = match.group(1)
    return found


def _logged(text: str) -> dict[str, str]:
    """The targets that logarithms imply: minus log D(x) wants 1 for x, minus log(1 − D(x)) wants 0."""
    found: dict[str, str] = {}
    for name, seen in (("real", r"D(?:_\w+)?\(x|D\(real"), ("fake", r"D(?:_\w+)?\((?:G|x̂|x̃|x_f|fake)")):
        match = re.search(rf"(?P<sign>-?)\s*(?:E\w*\s*\[)?\s*\(?log\s*(?P<one>[\[(]\s*1\s*-\s*)?\(?(?:{seen})", text)
        if match:
            wanted = "0" if match["one"] else "1"
            minus = bool(match["sign"] or _NEGATED.search(text))
            found[f"target_{name}"] = (
                wanted if minus or re.match(r"\s*(?:max|V\b|V\()", text) else {"0": "1", "1": "0"}[wanted]
            )
    return found


def _scored(text: str) -> dict[str, str]:
    """The targets that a difference of scores implies: the loss E[f(fake)] − E[f(real)] wants real scores up."""
    found: dict[str, str] = {}
    right = text.split("=", 1)[-1]
    if re.search(r"log|BCE|relu|max|\^", right, re.IGNORECASE):
        return found
    score = r"(?P<sign>[-+]?)\s*(?:E\w*|mean|avg)\s*[\[(]\s*(?:(?:D|f|C)(?:_\w+)?\(|s_?\{?)\s*(?P<what>%s)"
    for name, seen in (
        ("real", r"x_?\{?r|x\)|real"),
        ("fake", r"x_?\{?f|x_?\{?g|x\u0303|x\u0302|[Gg](?:_\w+)?\(|fake"),
    ):
        match = re.search(score % seen, right)
        if match:
            found[f"target_{name}"] = "1" if match["sign"] == "-" else "0"
    return found


def read_verdict(text: str) -> bool:
    """Whether a label asks the question that a discriminator answers: ``real?``, ``real / fake``, ``true or false``."""
    return bool(_VERDICT.match(text))
