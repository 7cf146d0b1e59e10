"""JSON Schemas of everything an author writes: the kinds of items, a pack's manifest and its topic map."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from typing import Any

from evalmode.bank import boarditem, codeitem, models, packs, parts
from evalmode.bank.kinds import KINDS
from evalmode.bank.packs import Manifest, TopicMap
from evalmode.core import NotFoundError

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NOT_WRITTEN = ("pack", "path")


def schema_names() -> tuple[str, ...]:
    """The names that :func:`json_schema` knows."""
    return (*KINDS, "manifest", "topics")


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a kind of item, of ``manifest`` (pack.yaml) or of ``topics`` (topics.yaml).

    An item's schema describes the file as a whole. A field that is written as a Markdown section and not in the YAML
    head says so under ``x-section``.

    Raises:
        NotFoundError: There is no such schema.
    """
    if name in KINDS:
        schema = KINDS[name].model.model_json_schema()
        properties = schema["properties"]
        for field in _NOT_WRITTEN:
            properties.pop(field)
        for heading, field in KINDS[name].sections.items():
            properties[field]["x-section"] = heading
        if KINDS[name].proofs:
            properties["proofs"]["x-section"] = "Proof"
    elif name == "manifest":
        schema = Manifest.model_json_schema()
    elif name == "topics":
        schema = TopicMap.model_json_schema()
    else:
        raise NotFoundError(f"There is no schema {name!r}.", hint=f"There are {', '.join(schema_names())}.")
    for definition in (schema, *schema.get("$defs", {}).values()):
        for field, text in _field_docs(definition["title"]).items():
            if field in definition.get("properties", {}):
                definition["properties"][field]["description"] = text
    return {"$schema": _DIALECT} | schema


def _field_docs(model: str) -> dict[str, str]:
    """What the source says below each field of a model and of the models it extends.

    Read here, when somebody asks, rather than by pydantic each time the program starts.
    """
    classes = _classes()
    docs: dict[str, str] = {}
    node = classes.get(model)
    if node is None:
        return docs
    for base in node.bases:
        docs |= _field_docs(base.id) if isinstance(base, ast.Name) else {}
    for field, text in zip(node.body, node.body[1:], strict=False):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                docs[name] = " ".join(said.split())
    return docs


@cache
def _classes() -> dict[str, ast.ClassDef]:
    trees = [ast.parse(inspect.getsource(module)) for module in (parts, boarditem, codeitem, models, packs)]
    return {node.name: node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)}
