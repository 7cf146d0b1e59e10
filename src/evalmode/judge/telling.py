"""A judgement in words: a line for a print-out, and a page of Markdown for a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import CodeVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.judge.values import CheckResult, FailingExample, Judgement


def in_short(judgement: Judgement) -> str:
    """The verdict and the most useful sentence."""
    mark = "✔" if judgement.verdict is CodeVerdict.ACCEPTED else "✘"
    passed = sum(check.passed for check in judgement.checks)
    held = f", {passed} of {len(judgement.checks)} checks hold" if judgement.checks else ""
    first = f"{mark} {judgement.problem.removeprefix('code/')}: {_words(judgement)}{held}."
    return f"{first}\n{judgement.message}" if judgement.message else first


def as_text(judgement: Judgement) -> str:
    """All of it, in plain lines."""
    return "\n".join(_lines(judgement))


def as_markdown(judgement: Judgement) -> str:
    """All of it, as a page."""
    return "\n".join(_page(judgement))


def _lines(judgement: Judgement) -> Iterator[str]:
    yield in_short(judgement)
    for check in judgement.checks:
        yield f"  {'✔' if check.passed else '✘'} {check.name}: {check.title}"
        if check.message:
            yield f"      {check.message}"
    failed = _first_failed(judgement)
    if failed is not None and failed.failing is not None:
        yield f"  Smallest failing example of {failed.name}:"
        yield from (f"      {name}: {kind} {text}".rstrip() for name, kind, text in _values(failed.failing))
    trace = judgement.traceback or (failed.traceback if failed else "")
    if trace:
        yield "  Your traceback:"
        yield from (f"      {line}" for line in trace.rstrip().splitlines())
    yield f"  {_circumstances(judgement)}"


def _page(judgement: Judgement) -> Iterator[str]:
    mark = "✔" if judgement.verdict is CodeVerdict.ACCEPTED else "✘"
    yield f"**{mark} {_words(judgement)}** · {_cell(judgement.problem)}\n"
    yield f"{_cell(judgement.message)}\n"
    if judgement.checks:
        yield "| | check | what was tried | what went wrong |"
        yield "|---|---|---|---|"
        for check in judgement.checks:
            yield f"| {'✔' if check.passed else '✘'} | {_cell(check.name)} | {_cell(check.title)} | {_wrong(check)} |"
        yield ""
    failed = _first_failed(judgement)
    if failed is not None and failed.failing is not None:
        yield f"**Smallest failing example of {_cell(failed.name)}**\n"
        yield "| | shape and type | numbers |"
        yield "|---|---|---|"
        for name, kind, text in _values(failed.failing):
            yield f"| {_cell(name)} | {_cell(kind)} | {_cell(text)} |"
        yield ""
    trace = judgement.traceback or (failed.traceback if failed else "")
    for name, printed in (("Your traceback", trace), ("Printed", judgement.stdout), ("Errors", judgement.stderr)):
        if printed.strip():
            yield f"**{name}**\n\n{_indented(printed)}\n"
    yield f"*{_circumstances(judgement)}*"


def _wrong(check: CheckResult) -> str:
    parts = [check.message] if check.message else []
    if check.teaches:
        parts.append(f"→ {check.teaches}")
    return "<br>".join(_cell(part) for part in parts)


def _values(failing: FailingExample) -> Iterator[tuple[str, str, str]]:
    for shown in failing.inputs:
        yield shown.name, shown.kind, shown.text
    if failing.expected is not None:
        yield "expected", failing.expected.kind, failing.expected.text
    if failing.got is not None:
        yield "got", failing.got.kind, failing.got.text


def _circumstances(judgement: Judgement) -> str:
    parts = []
    if judgement.reference_ratio is not None:
        parts.append(f"time {judgement.reference_ratio:.2g}× the reference's")
    if judgement.memory_ratio is not None:
        parts.append(f"memory {judgement.memory_ratio:.2g}×")
    parts.append(f"judged in {judgement.seconds:.2f} s")
    if judgement.tier:
        parts.append(f"isolation: {judgement.tier}")
    if judgement.torch:
        parts.append(f"torch {judgement.torch}")
    return " · ".join(parts)


def _first_failed(judgement: Judgement) -> CheckResult | None:
    return next((check for check in judgement.checks if not check.passed), None)


def _words(judgement: Judgement) -> str:
    return judgement.verdict.value.replace("_", " ")


def _cell(text: str) -> str:
    """Text that stays in its cell and stands as it is, whatever a program called its variables or printed."""
    flat = " ".join(text.split())
    for character in "\\`*_[]|$":
        flat = flat.replace(character, f"\\{character}")
    return flat.replace("&", "&amp;").replace("<", "&lt;")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip().splitlines())
