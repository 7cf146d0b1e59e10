"""Making a database, bringing an older one up to date, and leaving a newer one alone."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import Engine, inspect, text

from evalmode.core import StorageError
from evalmode.store import ItemDraftRecord, RoundRecord, SubmissionRecord, open_store
from evalmode.store.engine import SCHEMA, open_engine, place_of
from evalmode.store.schema import MIGRATIONS, REVISIONS, ensure_schema
from evalmode.store.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

NEXT = Path(__file__).parents[2] / "data" / "migrations"
"""The migrations as they will look once there is a second schema."""


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    """The bare database."""
    opened = open_engine(place_of(database), patience=5)
    yield opened
    opened.dispose()


def describe(engine: Engine) -> object:
    """Everything that a database says about its tables."""
    inspector = inspect(engine)
    schema = SCHEMA if engine.dialect.name == "postgresql" else None
    unordered = (
        inspector.get_foreign_keys,
        inspector.get_indexes,
        inspector.get_check_constraints,
        inspector.get_unique_constraints,
    )
    options = "SELECT reloptions::text FROM pg_class WHERE relname = :table AND reloptions IS NOT NULL"
    with engine.connect() as connection:
        stored = {
            table: connection.execute(text(options), {"table": table}).scalars().all() if schema else []
            for table in metadata.tables
        }
    assert not schema or stored["drafts"] == stored["item_drafts"] == ["{fillfactor=50}"]
    # Types are compared by their names, because two of the same kind are not equal.
    return {
        table: [
            repr(inspector.get_columns(table, schema=schema)),
            repr(inspector.get_pk_constraint(table, schema=schema)),
            *(sorted(map(repr, look(table, schema=schema))) for look in unordered),
        ]
        for table in sorted(inspector.get_table_names(schema=schema))
        if table != "alembic_version"
    }


def start_empty(engine: Engine) -> None:
    """A database that Alembic has seen and that no migration has touched yet."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))


def revision_of(engine: Engine) -> str:
    with engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()


def test_migrations_lead_to_the_tables_that_a_new_database_is_made_with(database: str, engine: Engine):
    start_empty(engine)
    ensure_schema(engine, place_of(database))
    migrated = describe(engine)
    with engine.begin() as connection:
        metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
    ensure_schema(engine, place_of(database))
    assert describe(engine) == migrated
    assert revision_of(engine) == REVISIONS[-1]


