"""What works on this machine, and what to install for the rest."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from evalmode.answers.llm.address import host_of
from evalmode.answers.llm.signals import INSTEAD
from evalmode.core import EvalmodeError, Gradable, KeyPoint
from evalmode.practice import get_settings
from evalmode.practice.values import Ability
from evalmode.wiring.grading import grader_of, offline_part
from evalmode.wiring.listening import WhisperListener

if TYPE_CHECKING:
    from evalmode.practice import Practice


_POINT = KeyPoint("water", "Water is wet.", accepted=("it is wet",))
_TRIAL = Gradable("doctor", "What is water like?", (_POINT,))
_TRIAL_ANSWER = "Water is wet."


def look_about(p: Practice, *, try_model: bool = False) -> tuple[Ability, ...]:
    """Try everything that can be tried in a moment; torch is imported by the judge alone, in a process of its own.

    Args:
        p: The practice.
        try_model: Whether the language model that the settings name is asked too, which sends it a trial question. No
            answer of the learner takes part.
    """
    grading = (_grading(p), *_model(p, ask=try_model))
    return (_program(), _bank(p), _database(p), *grading, _proofs(), _coding(p), _voice(p), _server())


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
    try:
        grade = offline_part(p.grader).grade(_TRIAL, _TRIAL_ANSWER)
    except EvalmodeError as error:
        return Ability(id="grading", title="Grading in words", works=False, says=str(error))
    says = f"The grader {grade.grader} works offline, on this machine."
    return Ability(id="grading", title="Grading in words", works=True, says=says)


def _model(p: Practice, *, ask: bool) -> tuple[Ability, ...]:
    """What is known of the language model, where one is chosen."""
    try:
        settings = get_settings(p)
    except EvalmodeError:  # the database says so itself
        return ()
    if settings.grader != "llm":
        return ()
    offline = offline_part(p.grader)
    grader = grader_of(settings, offline)
    if grader is offline:
        says = (
            "It needs an address and a model's name; until the settings hold both, answers are graded on this machine."
        )
        return (Ability(id="model", title="Your model", works=False, says=says),)
    where = f"{settings.llm_model} at {host_of(settings.llm_url)}"
    if not ask:
        says = f"Answers are sent to {where}. It was not tried just now: evalmode doctor --try-model does."
        return (Ability(id="model", title="Your model", works=find_spec("httpx") is not None, says=says),)
    grade = grader.grade(_TRIAL, _TRIAL_ANSWER)
    failures = [signal.message for signal in grade.signals if signal.id == INSTEAD]
    says = failures[0] if failures else f"Tried just now: it works. Answers are sent to {where}."
    return (Ability(id="model", title="Your model", works=not failures, says=says),)


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
