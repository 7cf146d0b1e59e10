"""A server's application over a small bank and a real database, and a browser that was let in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from evalmode.core import FixedClock, InputError
from evalmode.practice.values import Ability, ProofRun, VoiceStatus
from evalmode.store import open_store
from evalmode.web.app import create_app
from evalmode.web.deps import Services
from evalmode.web.security import Security
from practice_kit import practice_on, small_bank

HOST = "http://127.0.0.1:8642"


class Ear:
    """Hears what the recording spells in ASCII, and the words it was told to listen for."""

    def status(self):
        return VoiceStatus(whisper=True, says="Recordings in ASCII are understood.")

    def transcribe(self, audio, vocabulary=()):
        try:
            return " ".join([audio.decode("ascii"), *vocabulary])
        except UnicodeDecodeError as error:
            raise InputError("The recording cannot be read.") from error


@pytest.fixture
def bank():
    return small_bank()


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def services(tmp_path, clock):
    def prove(item):
        return tuple(
            ProofRun(index=index, proves=proof.proves, outcome="proven", evidence="seen", message="", seconds=0.1)
            for index, proof in enumerate(item.proofs)
        )

    store = open_store(tmp_path / "history.db")
    return Services(
        practice=replace(practice_on(store, clock), prover=prove),
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
