"""Attacking the sandbox of this machine, to see whether it holds."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evalmode.core import InternalError, UnavailableError
from evalmode.judge.bootstrap import runner_command
from evalmode_runner.environment import clean_environment

if TYPE_CHECKING:
    from evalmode.judge.interpreter import Interpreter

_SECONDS = 900.0


@dataclass(frozen=True, slots=True)
class SandboxCheck:
    """What the attacks showed.

    Args:
        holds: Whether every attack was stopped by a sandbox with all its layers.
        tier: How well submissions are isolated: ``full``, a weaker tier, or ``none``.
        layers: The layers that hold here.
        failures: Layer → why it does not hold here.
        attacks: One record for each attack: family, name, layer, stopped, how.
    """

    holds: bool
    tier: str
    layers: tuple[str, ...]
    failures: dict[str, str]
    attacks: tuple[dict[str, Any], ...]


def check_sandbox(interpreter: Interpreter, isolation: str = "auto") -> SandboxCheck:
    """Run every attack against the sandbox as an interpreter has it.

    Args:
        interpreter: The Python that runs submissions.
        isolation: ``auto``, ``full`` or ``none``.

    Raises:
        UnavailableError: No sandbox can be started here.
        InternalError: The attacks themselves failed.
    """
    command = runner_command(interpreter.path, "evalmode_runner.attacks", "--json", "--isolation", isolation)
    try:
        ran = subprocess.run(command, capture_output=True, env=clean_environment(), timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise InternalError(f"The attacks could not be run in {interpreter.path}: {error}.") from error
    words = ran.stderr.decode("utf-8", "replace").strip().splitlines()
    if ran.returncode == 3 and not ran.stdout:
        raise UnavailableError(words[-1] if words else "No sandbox could be started.")
    try:
        report = json.loads(ran.stdout)
    except ValueError as error:
        raise InternalError(f"The attacks failed: {words[-1] if words else f'exit code {ran.returncode}'}.") from error
    return SandboxCheck(
        holds=ran.returncode == 0,
        tier=report["tier"],
        layers=tuple(report["layers"]),
        failures={str(layer): str(reason) for layer, reason in dict(report["failures"]).items()},
        attacks=tuple(report["attacks"]),
    )
