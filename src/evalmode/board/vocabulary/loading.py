"""Reading vocabulary files; a later file adds to the ones before it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import yaml

from evalmode.board.vocabulary.phrases import expand
from evalmode.board.vocabulary.plain import squash, symbol_key, unaccented
from evalmode.board.vocabulary.values import Kind, Modifier, ParamReader, Vocabulary
from evalmode.core.errors import BankError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["load_vocabulary"]

_JOINS = frozenset({"add", "subtract", "multiply", "matmul", "concat", "mean", "interpolate_state", "attention", "combine",
                    "similarity", "diffuse", "reparameterise", "loss", "dispatch"})  # fmt: skip
_SECTIONS = frozenset({"kinds", "params", "modifiers", "fillers", "weak", "contexts"})
_KIND_FIELDS = frozenset(
    {"is", "category", "neutral", "words", "symbols", "params", "covers", "sets", "chain", "title", "joins"}
)
_Target = tuple[str, tuple[tuple[str, str], ...]]


def load_vocabulary(*paths: Path) -> Vocabulary:
    """The vocabulary of these files together.

    Raises:
        BankError: A file cannot be read, is no YAML, or names a kind or reader that does not exist.
    """
    kinds: dict[str, dict[str, Any]] = {}
    merged: dict[str, Any] = {"params": {}, "modifiers": [], "fillers": [], "weak": [], "contexts": {}}
    for path in paths:
        data = _read(path)
        for name, fields in data.get("kinds", {}).items():
            _extend(kinds.setdefault(name, {}), fields, name, path)
        merged["params"].update(data.get("params", {}))
        merged["modifiers"] += data.get("modifiers", [])
        merged["fillers"] += data.get("fillers", [])
        merged["weak"] += data.get("weak", [])
        for architecture, labels in data.get("contexts", {}).items():
            merged["contexts"].setdefault(architecture, {}).update(labels)
    return _compile(kinds, merged)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - it is the safe loader, in C where there is one
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BankError(f"The vocabulary {path.name} cannot be read: {error}.") from error
    if not isinstance(data, dict) or set(data) - _SECTIONS:
        raise BankError(f"The vocabulary {path.name} may only hold {', '.join(sorted(_SECTIONS))}.")
    return data


def _extend(known: dict[str, Any], fields: dict[str, Any], name: str, path: Path) -> None:
    strange = set(fields) - _KIND_FIELDS
    if strange:
        raise BankError(f"{path.name}: the kind {name} has an unknown field {min(strange)!r}.")
    for field, value in fields.items():
        if isinstance(value, list) and field in known:
            known[field] = [*known[field], *value]
        elif isinstance(value, dict) and field in known:
            known[field] = {**known[field], **value}
        else:
            known[field] = value


def _compile(kinds: dict[str, dict[str, Any]], merged: dict[str, Any]) -> Vocabulary:
    values: dict[str, Kind] = {}
    phrases: dict[str, _Target] = {}
    symbols: dict[str, _Target] = {}
    for name, fields in kinds.items():
        base = fields.get("is", name)
        if any(other not in kinds for other in (base, *fields.get("chain", ()))):
            raise BankError(f"The vocabulary's kind {name} refers to a kind that does not exist.")
        if base == name:
            values[name] = _kind(name, fields, merged["params"])
        for phrase in _spellings(fields):
            phrases.setdefault(squash(phrase), _target(name, fields))
        for mark in fields.get("symbols", []):
            symbols.setdefault(symbol_key(str(mark)), _target(name, fields))
    for name, fields in kinds.items():  # its own name last: it may be a word of another kind
        phrases.setdefault(squash(name), _target(name, fields))
    contexts = {
        architecture: _context(architecture, labels, kinds) for architecture, labels in merged["contexts"].items()
    }
    phrases.pop("", None)
    return Vocabulary(
        kinds=values,
        phrases=phrases,
        symbols=symbols,
        readers={name: _reader(name, fields) for name, fields in merged["params"].items()},
        modifiers=tuple(_modifier(fields) for fields in merged["modifiers"]),
        fillers=frozenset(squash(str(word)) for word in merged["fillers"]),
        weak=frozenset(squash(str(word)) for word in merged["weak"]),
        contexts=contexts,
        chains={name: tuple(fields["chain"]) for name, fields in kinds.items() if "chain" in fields},
        words=_words(kinds),
    )


def _target(name: str, fields: dict[str, Any]) -> _Target:
    return fields.get("is", name), tuple(sorted((key, str(value)) for key, value in fields.get("sets", {}).items()))


def _spellings(fields: dict[str, Any]) -> list[str]:
    return [spelling for phrase in fields.get("words", ()) for spelling in expand(str(phrase))]


def _words(kinds: dict[str, dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    """The longer words of all phrases by their first letter."""
    words: dict[str, set[str]] = defaultdict(set)
    for fields in kinds.values():
        for spelling in _spellings(fields):
            for word in re.findall(r"[a-z]{5,}", unaccented(spelling).lower()):
                words[word[0]].add(word)
    return {letter: tuple(sorted(found)) for letter, found in words.items()}


def _context(architecture: str, labels: dict[str, str], kinds: dict[str, dict[str, Any]]) -> dict[str, str]:
    """An architecture's labels by mark and by squashed word; ``*kind`` stands for every label of a kind."""
    found: dict[str, str] = {}
    for label, kind in labels.items():
        if kind not in kinds:
            raise BankError(f"In the context {architecture} {label!r} is said to be {kind}, which does not exist.")
        found[symbol_key(str(label))] = kind
    for label, kind in labels.items():
        word = squash(str(label))
        if len(word) > 1 and not str(label).startswith("*"):
            found[word] = kind
    return found


def _kind(name: str, fields: dict[str, Any], readers: dict[str, Any]) -> Kind:
    params = tuple(fields.get("params", ()))
    for reader in params:
        if reader not in readers:
            raise BankError(f"The vocabulary's kind {name} asks for the reader {reader}, which does not exist.")
    return Kind(
        name=name,
        category=fields.get("category", "other"),
        neutral=fields.get("neutral", False),
        joins=fields.get("joins", name in _JOINS or fields.get("category") == "loss"),
        title=fields.get("title", name.replace("_", " ")),
        params=params,
        covers=frozenset(fields.get("covers", ())),
        sets=tuple(sorted((key, str(value)) for key, value in fields.get("sets", {}).items())),
    )


def _reader(name: str, fields: dict[str, Any]) -> ParamReader:
    names = tuple(fields.get("pair") or fields.get("call") or (fields.get("name", name),))
    keys = sorted(map(str, fields.get("keys", ())), key=len, reverse=True)
    assigned = None
    if keys:
        choice = "|".join(re.escape(key) for key in keys)
        # One-letter keys keep their case: h is not H, c is not C.
        guard = "" if any(len(key) == 1 for key in keys) else "(?i)"
        assigned = re.compile(rf"{guard}(?<![\w.])(?:{choice}) ?(?:[=:]|(?=\d)) ?([^\s,;)\]=]+(?: ?[·*/×] ?[\w_]+)?)")
    return ParamReader(
        names=names,
        assigned=assigned,
        forms=tuple(
            re.compile(form, re.IGNORECASE if name not in {"heads", "out_named", "rank"} else 0)
            for form in fields.get("forms", ())
        ),
        call="call" in fields,
        size=bool(fields.get("size", False)),
    )


def _modifier(fields: dict[str, Any]) -> Modifier:
    choice = "|".join(re.escape(unaccented(str(word)).lower()) for word in fields["words"])
    choice = choice.replace(r"\ ", "[ -]?")
    return Modifier(
        param=str(fields["param"]),
        value=str(fields["value"]),
        words=re.compile(rf"(?<!\w)(?:{choice})(?!\w)"),
        kinds=frozenset(fields.get("kinds", ())),
    )
