"""A server's application over a real bank and a real database, and a browser that was let in."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from evalmode.bank import load_bank
from evalmode.core import FixedClock, Grade, InputError, PointGrade, Verdict
from evalmode.practice import Practice
from evalmode.practice.values import Ability, ProofRun, VoiceStatus
from evalmode.store import open_store
from evalmode.web.app import create_app
from evalmode.web.deps import Services
from evalmode.web.security import Security

HOST = "http://127.0.0.1:8642"
PACK = Path(__file__).parents[2] / "data" / "pack"


class Ear:
    """Hears what the recording spells in ASCII, and the words it was told to listen for."""

    def status(self):
        return VoiceStatus(whisper=True, says="Recordings in ASCII are understood.")

    def transcribe(self, audio, vocabulary=()):
        try:
            return " ".join([audio.decode("ascii"), *vocabulary])
        except UnicodeDecodeError as error:
            raise InputError("The recording cannot be read.") from error


@pytest.fixture(scope="session")
def bank():
    return load_bank()


class LiteralGrader:
    """A point is covered by an answer that holds its claim or an accepted phrasing word for word."""

    name = "literal-1"

    def grade(self, question, answer):
        points = []
        for point in question.key_points:
            said = next((words for words in (point.claim, *point.accepted) if words in answer), "")
            points.append(PointGrade(point.id, Verdict.COVERED if said else Verdict.MISSING, 1.0, evidence=said))
        total = sum(point.weight for point in question.key_points)
        made = sum(p.weight for p, grade in zip(question.key_points, points, strict=True) if grade.evidence)
        return Grade(score=made / total, points=tuple(points), feedback="Read word for word.", grader=self.name)

    def warm(self, question):
        pass


@pytest.fixture
def grader():
    return LiteralGrader()


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def services(tmp_path, bank, grader, clock):
    def prove(item):
        return tuple(
            ProofRun(index=index, proves=proof.proves, outcome="proven", evidence="seen", message="", seconds=0.1)
            for index, proof in enumerate(item.proofs)
        )

    store = open_store(tmp_path / "history.db")
    return Services(
        practice=Practice(bank, store, grader, clock, prove),
        listener=Ear(),
        abilities=lambda: (Ability(id="grader", title="Grading", works=True, says="Here."),),
        close=store.close,
    )


@pytest.fixture
def security():
    return Security(port=8642)


@pytest.fixture
def app(services, security):
    yield create_app(services, security)
    services.close()


@pytest.fixture
def client(app, security):
    with TestClient(app, base_url=HOST, follow_redirects=False) as client:
        client.get(f"/?token={security.token}")
        client.base_url = f"{HOST}/api/v1"
        yield client
