"""What goes wrong with a database is told in one sentence, and nothing that was acknowledged is lost."""

from __future__ import annotations

import socket
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import threading
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import event

from evalmode.core import InputError, StorageError
from evalmode.store import AttemptRecord, DraftRecord, SessionRecord, TurnRecord, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.store import Store

NOW = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "evalmode.db"


@contextmanager
def opened(where: str | Path, *, patience: float = 0.2) -> Iterator[Store]:
    """A store that is closed again."""
    store = open_store(where, patience=patience)
    try:
        yield store
    finally:
        store.close()


def attempt(attempt_id: str, text: str = "an answer") -> AttemptRecord:
    return AttemptRecord(
        attempt_id, None, None, "rapid/softmax", "answer", "Softmax", "What?", text, "", None, False, 45, 1.0, NOW
    )


def ids(store: Store) -> list[str]:
    with store.read("ann") as work:
        return [line.id for line in work.attempts.lines()]


def keep(store: Store, *attempts: AttemptRecord) -> None:
    with store.write("ann") as work:
        work.attempts.put_new(attempts)


def test_a_full_disk_is_said_and_what_was_kept_stays(path: Path):
    with opened(path) as store:
        keep(store, attempt("kept"))

        @event.listens_for(store._engine, "connect")
        def limit(connection: sqlite3.Connection, _record: object) -> None:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")

        store._engine.dispose()
        with pytest.raises(StorageError, match=r"disk is full.*evalmode\.db.*Free some space"):
            keep(store, attempt("lost", "x" * 100_000))
        assert ids(store) == ["kept"]


def test_a_file_that_may_not_grow_is_said_and_what_was_kept_stays(path: Path):
    program = textwrap.dedent(
        """
        import resource, signal, sys
        sys.path.insert(0, sys.argv[2])
        from test_failures import attempt, ids, keep, open_store
        from evalmode.core import StorageError
        store = open_store(sys.argv[1])
        keep(store, attempt("kept"))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        try:
            for number in range(1000):
                keep(store, attempt(f"more{number}", "x" * 10_000))
        except StorageError as error:
            print(error)
        print(ids(store)[0])
        """
    )
    found = subprocess.run(
        [sys.executable, "-c", program, str(path), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        check=True,
    )
    sentence, kept = found.stdout.splitlines()
    assert "disk" in sentence
    assert kept == "kept"


def test_a_database_that_another_program_holds_is_said_to_be_locked(path: Path):
    with opened(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match=r"locked by another program.*Close the other program"):
            keep(store, attempt("late"))
        assert ids(store) == []
        other.execute("ROLLBACK")
        keep(store, attempt("now"))
        assert ids(store) == ["now"]


def test_waiting_for_a_lock_that_is_given_back_is_enough(path: Path):
    with opened(path, patience=10) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        writer = threading.Thread(target=keep, args=(store, attempt("waited")))
        writer.start()
        writer.join(0.3)
        assert writer.is_alive()
        other.execute("COMMIT")
        writer.join()
        assert ids(store) == ["waited"]


@pytest.mark.parametrize(
    "rubbish", [b"not a database at all, but longer than a header" * 50, b"SQLite format 3\x00" * 300]
)
def test_a_damaged_file_is_said_and_not_touched(path: Path, rubbish: bytes):
    path.write_bytes(rubbish)
    with pytest.raises(StorageError, match="Restore it"):
        open_store(path)
    assert path.read_bytes() == rubbish


def test_damage_in_the_middle_is_said(path: Path):
    with opened(path) as store:
        keep(store, *(attempt(f"a{number:03}", "x" * 1000) for number in range(200)))
    content = bytearray(path.read_bytes())
    content[4096:-4096] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)

    def use() -> None:
        with opened(path) as store:
            ids(store)

    with pytest.raises(StorageError, match="damaged"):
        use()


@pytest.mark.parametrize("inside", ["file", "file/deeper"])
def test_a_data_folder_that_is_a_file_is_said(tmp_path: Path, inside: str):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StorageError, match="data folder cannot be used"):
        open_store(tmp_path / inside / "evalmode.db")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_database_that_is_a_folder_is_said(tmp_path: Path):
    with pytest.raises(StorageError, match="it is a folder"):
        open_store(tmp_path)


