"""Keep what commands print in the documentation true.

A block such as ::

    <!-- output of: evalmode --help -->
    ```text
    …
    ```
    <!-- end -->

is rewritten with what the command prints. ``--check`` changes nothing and fails when something would change. A block
that begins with ``measured by`` holds figures that differ from run to run; only ``--measure`` rewrites it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(
    r"(?P<begin><!-- (?P<kind>output of|measured by): (?P<command>[^\n]+?) -->\n)"
    r"```(?P<language>\w+)\n.*?```\n(?P<end><!-- end -->)",
    re.DOTALL,
)


def main(arguments: list[str]) -> int:
    """Rewrite or check every page; returns the exit code."""
    kinds = {"output of", "measured by"} if "--measure" in arguments else {"output of"}
    stale = []
    for page in [*sorted((_ROOT / "docs").rglob("*.md")), _ROOT / "README.md"]:
        text = page.read_text(encoding="utf-8")
        fresh = _BLOCK.sub(lambda block: _rewrite(block) if block["kind"] in kinds else block[0], text)
        if fresh != text:
            stale.append(page.relative_to(_ROOT))
            if "--check" not in arguments:
                page.write_text(fresh, encoding="utf-8")
    for page in stale:
        print(f"{page}: {'is stale; run python tools/write_docs.py' if '--check' in arguments else 'rewritten'}")
    return 1 if stale and "--check" in arguments else 0


def _rewrite(block: re.Match[str]) -> str:
    output = _run(block["command"])
    return f"{block['begin']}```{block['language']}\n{output}\n```\n{block['end']}"


def _run(command: str) -> str:
    words = shlex.split(command)
    program = Path(sys.executable).parent / words[0]
    environment = os.environ | {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [str(program), *words[1:]], capture_output=True, text=True, env=environment, cwd=_ROOT, check=True
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
