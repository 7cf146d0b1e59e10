"""The questions as an Anki deck: for those who want to review on the phone as well."""

from __future__ import annotations

import hashlib
import html
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from evalmode.bank import DeepItem, GradedItem
from evalmode.core import StorageError
from evalmode.practice.asking import graded_items

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice

_MODEL_ID = 1_607_392_319
_DECK_ID = 2_059_400_110


def export_apkg(p: Practice, path: Path) -> int:
    """Write one note per question: the question in front, the model answer and its key points behind.

    A note's identity comes from the item's id, so importing a newer file updates the notes and keeps Anki's own
    scheduling.

    Args:
        p: The practice.
        path: The ``.apkg`` file to write.

    Returns:
        How many notes it holds.

    Raises:
        StorageError: The file cannot be written.
    """
    import genanki

    model = genanki.Model(
        _MODEL_ID,
        "evalmode question",
        fields=[{"name": "Id"}, {"name": "Question"}, {"name": "Answer"}, {"name": "Points"}],
        templates=[
            {
                "name": "Answer aloud",
                "qfmt": "{{Question}}",
                "afmt": "{{FrontSide}}<hr id=answer>{{Answer}}{{Points}}",
            }
        ],
        css=".card { font: 18px/1.5 sans-serif; max-width: 42em; margin: auto; text-align: left; }",
    )
    deck = genanki.Deck(_DECK_ID, "evalmode")
    items = graded_items(p.bank)
    for item in items:
        note = genanki.Note(
            model=model,
            fields=[str(item.item_id), _paragraphs(item.question), _answer(item), _points(item)],
            tags=[*item.topics, item.kind, str(item.level)],
            guid=hashlib.sha256(f"evalmode:{item.item_id}".encode()).hexdigest()[:20],
        )
        deck.add_note(note)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            part = Path(folder) / path.name
            genanki.Package(deck).write_to_file(str(part))
            part.replace(path)
    except OSError as error:
        raise StorageError(f"The Anki deck cannot be written ({path}): {error.strerror}.") from error
    return len(items)


def _answer(item: GradedItem) -> str:
    headline = f"<p><b>{_inline(item.headline)}</b></p>" if isinstance(item, DeepItem) else ""
    return headline + _paragraphs(item.answer)


def _points(item: GradedItem) -> str:
    return "<ul>" + "".join(f"<li>{_inline(point.claim)}</li>" for point in item.key_points) + "</ul>"


def _paragraphs(markdown: str) -> str:
    return "".join(f"<p>{_inline(block)}</p>" for block in markdown.split("\n\n") if block.strip())


def _inline(text: str) -> str:
    r"""One paragraph as HTML; ``$…$`` becomes Anki's own ``\(…\)``."""
    pieces = html.escape(" ".join(text.split()), quote=False).split("$")
    if len(pieces) % 2 == 0:
        return "$".join(pieces)
    return "".join(rf"\({piece}\)" if index % 2 else piece for index, piece in enumerate(pieces))
