import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalmode.core import MAX_ANSWER_CHARS, InputError, clean_text


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_cleaned_text_can_be_stored_and_printed_anywhere(text):
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert "\x00" not in cleaned


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more(text):
    assert clean_text(clean_text(text)) == clean_text(text)


def test_every_script_and_formula_is_kept():
    text = "σ(z) = 1/(1+e⁻ᶻ)\n\tこんにちは 🙂 ∂L/∂w"
    assert clean_text(text) == text


def test_null_bytes_vanish_and_lone_surrogates_are_marked():
    assert clean_text("a\x00b\ud800c") == "ab\N{REPLACEMENT CHARACTER}c"


def test_line_ends_of_every_system_become_one():
    assert clean_text("a\r\nb\rc") == "a\nb\nc"


def test_a_pasted_file_is_refused_in_one_sentence():
    with pytest.raises(InputError, match="at most 20,000"):
        clean_text("x" * (MAX_ANSWER_CHARS + 1))
    assert clean_text("x" * MAX_ANSWER_CHARS)
