"""Names of things: items of the bank and rows of the store."""

from __future__ import annotations

import re
import secrets
import time
from dataclasses import dataclass

from evalmode.core.errors import InputError

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


@dataclass(frozen=True, slots=True, order=True)
class ItemId:
    """The full name of an item: its kind and its slug, written ``kind/slug``."""

    kind: str
    slug: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug}"

    @classmethod
    def parse(cls, text: str) -> ItemId:
        """Read ``kind/slug``.

        Raises:
            InputError: The text is not of that form.
        """
        kind, separator, slug = text.partition("/")
        if not separator or not is_slug(kind) or not is_slug(slug):
            raise InputError(f"{text!r} is not an item id.", hint="An id looks like rapid/softmax.")
        return cls(kind, slug)


def is_slug(text: str) -> bool:
    """Whether the text is lower-case words and digits joined by single hyphens, at most 80 characters."""
    return len(text) <= 80 and _SLUG.fullmatch(text) is not None


def new_id() -> str:
    """A fresh id: 26 characters that sort by the time of their making (a ULID)."""
    number = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    return "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(125, -5, -5))
