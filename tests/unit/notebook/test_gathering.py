"""What a program made of a function holds: imports, constants, helpers, each once and before it is used."""

from __future__ import annotations

import linecache
import math
from typing import TYPE_CHECKING

import pytest

from evalmode.core import InputError
from evalmode.notebook.gathering import gather

if TYPE_CHECKING:
    from collections.abc import Callable

_numbers = iter(range(1_000))


def defined(source: str, name: str, **more: object) -> Callable[..., object]:
    """A function or class that a cell of a notebook defined."""
    file = f"<cell {next(_numbers)}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    names: dict[str, object] = {"__name__": "notebook", **more}
    exec(compile(source, file, "exec", dont_inherit=True), names)  # noqa: S102 - a cell of a notebook
    return names[name]  # type: ignore[return-value] # what the cell defined


def run(program: str) -> dict[str, object]:
    names: dict[str, object] = {}
    exec(compile(program, "<program>", "exec", dont_inherit=True), names)  # noqa: S102 - what was gathered must run
    return names


def test_constants_helpers_and_imports_come_along_and_shadowed_names_do_not():
    source = (
        "import math\nfrom functools import partial as half\n"
        "LOW = float('-inf')\nSIZES = [1, 2]\nx = object()\n"
        "def inner(x):\n    return max(x, LOW) + SIZES[0]\n"
        "def outer(x):\n    return math.sqrt(half(inner)(x))\n"
    )
    outer = defined(source, "outer")
    program = gather(outer, "outer")
    assert "object()" not in program
    assert run(program)["outer"](3) == outer(3) == 2.0
    assert program.count("def inner") == 1


def test_functions_that_need_each_other_come_once_each():
    source = (
        "def even(n):\n    return n == 0 or odd(n - 1)\n"
        "def odd(n):\n    return n != 0 and even(n - 1)\n"
    )  # fmt: skip
    program = gather(defined(source, "even"), "even")
    assert (program.count("def even"), program.count("def odd")) == (1, 1)
    assert run(program)["even"](4) is True


def test_a_class_brings_its_base_and_its_decorator():
    source = (
        "from dataclasses import dataclass\n"
        "class Base:\n    def twice(self):\n        return 2 * self.value\n"
        "@dataclass\nclass Own(Base):\n    value: int\n\n    def thrice(self):\n        return 3 * self.value\n"
    )
    names = run(gather(defined(source, "Own"), "Wanted"))
    assert names["Wanted"](2).twice() == 4
    assert names["Wanted"](2).thrice() == 6


def test_the_same_name_in_two_places_is_refused_rather_than_mixed_up():
    helper = defined("SIZE = 1\ndef helper():\n    return SIZE\n", "helper")
    outer = defined("SIZE = 2\ndef outer():\n    return SIZE + helper()\n", "outer", helper=helper)
    with pytest.raises(InputError, match="called SIZE"):
        gather(outer, "outer")


def test_what_cannot_be_written_down_is_named():
    outer = defined("def outer():\n    return thing\n", "outer", thing=object())
    with pytest.raises(InputError, match="outer uses thing"):
        gather(outer, "outer")


def test_numbers_that_are_not_finite_are_numbers_all_the_same():
    names = run(gather(defined("def outer():\n    return NAN, LOW\n", "outer", NAN=math.nan, LOW=-math.inf), "outer"))
    nan, low = names["outer"]()
    assert math.isnan(nan)
    assert low == -math.inf
