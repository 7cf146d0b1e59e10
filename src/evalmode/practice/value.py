"""The base of all values that leave the use cases."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema


class Value(BaseModel):
    """A frozen value; the docstrings of its fields become their descriptions in the published schema.

    In what evalmode returns every field is there, so the schema of an answer requires those with a default too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The schema with the fields' docstrings.

        pydantic's own ``use_attribute_docstrings`` reads the source when the class is made: a fifth of the server's
        start, for descriptions that only whoever asks for a schema sees.
        """
        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for parent in reversed(cls.__mro__):
            for name, description in _field_docstrings(parent.__module__).get(parent.__qualname__, {}).items():
                if name in properties:
                    properties[name].setdefault("description", description)
        return schema


@cache
def _field_docstrings(module: str) -> dict[str, dict[str, str]]:
    """Class → field → docstring, for the classes at the top of a module."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (KeyError, OSError, TypeError):  # built in, or shipped without its source
        return {}
    return {
        node.name: {
            field.target.id: inspect.cleandoc(docstring.value.value)
            for field, docstring in pairwise(node.body)
            if isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(docstring, ast.Expr)
            and isinstance(docstring.value, ast.Constant)
            and isinstance(docstring.value.value, str)
        }
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }
