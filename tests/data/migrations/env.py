"""The real entry, so that the tests try the real way."""

from pathlib import Path

import evalmode.store

_REAL = Path(evalmode.store.__file__).with_name("migrations") / "env.py"
exec(compile(_REAL.read_text(encoding="utf-8"), _REAL, "exec"))  # noqa: S102
