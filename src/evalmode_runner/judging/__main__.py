"""``python -m evalmode_runner.judging``: a judge that answers requests, one JSON line each, until its input closes."""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"  # before torch is imported: a thread in the parent hangs every child

import sys  # noqa: E402 - see above

from evalmode_runner.judging.service import main  # noqa: E402 - see above

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
