"""Text as it comes from people, files and browsers, made safe to store and to grade."""

from __future__ import annotations

from evalmode.core.errors import InputError

MAX_ANSWER_CHARS = 20_000
"""The longest answer that is accepted: twenty minutes of speech. More is a pasted file, not an answer."""

_KEPT_CONTROLS = {"\n", "\t"}


def clean_text(text: str, *, limit: int = MAX_ANSWER_CHARS) -> str:
    r"""Text without what no database and no terminal can carry: null bytes, control characters, lone surrogates.

    Line ends become ``\n``. Everything else, in every script, is kept as it was written.

    Raises:
        InputError: More than ``limit`` characters.
    """
    if len(text) > limit:
        raise InputError(
            f"The answer has {len(text):,} characters; at most {limit:,} are accepted.",
            hint="Say it in fewer words, as you would to an interviewer.",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if "\ud800" <= character <= "\udfff" else character
        for character in text
        if character in _KEPT_CONTROLS or (character >= " " and character != "\x7f")
    )
