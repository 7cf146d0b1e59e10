"""Build hook: a wheel or sdist contains the built front end, and building it needs no Node on the machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontEndHook(BuildHookInterface):  # type: ignore[type-arg]  # the configuration's type is of no use here
    """Runs ``tools/build_frontend.py`` before packing; an editable install leaves the front end to ``make setup``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Build the front end unless this is an editable install or the files are already there and fresh."""
        if version == "editable" or os.environ.get("EVALMODE_SKIP_FRONTEND") == "1":
            return
        sys.path.insert(0, str(Path(self.root) / "tools"))
        import build_frontend

        build_frontend.build(Path(self.root))
