from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.board.shapes.algebra import UNKNOWN, Size
from evalmode.board.shapes.sizes import parse_size

NUMBERS = {"d": 7, "H": 11, "W": 13, "C": 17, "h": 19}


def value(size):
    """The size with a prime for each name."""
    return size.put({name: Size.of(number) for name, number in NUMBERS.items()}).number


SIZES = st.recursive(
    st.sampled_from(sorted(NUMBERS)).map(Size.of) | st.integers(1, 9).map(Size.of),
    lambda inner: st.tuples(st.sampled_from("+-*"), inner, inner).map(
        lambda parts: {
            "+": lambda one, two: one + two,
            "-": lambda one, two: one - two,
            "*": lambda one, two: one * two,
        }[parts[0]](parts[1], parts[2])
    ),
    max_leaves=4,
)


@settings(deadline=None)
@given(SIZES, SIZES)
def test_calculating_with_names_is_calculating_with_what_they_stand_for(one, two):
    assert value(one + two) == value(one) + value(two)
    assert value(one - two) == value(one) - value(two)
    assert value(one * two) == value(one) * value(two)


@settings(deadline=None)
@given(SIZES, st.sampled_from(sorted(NUMBERS)), st.integers(1, 5))
def test_a_quotient_by_one_term_is_exact(size, name, factor):
    divisor = Size.of(name) * Size.of(factor)
    assert value(size / divisor) == value(size) / value(divisor)
    assert size / divisor * divisor == size


@settings(deadline=None)
@given(SIZES, SIZES)
def test_equal_sizes_are_written_in_one_way(one, two):
    assert (str(one) == str(two)) == (one == two)


@settings(deadline=None)
@given(SIZES)
def test_what_is_written_is_read_back(size):
    number = size.number
    if number is None and not str(size).startswith("−"):
        assert parse_size(str(size).replace("−", "-")) == size


@settings(deadline=None)
@given(st.integers(-40, 40), st.integers(1, 6))
def test_only_the_number_is_rounded_down(number, divisor):
    size = (Size.of("H") + Size.of(number)) / Size.of(divisor)
    if number % divisor:
        assert size.floored() == Size.of("H") / Size.of(divisor) + Size.of(number // divisor)


def test_a_convolution_halves_an_even_side():
    side = (Size.of("H") + Size.of(2 - 3)) / Size.of(2)
    assert side.floored() + Size.of(1) == Size.of("H") / Size.of(2)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("4d", "4d"),
        ("d*4", "4d"),
        ("d/h", "d/h"),
        ("H//2", "H/2"),
        ("⌊H/2⌋", "H/2"),
        ("HW/P²", "H·W/P²"),
        ("d_model / (2h)", "d_model/(2h)"),
        ("N+1", "N + 1"),
        ("H - 4", "H − 4"),
        ("3*16*16", "768"),
        ("8d/3", "8d/3"),
        ("#heads", "heads"),
        ("seq len", "seq_len"),
        ("|V|", "V"),
        ("?", "?"),
        ("-1", "?"),
    ],
)
def test_sizes_are_read(written, printed):
    assert str(parse_size(written)) == printed


@pytest.mark.parametrize("written", ["", "0", "-3", "0.5", "d +", "(d", "1/0", "see figure 3", "d^99", "a" * 80, "3/2"])
def test_what_is_no_size_is_refused(written):
    assert parse_size(written) is None


def test_a_name_is_solved_for():
    assert (Size.of(4) * Size.of("d")).solved("d", Size.of(2048)) == Size.of(512)
    assert (Size.of("H") / Size.of(2)).solved("H", Size.of(112)) == Size.of(224)
    assert (Size.of("d") / Size.of("h")).solved("h", Size.of("d_k")) == Size.of("d") / Size.of("d_k")
    assert (Size.of("H") + Size.of("D")).solved("x", Size.of(3)) is None


def test_sizes_know_what_they_are():
    assert Size.of(5).number == Fraction(5)
    assert Size.of("d").symbol == "d"
    assert (Size.of("d") * Size.of(2)).symbol == ""
    assert (UNKNOWN + Size.of(1)).unknown
    with pytest.raises(ZeroDivisionError):
        Size.of("d") / Size()
