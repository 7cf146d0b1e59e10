"""Running modules that were made of drawings: built, run once, looked into, and compared with another one."""

from __future__ import annotations

from evalmode_runner.modules.running import run_module

__all__ = ["run_module"]
