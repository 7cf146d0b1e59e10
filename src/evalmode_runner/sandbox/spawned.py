"""The child where nothing can be forked: a fresh interpreter that imports the entry, limits itself and runs it.

Its words are ``MODULE:FUNCTION``, the descriptor of the channel, and as JSON the limits and the folders to import from.
No layer is on.
"""

from __future__ import annotations

import importlib
import io
import json
import math
import socket
import sys
import time

from evalmode_runner.sandbox import rlimits
from evalmode_runner.sandbox.values import Limits


def main(words: list[str]) -> None:
    """Run the entry with the channel."""
    where, descriptor, told, paths = words
    limits = Limits(**json.loads(told))
    sys.path[:] = json.loads(paths)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
    module, _, name = where.partition(":")
    entry = getattr(importlib.import_module(module), name)
    # What the imports took does not count for the submission.
    rlimits.limit_lightly(limits, math.ceil(time.process_time()))
    with socket.socket(fileno=int(descriptor)) as channel:
        entry(channel)


if __name__ == "__main__":
    main(sys.argv[1:])
