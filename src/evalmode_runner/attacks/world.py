"""What the attacks go for: secrets, files, listeners and processes, laid out for them and cleared away afterwards."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import socket
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evalmode_runner.attacks.seen import ClockWatch
from evalmode_runner.sandbox.environment import FIXED

if TYPE_CHECKING:
    from types import TracebackType

NOBODY = 65534
ENVIRONMENT_NAME = "EVALMODE_ATTACK_SECRET"
LIBRARY = "canary_library"
_PACK = "canary_pack"
_PATIENCE_SECONDS = 5.0


class World:
    """The targets of one run of the suite.

    Make it before the zygote is started, and call ``fill`` when it has been: what is secret must not be in the memory
    that the children inherit, except where an attack looks for just that.
    """

    def __init__(self) -> None:
        self._secret = secrets.token_hex(16)
        self._inherited_secret = secrets.token_hex(16)
        self._tokens = {self._secret, self._inherited_secret}
        self.folder = Path(tempfile.mkdtemp(prefix="evalmode-attacks-"))
        self.folder.chmod(0o755)
        self._listeners: list[socket.socket] = []
        self.facts: dict[str, Any] = {}
        self._make_library()
        self._make_inherited()
        self._victims: list[int] = []
        self._clock = ClockWatch()
        self._shared = Path("/dev/shm", self.folder.name)  # noqa: S108 - a program tries to leave something there

    def fill(self, zygote: int) -> None:
        """Lay out everything, now that the zygote has been forked."""
        self._tokens.add(f"parent={zygote}")
        self._tokens.add(f"host={os.uname().nodename}")
        self._make_files()
        self._make_outside()
        self._make_listeners()
        self._make_victims()

    def leaked(self, output: bytes) -> bool:
        """Whether something a child must not know is in what it said."""
        text = output.decode("utf-8", "replace")
        return any(token in text for token in self._tokens)

    def neighbours_word(self) -> str:
        """A secret for a child to keep."""
        return self._secret

    # What changed, and putting it back.

    def outside_changed(self) -> bool:
        """Whether anything in the folder outside, the library or shared memory differs from how it was laid out."""
        changed = self._picture() != self._before
        if changed:
            self._make_outside()
        return changed

    def called(self) -> bool:
        """Whether somebody called one of the listeners."""
        heard = False
        for listener in self._listeners:
            with contextlib.suppress(BlockingIOError):
                if listener.type == socket.SOCK_DGRAM:
                    listener.recv(100)
                else:
                    listener.accept()[0].close()
                heard = True
        return heard

    def clock_was_set(self) -> bool:
        """Whether the machine's clock was set."""
        return self._clock.was_set()

    def victim_suffered(self) -> bool:
        """Whether a victim ended, was stopped or got another priority; then there are new ones."""
        suffered = any(self._changed(victim) for victim in self._victims)
        if suffered:
            self._end_victims()
            self._make_victims()
        return suffered

    def __enter__(self) -> World:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_victims()
        for listener in self._listeners:
            listener.close()
        self._inherited.close()
        self._clock.close()
        os.environ.pop(ENVIRONMENT_NAME, None)
        sys.modules.pop(LIBRARY, None)
        self._shared.unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    # Laying out.

    def _make_library(self) -> None:
        """A library that submissions may read, and installed beside it a pack of problems, which they may not."""
        site = self.folder / "site"
        library = site / LIBRARY
        library.mkdir(parents=True)
        (library / "__init__.py").write_text("", encoding="utf-8")
        sys.path.insert(0, str(site))
        try:
            __import__(LIBRARY)
        finally:
            sys.path.remove(str(site))
        site.chmod(0o777)
        described = site / f"{_PACK}-1.dist-info"
        described.mkdir()
        (described / "entry_points.txt").write_text(f"[evalmode.packs]\nmine = {_PACK}\n", encoding="utf-8")
        (site / _PACK).mkdir()
        self.facts |= {"site": str(site), "pack_file": str(site / _PACK / "checks.py")}
        self.facts["locked_file"] = str(library / "locked.txt")

    def _make_inherited(self) -> None:
        """What a child could inherit: an open file and a variable, both of which are in the parent."""
        path = self.folder / "inherited.txt"
        self._inherited = path.open("w+", encoding="utf-8")
        os.environ[ENVIRONMENT_NAME] = self._inherited_secret
        self.facts["inherited"] = self._inherited.fileno()
        self._tokens |= _first_variables()

    def _make_files(self) -> None:
        home = self.folder / "home"
        project = self.folder / "project"
        for folder in (home, project / "wrong"):
            folder.mkdir(parents=True)
        size = 100_000 + secrets.randbelow(800_000)
        self._tokens.add(f"size={size}")
        sized, link, listed = home / "sized.bin", home / "link", home / "listed"
        sized.write_bytes(bytes(size))
        link.symlink_to(self._secret)
        listed.mkdir()
        (listed / self._secret).touch()
        files = {
            "secret_file": home / "secret.txt",
            "checks_file": project / "checks.py",
            "wrong_file": project / "wrong" / "mask.py",
            "pack_file": Path(self.facts["pack_file"]),
            "locked_file": Path(self.facts["locked_file"]),
        }
        for path in files.values():
            path.write_text(f'secret = "{self._secret}"\n', encoding="utf-8")
        files["locked_file"].chmod(0)
        self._inherited.write(self._secret)
        self._inherited.flush()
        self.facts |= {name: str(path) for name, path in files.items()}
        self.facts |= {"sized_file": str(sized), "link": str(link), "listed": str(listed), "folder": str(self.folder)}

    def _make_outside(self) -> None:
        outside = self.folder / "outside"
        shutil.rmtree(outside, ignore_errors=True)
        outside.mkdir()
        victim, empty = outside / "file.txt", outside / "empty"
        victim.write_text("as it was\n", encoding="utf-8")
        victim.chmod(0o666)
        empty.mkdir()
        for path in (empty, outside):
            path.chmod(0o777)
        if os.geteuid() == 0:
            for path in (victim, empty, outside):
                os.chown(path, NOBODY, NOBODY)
        for stray in Path(self.facts["site"]).iterdir():
            if not stray.is_dir():
                stray.unlink()
        self._shared.unlink(missing_ok=True)
        self.facts |= {"outside": str(outside), "outside_file": str(victim), "shared": str(self._shared)}
        self._before = self._picture()

    def _picture(self) -> list[tuple[str, int, int, int, int]]:
        roots = [Path(self.facts["outside"]), Path(self.facts["site"])]
        found = [path for root in roots for path in [root, *sorted(root.iterdir())]]
        known = [(path, path.lstat()) for path in [*found, self._shared] if path.exists() or path.is_symlink()]
        return [(str(path), seen.st_mode, seen.st_size, seen.st_mtime_ns, seen.st_ino) for path, seen in known]

    def _make_listeners(self) -> None:
        path, abstract = str(self.folder / "listener"), f"\0{self._secret}"
        wanted: list[tuple[str, int, int, Any]] = [
            ("tcp", socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            ("udp", socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            ("tcp6", socket.AF_INET6, socket.SOCK_STREAM, ("::1", 0)),
            ("unix_path", socket.AF_UNIX, socket.SOCK_STREAM, path),
            ("abstract", socket.AF_UNIX, socket.SOCK_STREAM, "\0evalmode-" + secrets.token_hex(4)),
            ("named", socket.AF_UNIX, socket.SOCK_STREAM, abstract),
        ]
        for name, family, kind, address in wanted:
            listener = socket.socket(family, kind)
            try:
                listener.bind(address)
            except OSError:  # a machine without IPv6
                listener.close()
                continue
            if kind == socket.SOCK_STREAM:
                listener.listen()
            listener.setblocking(False)
            self._listeners.append(listener)
            bound = listener.getsockname()
            if name != "named":
                self.facts[name] = bound[1] if isinstance(bound, tuple) else os.fsdecode(bound).replace("\0", "@")
        Path(path).chmod(0o777)

    def _make_victims(self) -> None:
        waits = [sys.executable, "-S", "-c", "import time; time.sleep(120)", self._secret]
        quiet = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
        variables = {"SECRET": self._secret}
        first = os.posix_spawn(sys.executable, waits, variables, setpgroup=0, file_actions=quiet)
        second = os.posix_spawn(sys.executable, waits, variables, setpgroup=first, file_actions=quiet)
        self._victims = [first, second]
        self._tokens.add(f"group={first} of {second}")
        self.facts |= {"victim": first, "member": second}
        self.facts["victim_memory"] = _environment_in_memory(first)

    def _changed(self, victim: int) -> bool:
        ended, _ = os.waitpid(victim, os.WNOHANG | os.WUNTRACED)
        return (
            ended != 0
            or _has_signal(victim)
            or os.getpriority(os.PRIO_PROCESS, victim) != os.getpriority(os.PRIO_PROCESS, 0)
        )

    def _end_victims(self) -> None:
        for victim in self._victims:
            with contextlib.suppress(OSError):
                os.kill(victim, signal.SIGKILL)
            with contextlib.suppress(OSError):
                os.waitpid(victim, 0)
        self._victims = []


def _first_variables() -> set[str]:
    """Variables this program was started with that are long enough to be told from chance."""
    with contextlib.suppress(OSError):
        text = Path("/proc/self/environ").read_text(encoding="utf-8", errors="replace")
        known = {f"{name}={value}" for name, value in FIXED.items()}
        return {entry for entry in text.split("\0") if len(entry) > 20} - known
    return set()


def _environment_in_memory(process: int) -> list[int]:
    """Where a new process keeps its variables: first and last address; zeros when the system does not tell."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:  # it is known a moment after the program was started
        with contextlib.suppress(OSError, ValueError, IndexError):
            text = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
            fields = text[text.rindex(")") + 2 :].split()
            if fields[48] != "0":
                return [int(fields[47]), int(fields[48])]
        time.sleep(0.001)
    return [0, 0]


def _has_signal(process: int) -> bool:
    """Whether a signal waits for a process that has not come round to it."""
    with contextlib.suppress(OSError):
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8", errors="replace").splitlines()
        return any(int(line.split()[1], 16) for line in lines if line.startswith(("SigPnd:", "ShdPnd:")))
    return True
