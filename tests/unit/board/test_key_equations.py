"""Formulas are compared as expressions, not as strings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.board.formulas import same_formula

SAME = [
    ("softmax(QK^T/sqrt(d_k))V", "softmax(Q Kᵀ / √d_k) V"),
    ("softmax(QKᵀ/√dₖ)V", "softmax(QK^T/sqrt(d_k))V"),
    (r"\mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V", "softmax(QK^T/√d_k)V"),
    (r"$\text{softmax}(\frac{Q K^{T}}{\sqrt{d_k}}) V$", "softmax(QK^T/√d_k)V"),
    ("Attention(Q,K,V) = softmax(QK^T/√d_k)V", "Attn(Q, K, V) = softmax(Q K^T / sqrt(d_k)) V"),
    ("y = F(x) + x", "x + F(x) = y"),
    ("y = F(x) + x", "out = x + F(x)"),
    ("y = ReLU(F(x) + x)", "ReLU(x + F(x)) = y"),
    ("x = x + MHA(LN(x))", "x = x + Attention(LN(x))"),
    ("y = x + MLP(LN x)", "y = FFN(LN(x)) + x"),
    ("FFN(x) = max(0, xW1+b1)W2+b2", "FFN(x) = max(0, xW_1 + b_1)W_2 + b_2"),
    ("c_t = f⊙c_{t-1} + i⊙g", "C_t = f_t * C_{t-1} + i_t * C̃_t"),
    ("c_t = f ⊙ c_{t-1} + i ⊙ g", r"c_t = f_t \odot c_{t-1} + i_t \odot \tilde{c}_t"),
    ("c = i*g + f*c_prev", "c_t = f ⊙ c_{t-1} + i ⊙ g"),
    ("c_t = f∘c_{t−1} + i∘g", "c_t = f ⊙ c_{t-1} + i ⊙ g"),
    ("cₜ = fₜ ⊙ cₜ₋₁ + iₜ ⊙ gₜ", "c_t = f ⊙ c_{t-1} + i ⊙ g"),
    ("h_t = o ⊙ tanh(c_t)", "h = o * tanh(c)"),
    ("f_t = σ(W_f [h_{t-1}, x_t] + b_f)", "f = sigmoid(Wf [h_{t-1}, x_t] + bf)"),
    ("z = μ + σ ⊙ ε", "z = mu + sigma * eps"),
    ("z = mu + eps*sigma", r"z = \mu + \sigma \odot \epsilon"),
    ("h_t = z ⊙ h_{t-1} + (1-z) ⊙ h̃", "h_t = (1 - z) * n + z * h_{t-1}"),
    ("h = Wx + (α/r) B A x", "h = Wx + α/r BAx"),
    ("x_t = √ᾱ_t x_0 + √(1-ᾱ_t) ε", r"x_t = \sqrt{\bar\alpha_t} x_0 + \sqrt{1-\bar\alpha_t} \epsilon"),
    ("L_G = -log D(G(z))", "-log(D(G(z))) = L_G"),
]
DIFFERENT = [
    ("softmax(KQ^T/√d_k)V", "softmax(QK^T/√d_k)V"),
    ("softmax(QK^T)V", "softmax(QK^T/√d_k)V"),
    ("softmax(QK^T/d_k)V", "softmax(QK^T/√d_k)V"),
    ("V softmax(QK^T/√d_k)", "softmax(QK^T/√d_k)V"),
    ("Q Kᵀ × √d_k", "Q K^T / √d_k"),
    ("c_t = f ⊙ c_{t-1} + i ⊙ o", "c_t = f ⊙ c_{t-1} + i ⊙ g"),
    ("c_t = i ⊙ c_{t-1} + f ⊙ g", "c_t = f ⊙ c_{t-1} + i ⊙ g"),
    ("c_t = f ⊙ c_t + i ⊙ g", "c_t = f ⊙ c_{t-1} + i ⊙ g"),
    ("c_t = f ⊙ c_{t-1} - i ⊙ g", "c_t = f ⊙ c_{t-1} + i ⊙ g"),
    ("h_t = o ⊙ c_t", "h_t = o ⊙ tanh(c_t)"),
    ("h_t = o ⊙ σ(c_t)", "h_t = o ⊙ tanh(c_t)"),
    ("y = F(x)", "y = F(x) + x"),
    ("y = F(x) - x", "y = F(x) + x"),
    ("y = F(x) + F(x)", "y = F(x) + x"),
    ("LN(x + F(x))", "x + F(LN(x))"),
    ("x_t = √(1-ᾱ_t) x_0 + √ᾱ_t ε", "x_t = √ᾱ_t x_0 + √(1-ᾱ_t) ε"),
    ("z = μ + σ", "z = μ + σ ⊙ ε"),
    ("L_G = -log(1 - D(G(z)))", "L_G = -log D(G(z))"),
    ("x^2", "x^3"),
    ("2x", "3x"),
    ("hello world", "y = F(x)"),
    ("", ""),
    ("((((", "(((("),
    ("a ? b", "a ? b"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_formulas_are_equal_however_they_are_spelled(one, two):
    assert same_formula(one, two)
    assert same_formula(two, one)


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_formulas_that_say_something_else_differ(one, two):
    assert not same_formula(one, two)
    assert not same_formula(two, one)


FORMULAS = st.recursive(
    st.sampled_from(["a", "x", "W_1", "c_{t-1}", "2", "tanh(y)", "√d"]),
    lambda inner: st.tuples(st.sampled_from([" + ", " ⊙ "]), st.lists(inner, min_size=2, max_size=3)).map(
        lambda parts: "(" + parts[0].join(parts[1]) + ")"
    ),
    max_leaves=4,
)


@settings(deadline=None)
@given(FORMULAS)
def test_a_formula_equals_itself(formula):
    assert same_formula(formula, f" {formula} ")


@settings(deadline=None)
@given(st.lists(FORMULAS, min_size=2, max_size=3), st.sampled_from([" + ", " * "]), st.randoms())
def test_the_order_of_sums_and_products_does_not_matter(parts, sign, random):
    shuffled = random.sample(parts, len(parts))
    assert same_formula(sign.join(parts), sign.join(shuffled))


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_survived(one, two):
    assert same_formula(one, two) in {True, False}


@settings(deadline=None)
@given(st.text(alphabet="xyWσ√()[]{}^_+-*/=\\,.;|'~ ⊙T1", max_size=80))
def test_what_looks_like_a_formula_is_survived(text):
    assert same_formula(text, "y = F(x) + x") in {True, False}


def test_deep_brackets_are_refused():
    assert not same_formula("(" * 140 + "x" + ")" * 140, "x")
