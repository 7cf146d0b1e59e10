"""Recognising a mistake: a submission whose outputs equal those of a known wrong solution makes the same mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evalmode_runner.checks.compare import compare

if TYPE_CHECKING:
    from evalmode_runner.judging.probes import Finding, Probe
    from evalmode_runner.judging.problem import KnownMistake, Problem, Reply


def known_mistake(problem: Problem, answered: list[tuple[Probe, Finding | None, list[Reply]]]) -> str:
    """What to say to the candidate about the mistake; empty if it is none that is known.

    A mistake is recognised when it answers every example as the submission did. Where none does, there may be two
    mistakes at once: then one that explains all failures of the first failed check is named, if there are at least two.

    Args:
        problem: The problem with its known mistakes.
        answered: Every example with what was found wrong and the submission's answers.
    """
    failed = [one for one in answered if one[1] is not None]
    passed = [one for one in answered if one[1] is None]
    explains = [mistake for mistake in problem.mistakes if _answers_alike(mistake, failed[:3])]
    for mistake in explains:
        if _answers_alike(mistake, failed) and _answers_alike(mistake, passed):
            return mistake.teaches
    first = [one for one in failed if one[0].recipe.check.name == failed[0][0].recipe.check.name]
    if len(first) > 1:
        return next((mistake.teaches for mistake in explains if _answers_alike(mistake, first)), "")
    return ""


def _answers_alike(mistake: KnownMistake, answered: list[tuple[Probe, Finding | None, list[Reply]]]) -> bool:
    return all(_same_outputs(mistake, probe, replies) for probe, _, replies in answered)


def _same_outputs(mistake: KnownMistake, probe: Probe, replies: list[Reply]) -> bool:
    for case, reply in zip(probe.cases, replies, strict=True):
        theirs = mistake.solution.run(case.scenario, case.arguments)
        if not _same_reply(theirs, reply):
            return False
    return True


def _same_reply(known: Reply, reply: Reply) -> bool:
    if "result" in known and "result" in reply:
        try:
            return _comparable(known["result"], reply["result"])
        except Exception:
            return False
    if "error" in known and "error" in reply:
        return bool(
            known["error"]["type"] == reply["error"].get("type")
            and known["error"]["message"] == reply["error"].get("message")
        )
    return "complaint" in known and known.get("complaint") == reply.get("complaint")


def _comparable(known: dict[str, Any], reply: Any) -> bool:
    return isinstance(reply, dict) and all(
        compare(value, reply.get(name), name, 10.0) is None for name, value in known.items() if name != "buffers"
    )
