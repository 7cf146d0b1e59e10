"""Write ``frontend/openapi.json``, from which the TypeScript client is generated.

Run after a route or a value has changed; a test compares the file with the application.
"""

from __future__ import annotations

import json
from pathlib import Path

from evalmode.web.app import create_app

TARGET = Path(__file__).resolve().parents[1] / "frontend" / "openapi.json"


def document() -> str:
    """The OpenAPI document as the file holds it."""
    return json.dumps(create_app(None).openapi(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(document(), encoding="utf-8")
