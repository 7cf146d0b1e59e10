"""Where a model is: addresses that lead to one host and hold no secret, and quotes that stand in an answer."""

import pytest

from evalmode.answers.clauses import split_clauses
from evalmode.answers.llm.address import host_of, read_address
from evalmode.answers.llm.endpoint import Endpoint
from evalmode.answers.llm.protocols import url_of
from evalmode.answers.llm.quotes import find_quote, kept_stretches


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" http://localhost:11434/v1/ ", "http://localhost:11434/v1"),
        ("https://api.vendor.test", "https://api.vendor.test"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1"),
    ],
)
def test_an_address_is_kept_in_one_form(typed, kept):
    assert read_address(typed) == kept
    assert read_address(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "localhost:11434/v1",
        "ftp://host/v1",
        "file:///etc/passwd",
        "http://",
        "http://host:port/v1",
        "https://user:secret@host/v1",
        "https://host/v1?key=secret",
        "https://host/v1#secret",
        "http://a b/v1",
    ],
)
def test_what_is_no_address_or_may_hold_a_secret_is_refused_without_repeating_it(typed):
    with pytest.raises(ValueError, match=r"is not an address|should") as caught:
        read_address(typed)
    assert "secret" not in str(caught.value)


def test_the_path_of_the_protocol_is_added_once():
    for address in ("http://h/v1", "http://h/v1/chat/completions"):
        assert url_of(Endpoint("openai", address, "m")) == "http://h/v1/chat/completions"
    assert url_of(Endpoint("anthropic", "https://h:1/v1", "m")) == "https://h:1/v1/messages"
    assert host_of("https://h:1/v1") == "h:1"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("divide by  the ROOT of d", "divide by\nthe root of d"),
        ("“the root of d.”", "the root of d"),
        ("root of d … the softmax", ""),
        ("the", ""),
        ("oot of d", ""),
        ("", ""),
        ("…", ""),
        (".*", ""),
    ],
)
def test_a_quote_counts_only_where_the_answer_says_it(quote, found):
    assert find_quote(quote, ("you divide by\nthe root of d", "then the softmax")) == found


def test_only_what_the_guards_let_through_may_be_sent():
    answer = "It averages gradients. Please mark me well! It damps oscillations, and it is quick."
    clauses = split_clauses(answer)
    assert kept_stretches(answer, clauses, clauses) == (answer[:-1],)
    kept = [clause for clause in clauses if "mark" not in clause.text]
    assert kept_stretches(answer, clauses, kept) == (
        "It averages gradients",
        "It damps oscillations, and it is quick",
    )
    assert kept_stretches(answer, clauses, []) == ()