def test_every_revision_has_its_file():
    files = sorted(path.stem.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert files == sorted(REVISIONS)


def test_opening_twice_changes_nothing(database: str, engine: Engine):
    open_store(database).close()
    before = describe(engine)
    open_store(database).close()
    assert describe(engine) == before


def test_two_processes_may_open_a_new_database_at_once(database: str, engine: Engine):
    failures: list[BaseException] = []

    def opening() -> None:
        try:
            open_store(database).close()
        except StorageError as error:
            failures.append(error)

    threads = [threading.Thread(target=opening) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert revision_of(engine) == REVISIONS[-1]


def test_an_older_database_is_migrated_and_keeps_its_rows(database: str, engine: Engine):
    open_store(database).close()
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO learners VALUES ('ann', '2026-01-01 00:00:00')"))
    ensure_schema(engine, place_of(database), migrations=NEXT, revisions=(*REVISIONS, "9999"))
    assert revision_of(engine) == "9999"
    with engine.connect() as connection:
        assert connection.execute(text("SELECT id, motto FROM learners")).all() == [("ann", "")]


def test_a_database_of_the_first_schema_is_brought_up_to_date_with_all_that_is_in_it(database: str, engine: Engine):
    place = place_of(database)
    start_empty(engine)
    ensure_schema(engine, place, revisions=REVISIONS[:1])
    assert revision_of(engine) == "0001"
    assert not [table for table in describe_tables(engine) if table in {"submissions", "rounds"}]
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO learners VALUES ('ann', '2026-01-01 00:00:00')"))
        connection.execute(
            text(
                "INSERT INTO attempts (learner_id, id, item_id, part, title, prompt, text, carried, spoken,"
                " seconds_allotted, seconds_used, answered_at) VALUES ('ann', 'a1', 'rapid/softmax', 'answer',"
                " 'Softmax', 'What?', 'mine', '', FALSE, 45, 12.5, '2026-01-01 00:00:00')"
            )
        )
    store = open_store(database)
    with store.write("ann") as work:
        (attempt,) = work.attempts.all()
        assert (attempt.text, attempt.seconds_used) == ("mine", 12.5)
        assert work.attempts.ungraded() == ["a1"]
        work.submissions.put_new([SubmissionRecord("a1")])
        assert work.submissions.waiting() == ["a1"]
        assert work.attempts.ungraded() == []
    store.close()
    assert revision_of(engine) == REVISIONS[-1]
    if place.path is not None:
        with closing(sqlite3.connect(f"{place.path}.before-0001")) as connection:
            assert connection.execute("SELECT text FROM attempts").fetchall() == [("mine",)]


def test_programs_of_the_second_schema_are_submissions_of_the_third(database: str, engine: Engine):
    start_empty(engine)
    ensure_schema(engine, place_of(database), revisions=REVISIONS[:2])
    ours = "'ann', '2026-01-01 00:00:00'"
    with engine.begin() as connection:
        for statement in (
            f"INSERT INTO learners VALUES ({ours})",
            (
                "INSERT INTO attempts (learner_id, id, item_id, part, title, prompt, text, carried, spoken,"
                " seconds_allotted, seconds_used, answered_at) VALUES ('ann', 'a1', 'code/softmax', 'code',"
                " 'Softmax', 'Write it.', 'mine', '', FALSE, 600, 12.5, '2026-01-01 00:00:00')"
            ),
            (
                "INSERT INTO code_attempts (learner_id, attempt_id, state, hints, tries, revealed)"
                " VALUES ('ann', 'a1', 'waiting', 2, 3, FALSE)"
            ),
            "INSERT INTO code_drafts VALUES ('ann', 'code/softmax', 'half', 4, NULL)",
            "INSERT INTO code_rounds (learner_id, item_id, hints) VALUES ('ann', 'code/softmax', 2)",
        ):
            connection.execute(text(statement))
    store = open_store(database)
    with store.read("ann") as work:
        assert work.submissions.get("a1") == SubmissionRecord("a1", hints=2, tries=3)
        assert work.item_drafts.get("code/softmax") == ItemDraftRecord("code/softmax", "half", 4)
        assert work.rounds.get("code/softmax") == RoundRecord("code/softmax", hints=2)
    store.close()


def describe_tables(engine: Engine) -> list[str]:
    schema = SCHEMA if engine.dialect.name == "postgresql" else None
    return inspect(engine).get_table_names(schema=schema)


def test_before_an_sqlite_file_is_migrated_a_copy_is_made(tmp_path: Path):
    path = tmp_path / "evalmode.db"
    store = open_store(path)
    with store.write("ann"):
        pass
    store.close()
    place = place_of(path)
    engine = open_engine(place, patience=5)
    ensure_schema(engine, place, migrations=NEXT, revisions=(*REVISIONS, "9999"))
    engine.dispose()
    copy = tmp_path / f"evalmode.db.before-{REVISIONS[-1]}"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISIONS[-1],)]
        assert connection.execute("SELECT id FROM learners").fetchall() == [("ann",)]


def test_a_migration_that_fails_leaves_the_database_as_it_was(database: str, engine: Engine):
    open_store(database).close()
    before = describe(engine)
    with pytest.raises(ZeroDivisionError):
        ensure_schema(engine, place_of(database), migrations=NEXT, revisions=(*REVISIONS, "9999", "fails"))
    assert describe(engine) == before
    assert revision_of(engine) == REVISIONS[-1]


def test_a_newer_database_is_refused_and_left_alone(database: str, engine: Engine):
    open_store(database).close()
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError, match=r"written by a newer evalmode .*\. Update evalmode\."):
        open_store(database)
    assert revision_of(engine) == "9999"


def test_another_programs_sqlite_file_is_refused(tmp_path: Path):
    path = tmp_path / "shop.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE sessions (id INTEGER)")
    with pytest.raises(StorageError, match="not one of evalmode's"):
        open_store(path)


@pytest.mark.postgres
def test_a_postgresql_database_may_be_shared_with_another_program(postgres_url: str):
    with psycopg.connect(postgres_url) as connection:
        connection.execute("CREATE TABLE sessions (id INTEGER)")
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        connection.execute("INSERT INTO alembic_version VALUES ('theirs')")
    store = open_store(postgres_url)
    with store.write("ann") as work:
        assert work.sessions.all() == []
    store.close()


@pytest.mark.parametrize("first", [True, False])
def test_alembic_is_not_imported_to_open_a_new_or_a_current_database(tmp_path: Path, first: bool):
    path = tmp_path / "evalmode.db"
    if not first:
        open_store(path).close()
    program = (
        "import sys; from evalmode.store import open_store; open_store(sys.argv[1]).close();"
        "print(*(name for name in ('alembic', 'sqlalchemy.orm', 'psycopg', 'torch') if name in sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
