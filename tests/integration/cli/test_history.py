"""Taking the history along, bringing it back, and looking at it."""

from __future__ import annotations

import json
import zipfile

import jsonschema_rs
import pytest

from evalmode.practice import answer_turn, ask_turn, start_session
from evalmode.practice.values import AnswerRequest, SessionRequest
from evalmode.wiring import build_practice

pytestmark = pytest.mark.slow


@pytest.fixture
def practised(tmp_path):
    """One question was answered in the folder that the program looks at."""
    p = build_practice(tmp_path / "data")
    session = start_session(p, SessionRequest(items=("rapid/softmax",)))
    ask_turn(p, session.id, 0)
    feedback = answer_turn(p, session.id, 0, AnswerRequest(text="It makes the outputs positive."))
    p.store.close()
    return feedback


def schema_of(evalmode, name):
    return json.loads(evalmode("schema", name).stdout)


@pytest.mark.usefixtures("practised")
@pytest.mark.parametrize("command", ["ready", "stats", "settings", "doctor"])
def test_every_json_document_keeps_to_its_published_schema(evalmode, command):
    done = evalmode(command, "--json")
    assert done.returncode == 0
    document = json.loads(done.stdout)
    jsonschema_rs.validate(schema_of(evalmode, command), document)
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(schema_of(evalmode, command), {"something": "else"})


@pytest.mark.usefixtures("practised")
def test_for_people_the_same_in_words(evalmode):
    assert "1 answer" in evalmode("stats").stdout.decode()
    ready = evalmode("ready").stdout.decode()
    assert "Ready: 0 of 12" in ready
    assert "Next: rapid/" in ready
    assert "Grading in words" in evalmode("doctor").stdout.decode()


def test_before_anything_was_practised_it_says_how_to_begin(evalmode):
    assert "evalmode drill" in evalmode("stats").stdout.decode()


@pytest.mark.usefixtures("practised")
def test_what_is_exported_can_be_imported_elsewhere_and_is_identical(evalmode, tmp_path):
    exported = evalmode("export").stdout
    file = tmp_path / "history.jsonl"
    receipt = json.loads(evalmode("export", file, "--json").stdout)
    assert receipt == {"file": str(file), "format": "jsonl", "bytes": len(exported)}
    assert file.read_bytes() == exported
    elsewhere = ["--data", tmp_path / "elsewhere"]
    report = json.loads(evalmode("import", file, *elsewhere, "--json").stdout)
    jsonschema_rs.validate(schema_of(evalmode, "import"), report)
    assert report["added"] > 0
    assert evalmode("export", *elsewhere).stdout == exported
    assert b"0 added" in evalmode("import", "-", *elsewhere, given=exported).stdout


@pytest.mark.usefixtures("practised")
def test_the_file_name_decides_what_is_written(evalmode, tmp_path):
    assert evalmode("export", tmp_path / "a.csv").returncode == 0
    assert "rapid/softmax" in (tmp_path / "a.csv").read_text(encoding="utf-8")
    assert evalmode("export", tmp_path / "a.apkg").returncode == 0
    assert zipfile.is_zipfile(tmp_path / "a.apkg")
    assert evalmode("export", "--format", "csv").stdout.decode() == (tmp_path / "a.csv").read_bytes().decode()


def test_an_export_never_replaces_a_file_unless_told_to(evalmode, tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text("precious", encoding="utf-8")
    done = evalmode("export", file)
    assert done.returncode == 1
    assert b"--force" in done.stderr
    assert file.read_text(encoding="utf-8") == "precious"
    assert evalmode("export", file, "--force").returncode == 0
    assert file.read_text(encoding="utf-8") != "precious"
    assert [path.name for path in tmp_path.iterdir() if path.name != "data"] == ["a.jsonl"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["export", "history.docx"], 2, "add --format"),
        (["export", "--format", "apkg"], 2, "give a FILE"),
        (["export", "--json"], 2, "give a FILE"),
        (["export", "no-such-folder/a.csv"], 1, "cannot be written"),
        (["export", "/proc/a.csv"], 1, "cannot be written"),
        (["export", "--format", "pdf"], 2, "pdf"),
        (["import"], 2, "FILE"),
        (["import", "no-such-file"], 1, "cannot be read"),
        (["import", "."], 1, "cannot be read"),
        (["settings", "daily_goal"], 1, "Write NAME=VALUE"),
        (["settings", "daily_goal=many"], 1, "daily_goal cannot be 'many'"),
        (["settings", "daily_goal=0"], 1, "daily_goal cannot be '0'"),
        (["settings", "colour=red"], 1, "There is no setting 'colour'."),
        (["schema", "raedy"], 1, "Did you mean ready"),
        (["ready", "extra"], 2, "extra"),
        (["no-such-command"], 2, "no-such-command"),
    ],
)
def test_what_cannot_be_done_is_refused_with_one_sentence(evalmode, arguments, code, says):
    done = evalmode(*arguments)
    assert done.returncode == code
    assert done.stdout == b""
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.usefixtures("practised")
@pytest.mark.parametrize(
    "given", [b"", b"no json", b"\xff\xfe", b"{}", b'{"format": "evalmode-export", "version": 99}\n']
)
def test_a_file_that_is_no_export_changes_nothing(evalmode, given):
    before = evalmode("export").stdout
    done = evalmode("import", "-", given=given)
    assert done.returncode == 1
    assert done.stderr.startswith(b"evalmode: ")
    assert evalmode("export").stdout == before


def test_settings_are_changed_and_brought_back(evalmode):
    changed = json.loads(evalmode("settings", "daily_goal=33", "theme=dark", "read_aloud=true", "--json").stdout)
    assert (changed["daily_goal"], changed["theme"], changed["read_aloud"]) == (33, "dark", True)
    assert json.loads(evalmode("settings", "--json").stdout) == changed
    assert json.loads(evalmode("settings", "daily_goal=", "--json").stdout)["daily_goal"] == 20
    assert "33" in evalmode("settings", "daily_goal=33").stdout.decode()


def test_every_schema_is_a_schema_and_is_listed(evalmode):
    schemas = json.loads(evalmode("schema", "--json").stdout)
    listed = evalmode("schema").stdout.decode()
    for name, schema in schemas.items():
        jsonschema_rs.meta.validate(schema)
        assert name in listed
    assert {"grade", "drill", "ready", "stats", "rapid", "guide"} <= set(schemas)


def test_a_folder_that_cannot_hold_the_history_is_evalmodes_failure_in_one_sentence(evalmode, tmp_path):
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    done = evalmode("stats")
    assert done.returncode == 3
    assert len(done.stderr.decode().strip().splitlines()) == 1
