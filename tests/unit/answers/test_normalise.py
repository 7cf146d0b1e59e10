import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalmode.answers.normalise import normalise


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (r"$\frac{e^{z_i}}{\sum_j e^{z_j}}$", "(e^z_i)/(sum_j e^z_j)"),
        (r"$\mathrm{softmax}(QK^\top/\sqrt{d_k})V$", "softmax(qk^t/sqrt(d_k))v"),
        ("√d_k", "sqrt d_k"),
        ("x² ≤ ½", "x^2 <= 1/2"),
        ("`model.eval()`", "model.eval()"),
    ],
)
def test_mathematics_becomes_plain(typed, plain):
    assert normalise(typed).replace(" ", "") == plain.replace(" ", "")


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("we use rel you in hidden layers", "relu"),
        ("a soft max at the end", "softmax"),
        ("the log its go in", "logits"),
        ("stochastic gradient decent", "gradient descent"),
        ("a c n n with batch norm", "cnn"),
        ("with no grad around it", "no_grad"),
        ("the k v cash grows", "kv cache"),
        ("drop out against over fitting", "overfitting"),
    ],
)
def test_slips_of_speech_are_understood(heard, meant):
    assert meant in normalise(heard)


@pytest.mark.parametrize(
    "text", ["no gradient flows back", "I can log it to a file", "the colonel spoke", "an epic win"]
)
def test_ordinary_words_stay_what_they_are(text):
    assert normalise(text) == text.lower()


def test_words_of_the_question_are_put_together_again():
    assert normalise("the check point file", ["checkpoint"]) == "the checkpoint file"
    assert normalise("the check point file") == "the check point file"


@given(st.text(max_size=300))
def test_any_text_can_be_normalised_and_is_one_line(text):
    plain = normalise(text)
    assert plain == " ".join(plain.split())
