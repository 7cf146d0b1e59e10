"""The published contract: in step with the application, with names that a generated client can build on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from evalmode import practice
from evalmode.web.app import create_app

ROOT = Path(__file__).parents[3]


def operations():
    return [operation for methods in create_app(None).openapi()["paths"].values() for operation in methods.values()]


def test_the_file_that_the_client_is_generated_from_is_the_applications_own():
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import write_openapi
    finally:
        sys.path.pop(0)
    assert write_openapi.TARGET.read_text(encoding="utf-8") == write_openapi.document(), "run make openapi"


def test_operations_are_named_after_the_use_cases():
    names = [operation["operationId"] for operation in operations()]
    assert len(names) == len(set(names))
    others = {"health", "abilities", "export_jsonl", "import_data", "voice_status", "transcribe", "grade"}
    assert {name for name in names if not hasattr(practice, name)} == others


def test_every_operation_says_what_it_does_and_how_it_fails():
    for operation in operations():
        assert operation["description"]
        assert operation["tags"]
        failure = operation["responses"]["default"]["content"]["application/json"]["schema"]
        assert failure == {"$ref": "#/components/schemas/ErrorDocument"}


def test_what_the_server_returns_is_complete():
    schemas = create_app(None).openapi()["components"]["schemas"]
    for name in ("Feedback", "TurnView", "SessionSummary", "ItemView"):
        assert set(schemas[name]["required"]) == set(schemas[name]["properties"])


def test_importing_the_server_brings_neither_torch_nor_anything_else_that_is_heavy():
    program = (
        "import sys, json, evalmode.web.server; "
        "print(json.dumps([name for name in ('torch', 'onnxruntime', 'numpy', 'alembic', 'genanki', 'rich') "
        "if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert json.loads(done.stdout) == []
