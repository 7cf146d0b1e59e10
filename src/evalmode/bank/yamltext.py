"""YAML as packs use it: mappings, lists and text, nothing that guesses.

YAML reads ``no`` as false, ``2024-01-05`` as a date and ``1e3`` as a number. Here every value is text, and the model
that it fills turns it into a number where the field is one. Aliases, anchors and tags are refused: nobody needs them in
an item, ``*`` and ``&`` at the start of a sentence are an accident, and aliases can make a small file enormous.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from evalmode.bank.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Location = tuple[int | str, ...]

_MAX_DEPTH = 20
_new_parser: Callable[[str], Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlText:
    """What a YAML text says, and where.

    Args:
        data: Dictionaries, lists, strings, and None where a value is left empty.
        lines: The line, from 1 within the file, at which each part begins.
    """

    data: Any
    lines: dict[Location, int]

    def line_of(self, location: Location) -> int:
        """The line of the deepest part of a location that the text has."""
        for length in range(len(location), 0, -1):
            if (line := self.lines.get(location[:length])) is not None:
                return line
        return self.lines.get((), 1)


def parse_yaml(text: str, path: Path, first_line: int = 1) -> tuple[YamlText, list[Problem]]:
    """Read a YAML text.

    Args:
        text: One YAML document.
        path: The file it stands in, for the problems.
        first_line: Where in the file the text begins.

    Returns:
        What it says, with None for data where it cannot be understood, and every problem met.
    """
    builder = _Builder(path, first_line)
    understood = False
    try:
        parser = _new_parser(text)
        while (event := parser.get_event()) is not None:
            builder.take(event)
        understood = True
    except _RefusedError as error:
        builder.report(error.line, error.message)
    except yaml.MarkedYAMLError as error:
        builder.report(*_explain(error, text))
    except yaml.YAMLError as error:
        builder.report(0, f"is not valid YAML: {' '.join(str(error).split())}")
    return YamlText(builder.data if understood else None, builder.lines), builder.problems


class _RefusedError(Exception):
    """Something after which the rest of the text makes no sense."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled."""

    container: dict[str, Any] | list[Any]
    location: Location
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    path: Path
    first_line: int
    data: Any = None
    lines: dict[Location, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _documents: int = 0

    def take(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events share no typed base
        """Add what one event of the parser says."""
        kind, line = type(event), event.start_mark.line
        if kind is ScalarEvent:
            self._check(event, line)
            self._scalar(event, line)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._check(event, line)
            self._start(line, {} if kind is MappingStartEvent else [])
        elif isinstance(event, CollectionEndEvent):
            self._open.pop()
        elif kind is AliasEvent:
            message = f"has a text that begins with '*' (*{event.anchor}); put it in quotes"
            raise _RefusedError(line, message)
        elif kind is DocumentStartEvent:
            self._documents += 1
            if self._documents == 2:
                self.report(line, "holds a second YAML document; one is all there can be")

    def report(self, line: int, message: str, field_name: str = "", rule: str = "format") -> None:
        """Note a problem at a line counted from 0 within the text."""
        self.problems.append(Problem(self.path, self.first_line + line, field_name, message, rule))

    def _check(self, event: Any, line: int) -> None:  # noqa: ANN401 - as above
        if event.anchor is not None:
            self.report(line, f"has a text that begins with '&' (&{event.anchor}); put it in quotes")
        if event.tag is not None:
            self.report(line, f"has a text that begins with '!' ({event.tag}); put it in quotes")

    def _scalar(self, event: ScalarEvent, line: int) -> None:
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.container, dict) and top.key is None:
            if event.value in top.container:
                name = spell((*top.location, event.value))
                self.report(line, "stands twice", name, "duplicate-key")
            top.key = event.value
            self.lines[(*top.location, event.value)] = self.first_line + line
        else:
            plain = event.implicit[0]
            self._place(None if plain and not event.value else event.value, line)

    def _start(self, line: int, container: dict[str, Any] | list[Any]) -> None:
        if len(self._open) >= _MAX_DEPTH:
            raise _RefusedError(line, f"is nested more than {_MAX_DEPTH} levels deep")
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.container, dict) and top.key is None:
            raise _RefusedError(line, "has a field whose name is itself a list or a mapping")
        location = self._place(container, line)
        self._open.append(_Open(container, location))

    def _place(self, value: Any, line: int) -> Location:  # noqa: ANN401 - any value of a document
        if not self._open:
            if self._documents < 2:
                self.data = value
            self.lines.setdefault((), self.first_line + line)
            return ()
        top = self._open[-1]
        if isinstance(top.container, list):
            location: Location = (*top.location, len(top.container))
            top.container.append(value)
            self.lines[location] = self.first_line + line
        else:
            key = top.key or ""
            location = (*top.location, key)
            top.container.setdefault(key, value)
            top.key = None
        return location


def spell(location: Location) -> str:
    """A location as people write it: ``key_points[2].claim``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")


_SAID = {
    "comment or line break": "has a text that begins with '>' or '|'; put it in quotes",
    "comment or a line break": "has a text that begins with '>' or '|'; put it in quotes",
    "mapping values are not allowed": "has a colon inside a text; put the text in quotes",
}


def _explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line, from 0, and what is wrong there, in an author's words."""
    problem = error.problem or "it cannot be read"
    if "unexpected end of stream" in problem and error.context_mark is not None:
        return error.context_mark.line, "has a quote that is never closed"
    mark = error.problem_mark
    if mark is None:
        return 0, f"is not valid YAML: {problem}"
    if "cannot start any token" in problem:
        sign = text.split("\n")[mark.line][mark.column : mark.column + 1]
        tab = "is indented with a tab; YAML wants spaces"
        return mark.line, tab if sign == "\t" else f"has a text that begins with {sign!r}; put it in quotes"
    said = next((said for part, said in _SAID.items() if part in problem), None)
    advice = " (are all quotes closed and all lines indented alike?)" if "expected" in problem else ""
    return mark.line, said or f"is not valid YAML: {problem}{advice}"
