import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalmode.answers.formulas import formula_conflict, formula_match, formulas_of
from evalmode.answers.normalise import normalise


def _match(said, meant):
    return formula_match(normalise(said), normalise(meant))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (r"$p_i = \frac{e^{x_i}}{\sum_k e^{x_k}}$", "exp(z_i) / sum_j exp(z_j)"),
        ("softmax(Q K^T / √d_k) V", "softmax(QK^T/sqrt(d_k))V"),
        ("x + F(x)", "F(x) + x"),
        ("O(d n^2)", "it takes O(n^2 d) time"),
        ("sigma'(x) <= 1/4", "sigmoid'(x) <= 0.25"),
        ("10 000 / 100 = 100", "10000/100 = 100"),
        ("the loss is -log p_y", "CE = -log(p_y)"),
        ("bias^2 + noise + variance", "bias^2 + variance + noise"),
        ("c = f * c_prev + i * g", "c_new = i * g + f * c_prev"),
    ],
)
def test_equal_expressions_match_however_they_are_written(said, meant):
    assert _match(said, meant) > 0


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("p(x|y)", "p(y|x)"),
        ("KQ^T", "QK^T"),
        ("z_i / sum_j z_j", "exp(z_i) / sum_j exp(z_j)"),
        ("x / k", "x * k"),
        ("1 / 2", "x + y"),
        ("bias + variance^2", "bias^2 + variance"),
        ("10000/100 = 1000", "10000/100 = 100"),
        ("x > y", "x < y"),
    ],
)
def test_different_expressions_do_not(said, meant):
    assert _match(said, meant) == 0


def test_a_symbol_may_be_renamed_but_two_may_not_become_one():
    assert _match("a + b * c", "x + y * z") == 1
    assert _match("a + a * a", "x + y * z") == 0


def test_growth_rates_clash():
    assert formula_conflict("it is o(n)", "it is o(n^2)")
    assert not formula_conflict("it is o(n^2)", "it is o(n^2)")
    assert not formula_conflict("it is linear", "it is o(n^2)")


@pytest.mark.parametrize(
    "text", ["so the gate and/or the cell", "it is a well-known trick", "a, b and c", "(of course)"]
)
def test_prose_holds_no_formula(text):
    assert all(node.name not in {"=", "+"} for node in formulas_of(normalise(text)))


@given(st.text(alphabet="abxyz0123456789+-*/^=()[]|,._ '", max_size=120))
def test_whatever_is_typed_is_read_without_an_error_and_equals_itself(text):
    formulas = formulas_of(normalise(text))
    assert formula_match(normalise(text), normalise(text)) == (1.0 if formulas else 0.0)
