"""The published JSON Schemas say what files may hold, and they say it in words."""

from __future__ import annotations

import jsonschema_rs
import pytest

from evalmode.bank import load_bank
from evalmode.bank.schemas import json_schema, schema_names
from evalmode.core import NotFoundError


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_valid_and_every_field_is_described(name):
    schema = json_schema(name)
    jsonschema_rs.meta.validate(schema)
    for definition in (schema, *schema.get("$defs", {}).values()):
        for field, said in definition.get("properties", {}).items():
            assert said.get("description"), f"{definition['title']}.{field}"


def test_the_items_of_the_bank_keep_to_their_schemas():
    for item in load_bank():
        jsonschema_rs.validate(json_schema(item.kind), item.model_dump(mode="json"))


def test_an_item_that_breaks_the_rules_breaks_the_schema():
    item = load_bank().get("rapid/softmax").model_dump(mode="json")
    for change in ({"level": "junior"}, {"id": "Soft Max"}, {"seconds": 1}, {"colour": "blue"}, {"key_points": []}):
        with pytest.raises(jsonschema_rs.ValidationError):
            jsonschema_rs.validate(json_schema("rapid"), item | change)


def test_fields_that_are_sections_say_so():
    fields = json_schema("deep")["properties"]
    sections = {name: field["x-section"] for name, field in fields.items() if "x-section" in field}
    assert sections == {
        "question": "Question",
        "answer": "Answer",
        "why": "Why",
        "headline": "Headline",
        "proofs": "Proof",
    }


def test_a_schema_that_does_not_exist_is_said():
    with pytest.raises(NotFoundError, match="rapid, deep, code, board, guide, manifest, topics"):
        json_schema("rapids")
