import pytest

from evalmode.answers.numbers import wrong_arithmetic


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10000 / 100 = 1000 iterations", "10000 / 100 = 1000"),
        ("10 000 / 100 = 100 iterations", ""),
        ("(7 - 1) * 2 - 2 + 4 = 14", ""),
        ("in fp16, 1 + 0.0001 = 1", ""),
        ("2 * 9 = 18 against 25", ""),
        ("2 * 9 is 25", "2 * 9 is 25"),
    ],
)
def test_only_a_whole_calculation_that_does_not_hold_is_found(text, found):
    assert wrong_arithmetic(text) == found