OPEN_AS_NOBODY = """
import os, sys, tempfile
from evalmode.core import StorageError
from evalmode.store import open_store

def use(path):
    store = open_store(path)
    with store.write("ann"):
        pass
    store.close()

with tempfile.TemporaryDirectory() as folder:
    use(folder + "/first.db")  # so that all is imported while it can be read
if os.geteuid() == 0:  # for whom nothing is read-only
    os.setgid(65534)
    os.setuid(65534)
try:
    use(sys.argv[1])
except StorageError as error:
    print(error)
"""


def complaint_about(path: Path) -> str:
    """What opening a database says to somebody without the rights of root."""
    command = [sys.executable, "-c", OPEN_AS_NOBODY, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that a user without rights can reach."""
    with tempfile.TemporaryDirectory(prefix="evalmode-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def test_a_read_only_folder_is_said(open_to_all: Path):
    open_to_all.chmod(0o555)
    assert "cannot be opened" in complaint_about(open_to_all / "evalmode.db")
    assert "cannot be made" in complaint_about(open_to_all / "new" / "evalmode.db")


def test_a_read_only_database_is_said(open_to_all: Path):
    path = open_to_all / "evalmode.db"
    open_store(path).close()
    path.chmod(0o444)
    open_to_all.chmod(0o555)
    assert "cannot be" in complaint_about(path)


def test_a_server_that_is_not_there_is_said_without_its_password():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
    with pytest.raises(StorageError, match="cannot be reached") as raised:
        open_store(f"postgresql://ann:secret@127.0.0.1:{port}/evalmode", patience=2)
    assert "secret" not in str(raised.value)
    assert str(port) in str(raised.value)


@pytest.mark.postgres
def test_a_database_that_does_not_exist_is_said(postgres_server: str):
    with pytest.raises(StorageError, match="does not exist"):
        open_store(postgres_server.format(database="nowhere"))


@pytest.mark.postgres
def test_connections_that_the_server_cuts_are_replaced(postgres_url: str):
    def cut() -> None:
        with psycopg.connect(postgres_url) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    with opened(postgres_url, patience=5) as store:
        with store.write("ann") as work:
            work.sessions.put_new([SessionRecord("s", "rapid", "relaxed", 1, {}, NOW)])
            work.turns.put_new([TurnRecord("s", 0, "rapid/softmax", "answer", "Softmax", 45)])
            work.drafts.put_new([DraftRecord("s", 0)])
        assert store.save_draft("ann", "s", 0, "before", revision=0, force=False, now=NOW) == 1
        cut()
        assert store.save_draft("ann", "s", 0, "after", revision=1, force=False, now=NOW) == 2
        cut()
        keep(store, attempt("after"))
        assert ids(store) == ["after"]


@pytest.mark.postgres
def test_a_lock_on_the_server_is_waited_for_and_then_said(postgres_url: str):
    with opened(postgres_url) as store:
        keep(store, attempt("first"))
        with psycopg.connect(postgres_url) as other:
            other.execute("LOCK TABLE evalmode.attempts IN ACCESS EXCLUSIVE MODE")
            with pytest.raises(StorageError, match="locked by another program"):
                keep(store, attempt("second"))
        keep(store, attempt("second"))


@pytest.mark.parametrize("url", ["mysql://somewhere/db", "postgresql://host:port/db", "://", "sqlite://"])
def test_a_url_of_another_kind_is_the_users_fault(url: str):
    with pytest.raises(InputError, match="Give the path of an SQLite file"):
        open_store(url)


def test_sqlite_is_opened_durably(path: Path):
    with opened(path) as store, store.read("ann") as work:
        pragmas = {
            name: work.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 200}


@pytest.mark.postgres
def test_on_postgresql_answers_wait_for_the_disk_and_drafts_do_not(postgres_url: str):
    with opened(postgres_url) as store:
        settings = []
        for engine in (store._engine, store._drafts):
            with engine.connect() as connection:
                settings.append(connection.exec_driver_sql("SHOW synchronous_commit").scalar())
    # The test's server itself does not wait; what counts is that drafts ask for it and answers do not.
    assert settings[1] == "off"
    with opened(postgres_url) as store, store._engine.connect() as connection:
        source = connection.exec_driver_sql("SELECT source FROM pg_settings WHERE name = 'synchronous_commit'").scalar()
    assert source != "client"
