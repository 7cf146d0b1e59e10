"""The settings name the grader of the next answer; with the defaults, and in doubt, nothing leaves the machine."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from evalmode import practice
from evalmode.cli.settings import changed
from evalmode.core import InputError, StorageError
from evalmode.practice.values import Settings
from evalmode.wiring import build_practice, close_practice, look_about
from evalmode.wiring.grading import ChosenGrader
from llm_kit import KEY, KEY_VARIABLE
from practice_kit import PACK, LiteralGrader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.practice import Practice

ANSWER = "Softmax turns logits into a probability distribution over the classes."


class Model(ThreadingHTTPServer):
    """A model on this machine that finds every point in the same words."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str, dict]] = []

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Model

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.asked.append((self.path, self.headers["authorization"] or "", body))
        data = json.loads(body["messages"][1]["content"].splitlines()[1])
        points = [
            {"id": point["id"], "verdict": "covered", "quote": data["answer"], "because": "You said so."}
            for point in data["key_points"]
        ]
        reply = json.dumps({"choices": [{"message": {"content": json.dumps({"points": points})}}]}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def model() -> Iterator[Model]:
    server = Model()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def p(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Practice]:
    monkeypatch.delenv("EVALMODE_DATABASE_URL", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    monkeypatch.setattr("evalmode.bank.loader.installed_pack_folders", lambda: (PACK,))
    built = build_practice(tmp_path / "data")
    yield built
    close_practice(built)


def chosen(model: Model, **more: object) -> Settings:
    document = {
        "grader": "llm",
        "llm_url": f"http://{model.host}/v1",
        "llm_model": "tiny",
        "llm_key_variable": KEY_VARIABLE,
        "llm_seconds": 60,
    }
    return Settings.model_validate(document | more)


def signals_of(grade) -> str:
    return " ".join(signal.message for signal in grade.signals)


def test_by_default_nothing_leaves_the_machine(p: Practice, model: Model):
    practice.put_settings(p, chosen(model, grader="embedded"))
    grade = practice.practise_once(p, "softmax", ANSWER)
    assert grade.grader.startswith("embedded")
    assert model.asked == []
    assert "sent" not in signals_of(grade)


def test_a_choice_holds_from_the_next_answer_on_and_can_be_taken_back(p: Practice, model: Model):
    practice.put_settings(p, chosen(model))
    grade = practice.practise_once(p, "softmax", ANSWER)
    assert grade.score == 1
    assert grade.grader == f"model-1 tiny at {model.host}"
    assert f"were sent to {model.host}" in signals_of(grade)
    assert [(path, key) for path, key, _ in model.asked] == [("/v1/chat/completions", f"Bearer {KEY}")] * 3
    assert {body["temperature"] for _, _, body in model.asked} == {0}
    practice.put_settings(p, Settings())
    assert practice.practise_once(p, "softmax", ANSWER).grader.startswith("embedded")
    assert len(model.asked) == 3


def test_the_key_is_stored_nowhere(p: Practice, model: Model, tmp_path: Path):
    practice.put_settings(p, chosen(model))
    practice.practise_once(p, "softmax", ANSWER)
    assert KEY not in "".join(practice.export_lines(p))
    kept = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert kept
    assert all(KEY.encode() not in path.read_bytes() for path in kept)


def test_an_import_never_switches_a_model_on(p: Practice, model: Model, tmp_path: Path):
    practice.put_settings(p, chosen(model, theme="dark"))
    lines = list(practice.export_lines(p))
    assert practice.import_lines(p, lines).skipped == ()  # what was chosen here stays chosen
    assert practice.get_settings(p).grader == "llm"
    other = build_practice(tmp_path / "other")
    report = practice.import_lines(other, lines)
    kept = practice.get_settings(other)
    close_practice(other)
    assert (kept.grader, kept.theme) == ("embedded", "dark")
    assert "not switched on by an import" in report.skipped[-1]


@pytest.mark.parametrize(
    ("name", "value"), [("llm_url", "http://u:sk-secret@h"), ("llm_key_variable", "sk-secret"), ("llm_seconds", 0)]
)
def test_what_may_be_a_key_is_refused_and_not_repeated(name: str, value: object):
    with pytest.raises(ValidationError):
        Settings.model_validate({name: value})
    with pytest.raises(InputError) as caught:
        changed(Settings(), [f"{name}={value}"])
    assert "sk-secret" not in str(caught.value)
    assert name in str(caught.value)


def test_the_doctor_asks_no_model_unless_told_to(p: Practice, model: Model):
    practice.put_settings(p, chosen(model))
    found = {ability.id: ability for ability in look_about(p)}
    assert model.asked == []
    assert "embedded" in found["grading"].says
    assert f"sent to tiny at {model.host}" in found["model"].says
    found = {ability.id: ability for ability in look_about(p, try_model=True)}
    assert found["model"].works
    assert found["model"].says.startswith("Tried just now: it works.")
    assert len(model.asked) == 3
    practice.put_settings(p, chosen(model, llm_key_variable="EVALMODE_NO_SUCH_VARIABLE"))
    found = {ability.id: ability for ability in look_about(p, try_model=True)}
    assert not found["model"].works
    assert "EVALMODE_NO_SUCH_VARIABLE is not set" in found["model"].says


def test_what_cannot_be_read_or_is_not_complete_means_no_model():
    def broken() -> Settings:
        raise StorageError("The disk is gone.")

    offline = LiteralGrader()
    for settings in (broken, lambda: Settings(grader="llm"), lambda: Settings(grader="llm", llm_url="http://h")):
        assert ChosenGrader(offline, settings).name == offline.name
    settings = Settings(grader="llm", llm_url="http://h", llm_model="m")
    assert ChosenGrader(offline, lambda: settings).name == "model-1 m at h"
