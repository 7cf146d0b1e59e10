"""``evalmode schema``: the JSON Schema of everything that ``--json`` prints and of every kind of item."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from evalmode.cli.documents import DOCUMENTS
from evalmode.cli.options import JsonFlag
from evalmode.cli.output import console, print_json
from evalmode.core import NotFoundError

if TYPE_CHECKING:
    from evalmode.cli.documents import Document


def schema(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A document; all names where left out.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Print the JSON Schema of a document, or say which documents there are.

    With --json and no NAME it prints all schemas, by name.
    """
    if name is not None:
        print_json(_schema(name, _find(name)))
    elif as_json:
        print_json({known: _schema(known, document) for known, document in DOCUMENTS.items()})
    else:
        table = Table.grid(padding=(0, 2))
        for known, document in DOCUMENTS.items():
            table.add_row(Text(known, style="bold"), Text(document.says))
        console().print(table)


def _find(name: str) -> Document:
    if name in DOCUMENTS:
        return DOCUMENTS[name]
    near = difflib.get_close_matches(name, DOCUMENTS, n=2)
    hint = f"Did you mean {' or '.join(near)}?" if near else "evalmode schema lists all documents."
    raise NotFoundError(f"There is no document {name!r}.", hint=hint)


def _schema(name: str, document: Document) -> dict[str, Any]:
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {**dialect, **document.json_schema(), "title": name, "description": f"{document.says}."}
