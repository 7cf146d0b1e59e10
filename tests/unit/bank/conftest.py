"""A small pack that keeps to every rule, to be broken in one place by each test."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from evalmode.bank import Bank, Problem, read_bank
from evalmode.bank.lint import GradeAnswer, lint

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = {
    "areas": [{"id": "nn", "title": "Networks"}],
    "topics": [
        {"id": "activations", "title": "Activations", "area": "nn", "level": "screen", "prerequisites": []},
        {"id": "training", "title": "Training", "area": "nn", "level": "core", "prerequisites": ["activations"]},
    ],
}

POSITIVE = {
    "id": "positive-part",
    "claim": "ReLU returns its input where that is positive and zero everywhere else.",
    "weight": 2,
    "accepted": [
        "relu(x) = max(0, x)",
        "negative inputs become zero, positive ones pass unchanged",
        "it cuts off everything below zero",
        "values under zero are clipped and the rest stays as it is",
        "a hinge that is flat on the left and the identity on the right",
        "it keeps what is positive and drops what is negative",
    ],
    "misconceptions": [
        {"says": "ReLU returns the absolute value", "correction": "Negative inputs give zero, not their magnitude."},
        {"says": "ReLU keeps negatives and zeroes positives", "correction": "It is the other way round."},
        {"says": "ReLU squashes everything between zero and one", "correction": "It is unbounded above."},
    ],
}

GRADIENT = {
    "id": "gradient-one",
    "claim": "The gradient of ReLU is exactly one for every positive input.",
    "weight": 1,
    "accepted": [
        "d relu / dx = 1 for x > 0",
        "on the positive side the slope is one",
        "active units pass their gradient on unchanged",
        "nothing shrinks on the way back through a unit that is on",
        "for a unit above zero the derivative equals 1",
        "the backward signal is multiplied by one wherever the unit fires",
    ],
    "misconceptions": [
        {"says": "the gradient of ReLU shrinks as its input grows", "correction": "It stays at one."},
        {"says": "the gradient is one for negative inputs", "correction": "There it is zero."},
        {"says": "ReLU has no gradient because it has a kink", "correction": "The kink is a single point."},
    ],
}

ANSWER = """
The rectified linear unit, ReLU for short, is the larger of zero and x: it keeps what is positive and drops what is
negative. People like it because the gradient of ReLU is exactly one for every positive
input: a signal that comes back through an active unit is neither shrunk nor blown up, however many layers it has to
cross. It is also very cheap to compute, and it makes the activations sparse. The price is that a unit which is
negative for all inputs gets no gradient any more, and then it stays silent until something else moves its bias.
"""

PROOF = """
```python positive-part
import numpy as np

x = np.linspace(-3, 3, 13)
relu = np.maximum(0, x)
assert (relu[x > 0] == x[x > 0]).all() and (relu[x <= 0] == 0).all()
print("relu:", relu.tolist())
```

```python gradient-one
import numpy as np

x, step = np.linspace(0.1, 3, 13), 1e-6
slope = (np.maximum(0, x + step) - np.maximum(0, x)) / step
assert np.allclose(slope, 1)
print("slopes:", slope.round(6).tolist())
```
"""


@dataclass
class Draft:
    """An item before it is written to a file."""

    kind: str
    head: dict[str, Any]
    sections: dict[str, str]

    @property
    def points(self) -> list[dict[str, Any]]:
        return self.head["key_points"]

    def text(self) -> str:
        head = yaml.safe_dump(self.head, sort_keys=False, allow_unicode=True, width=1000)
        body = "".join(f"\n## {heading}\n\n{text.strip()}\n" for heading, text in self.sections.items())
        return f"---\n{head}---\n{body}"


@dataclass
class PackFolder:
    """A pack on disk."""

    folder: Path
    topics: dict[str, Any] = field(default_factory=lambda: copy.deepcopy(TOPICS))
    name: str = "mini"

    def write(self, *drafts: Draft) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "pack.yaml").write_text(f"name: {self.name}\ntitle: A pack\nlicense: CC0-1.0\n")
        (self.folder / "topics.yaml").write_text(yaml.safe_dump(self.topics))
        for draft in drafts:
            self.write_text(draft.kind, draft.head["id"], draft.text())

    def write_text(self, kind: str, slug: str, text: str | bytes) -> Path:
        path = self.folder / kind / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def read(self) -> tuple[Bank, list[Problem]]:
        return read_bank([self.folder], installed=False)

    def lint(self, grade: GradeAnswer | None = None) -> list[Problem]:
        bank, problems = self.read()
        return lint(bank, problems, grade)

    def rules(self, grade: GradeAnswer | None = None) -> list[str]:
        return [problem.rule for problem in self.lint(grade)]


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    return PackFolder(tmp_path / "mini")


@pytest.fixture
def rapid() -> Draft:
    head = {
        "id": "relu",
        "title": "ReLU",
        "topics": ["activations"],
        "level": "screen",
        "seconds": 50,
        "key_points": copy.deepcopy([POSITIVE, GRADIENT]),
        "follow_ups": [{"ask": "What is a dead unit?", "answer": "One that is negative for every input."}],
        "links": [{"topic": "training", "why": "Gradients that do not shrink make deep networks trainable."}],
    }
    sections = {"Question": "What does ReLU do?", "Answer": ANSWER, "Why": "It made depth possible.", "Proof": PROOF}
    return Draft("rapid", head, sections)


@pytest.fixture
def deep() -> Draft:
    headline, detail = copy.deepcopy(POSITIVE), copy.deepcopy(GRADIENT)
    headline["part"], detail["part"] = "headline", "detail"
    probe = copy.deepcopy(GRADIENT) | {"id": "dead-units", "claim": "A unit that is always negative stops learning."}
    head = {
        "id": "activation-functions",
        "title": "Activation functions",
        "topics": ["activations"],
        "level": "core",
        "seconds": 240,
        "headline_seconds": 30,
        "key_points": [headline, detail],
        "follow_ups": [
            {"id": "dead", "ask": "Can a unit die?", "answer": "Yes.", "seconds": 30, "key_points": [probe]},
        ],
        "unproven": {"dead-units": "an observation about training"},
    }
    sections = {
        "Question": "Tell me about activation functions.",
        "Headline": "ReLU keeps what is positive.",
        "Answer": ANSWER,
        "Why": "Without them a network is linear.",
        "Proof": PROOF,
    }
    return Draft("deep", head, sections)


@pytest.fixture
def guide() -> Draft:
    head = {
        "id": "non-linearities",
        "title": "Non-linearities",
        "section": "checklist",
        "order": 1,
        "topics": ["activations"],
        "practice": [],
    }
    return Draft("guide", head, {"Question": "Can you?", "Answer": "You can."})
