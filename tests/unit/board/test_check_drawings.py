"""Right drawings are accepted in many people's words; a mistake is named first, and at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from board_kit import architecture, check, mistakes

HERE = Path(__file__).parent
RIGHT = [
    (name, text)
    for name, texts in yaml.safe_load((HERE / "right.yaml").read_text(encoding="utf-8")).items()
    for text in texts
]
WRONG = [
    (name, case)
    for name, cases in yaml.safe_load((HERE / "wrong.yaml").read_text(encoding="utf-8")).items()
    for case in cases
]
SEED = ["transformer-block", "resnet-bottleneck", "lstm-cell", "unet"]


@pytest.mark.parametrize(("name", "text"), RIGHT, ids=[f"{name}-{n}" for n, (name, _) in enumerate(RIGHT)])
def test_a_right_drawing_is_accepted(name: str, text: str) -> None:
    result = check(name, text)
    assert (result.verdict, result.score) == ("right", 1.0), [one.message for one in result.findings]


@pytest.mark.parametrize(("name", "case"), WRONG, ids=[f"{name}-{case['mistake']}" for name, case in WRONG])
def test_a_mistake_is_named_first_and_at_its_place(name: str, case: dict[str, str]) -> None:
    found = mistakes(name, case["text"])
    assert found, "it was accepted"
    assert found[0].kind == case["finding"], found
    assert case["at"] in found[0].elements, found[0]
    assert found[0].message.endswith(".")
    assert found[0].why


@pytest.mark.parametrize("name", SEED)
def test_every_reference_is_accepted_as_itself(name: str) -> None:
    board = architecture(name)
    for path, reference in zip(board.item.references, board.references, strict=True):
        plain = _plain(path.read_text(encoding="utf-8").split("---\n", 2)[2])
        result = check(name, plain)
        assert result.verdict == "right", (reference.name, [one.message for one in result.findings])


def _plain(text: str) -> str:
    """A reference with the first of its alternatives, the shapes that are shown, and everything optional."""
    lines = []
    for line in re.sub(r"-\[[^\]]* \| ([^|\]]*)\]->", r"\1 ->", text).splitlines():
        steps = []
        for step in line.split(" -> "):
            first, bar, rest = step.partition(" | ")
            tail = ""
            if bar:
                words = rest.split(" ")
                start = next(
                    (n for n, word in enumerate(words) if word.startswith(("(", "@")) or word == "as"), len(words)
                )
                tail = " " + " ".join(words[start:]) if start < len(words) else ""
            steps.append((first + tail).replace("?", ""))
        lines.append(" -> ".join(steps))
    return "\n".join(lines)
