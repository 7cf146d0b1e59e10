"""What works on this machine, and what to install for the rest."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from evalmode.core import EvalmodeError, Gradable, KeyPoint
from evalmode.practice.values import Ability
from evalmode.wiring.listening import WhisperListener

if TYPE_CHECKING:
    from evalmode.practice import Practice


def look_about(p: Practice) -> tuple[Ability, ...]:
    """Try everything that can be tried in a moment; torch is imported by the judge alone, in a process of its own."""
    return (_program(), _bank(p), _database(p), _grading(p), _proofs(), _coding(p), _voice(p), _server())


def _program() -> Ability:
    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    return Ability(id="program", title="evalmode", works=True, says=f"evalmode {_version('evalmode')}, {python}.")


def _bank(p: Practice) -> Ability:
    packs = ", ".join(pack.manifest.title for pack in p.bank.packs)
    count = f"{len(p.bank.rapid)} rapid-fire and {len(p.bank.deep)} deep questions"
    if not p.bank.rapid:
        return Ability(id="bank", title="Questions", works=False, says="No content pack has rapid-fire questions.")
    return Ability(id="bank", title="Questions", works=True, says=f"{count}, from {packs}.")


def _database(p: Practice) -> Ability:
    try:
        with p.store.write(p.learner) as work:
            count = len(work.attempts.lines())
    except EvalmodeError as error:
        return Ability(id="database", title="Your answers", works=False, says=str(error))
    says = f"{count} answers are kept in {p.store.name}."
    return Ability(id="database", title="Your answers", works=True, says=says)


def _grading(p: Practice) -> Ability:
    point = KeyPoint("water", "Water is wet.", accepted=("it is wet",))
    try:
        grade = p.grader.grade(Gradable("doctor", "What is water like?", (point,)), "Water is wet.")
    except EvalmodeError as error:
        return Ability(id="grading", title="Grading in words", works=False, says=str(error))
    says = f"The grader {grade.grader or p.grader.name} works offline, on this machine."
    return Ability(id="grading", title="Grading in words", works=True, says=says)


def _proofs() -> Ability:
    if find_spec("torch") is None:
        says = "Proofs need PyTorch: pip install 'evalmode[torch]'. Everything else works without."
        return Ability(id="torch", title="Proofs", works=False, says=says)
    return Ability(id="torch", title="Proofs", works=True, says=f"PyTorch {_version('torch')} is there.")


def _coding(p: Practice) -> Ability:
    status = p.judge.status()
    says = status.says
    if status.layers:
        says += f" Layers that hold: {', '.join(status.layers)}."
    if status.works and not status.isolated:
        says += " evalmode judge --serve-check says why."
    return Ability(id="judge", title="Coding", works=status.works, says=says)


def _voice(p: Practice) -> Ability:
    try:
        status = WhisperListener(p).status()
    except EvalmodeError as error:
        return Ability(id="voice", title="Speaking", works=False, says=str(error))
    return Ability(id="voice", title="Speaking", works=status.whisper, says=status.says)


def _server() -> Ability:
    if find_spec("psycopg") is None:
        says = "For a class on PostgreSQL: pip install 'evalmode[server]'. A single learner needs nothing more."
        return Ability(id="postgresql", title="PostgreSQL", works=False, says=says)
    return Ability(id="postgresql", title="PostgreSQL", works=True, says=f"psycopg {_version('psycopg')} is there.")


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "(version unknown)"
