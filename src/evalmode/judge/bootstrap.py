"""Starting our runner in an interpreter that need not have evalmode."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from evalmode.core import InternalError

_BOOTSTRAP = """
import importlib.util, runpy, sys
folder, module = sys.argv.pop(1), sys.argv.pop(1)
from_file = importlib.util.spec_from_file_location
spec = from_file("evalmode_runner", folder + "/__init__.py", submodule_search_locations=[folder])
package = sys.modules["evalmode_runner"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
runpy.run_module(module, run_name="__main__", alter_sys=True)
"""
"""Makes our runner importable in another interpreter without any other package of ours coming with it."""


def runner_command(program: str, module: str, *arguments: str) -> list[str]:
    """The command that runs a module of our runner.

    Args:
        program: The Python that runs it.
        module: Its full name, such as ``evalmode_runner.judging``.
        arguments: What it is told.

    Raises:
        InternalError: The runner is not installed.
    """
    spec = find_spec("evalmode_runner")
    if spec is None or spec.origin is None:
        raise InternalError("evalmode_runner is not installed.", hint="Install evalmode again.")
    return [program, "-c", _BOOTSTRAP, str(Path(spec.origin).parent), module, *arguments]
