"""What new items begin with: heads that say what belongs into them, and first programs of a coding problem."""

from __future__ import annotations

_POINT = """\
  - id: {id}
    claim:                # one plain sentence that can be understood without the question
    weight: 1             # its share of the score{part}
    accepted:             # at least six other ways to say the whole claim
      -
    misconceptions:       # at least three: a negation, a role swap, a popular false belief
      - says:
        correction:
"""

_RAPID = """\
---
id: {slug}
title:                    # a short name for lists
topics: []                # at least one id from evalmode bank topics
level: screen             # screen, core or senior
seconds: 45               # 30 to 60
checklist: []
key_points:               # two to five
{first}{second}follow_ups:
  - ask:
    answer:
links: []
sources: []
unproven: {{}}              # key point id: why no program can prove it
---

## Question

## Answer

## Why

## Proof

```python first-point second-point
```
"""

_DEEP = """\
---
id: {slug}
title:                    # a short name for lists
topics: []                # at least one id from evalmode bank topics
level: core               # screen, core or senior
seconds: 240              # 180 to 300, headline included
headline_seconds: 30
checklist: []
key_points:
{first}{second}follow_ups:
  - id: why
    ask:
    answer:
    seconds: 60
    key_points:
{follow_up}links: []
sources: []
unproven: {{}}              # key point id: why no program can prove it
---

## Question

## Headline

## Answer

## Why

## Proof

```python first-point second-point follow-up-point
```
"""

_CODE = """\
---
id: {slug}
title:                    # a short name for lists
topics: []                # at least one id from evalmode bank topics
level: core               # screen, core or senior
minutes: 20               # what an interviewer gives, 5 to 45
prerequisites: []
checklist: []
defines: solve            # the name that a submission must define
libraries: [torch]        # or [numpy]
bans: []                  # groups of what would do the whole job, such as softmax
complexity:               # time and memory of a good solution
hints:                    # at least three: a question, a pointer, nearly the line
  -
narration:                # the minute of approach before the code
  seconds: 90
  key_points:             # two to four
{points}follow_ups:               # exactly two
  - ask:
    answer:
  - ask:
    answer:
sources: []
unproven: {{}}              # key point id: why no program can prove it
---

## Task

## Traps

## Listens for

## Why
"""

_STARTER = '''\
import torch


def solve(x: torch.Tensor) -> torch.Tensor:
    """Say what goes in and what comes out, with shapes."""
    raise NotImplementedError
'''

_SOLUTION = '''\
import torch


def solve(x: torch.Tensor) -> torch.Tensor:
    """The reference, for people to read."""
    return x
'''

_MISTAKE = '''\
"""Say in one line what this does wrong.

verdict: wrong_answer
check: values
teaches: Say what is wrong and what would be right, without the code.
"""

import torch


def solve(x: torch.Tensor) -> torch.Tensor:
    return -x
'''

_BOARD = """\
---
id: {slug}
title:                    # a short name for lists
topics: []                # at least one id from evalmode bank topics
level: core               # screen, core or senior
minutes: 8
prerequisites: []
whys: {{}}                  # kind of operation: what it is needed for, in one sentence
equations: []             # - {{at: kind of operation, formula: y = F(x) + x}}
hints: []
trade_offs:
  answer:
  key_points:
{points}probes:
  - id: what-shape
    ask:
    answer:
    key_points:
{first_probe}  - id: what-breaks
    ask:
    answer:
    key_points:
{second_probe}sources: []
unproven: {{}}              # key point id: why no program can prove it
---

## Question

## Listens for

## Why
"""

_REFERENCE = """\
---
title: Say which variant this is
---
x (B, d) -> Linear 4d -> ReLU -> Linear d -> + x -> y (B, d)
"""

_WRONG_DRAWING = """\
---
mistake: Say in one line what is wrong and what would be right.
finding: missing-edge
---
x (B, d) -> Linear 4d -> ReLU -> Linear d -> y (B, d)
"""

_GUIDE = """\
---
id: {slug}
title:                    # a short name for lists
section: faq              # habit, mistake, faq or checklist
order: 1
topics: []                # at least one id from evalmode bank topics
practice: []              # ids of items that train it, such as rapid/softmax
---

## Question

## Answer
"""


def template(kind: str, slug: str) -> str:
    """What the page of a new item begins with."""
    if kind == "guide":
        return _GUIDE.format(slug=slug)
    if kind == "code":
        said = "".join(_indented(_POINT.format(id=f"{name}-point", part="")) for name in ("first", "second"))
        return _CODE.format(slug=slug, points=said)
    if kind == "board":
        end, shape, edge = (
            _indented(_POINT.format(id=f"{name}-point", part="")) for name in ("trade-off", "shape", "edge")
        )
        return _BOARD.format(slug=slug, points=end, first_probe=_indented(shape), second_probe=_indented(edge))
    if kind == "rapid":
        points = {name: _POINT.format(id=f"{name}-point", part="") for name in ("first", "second")}
        return _RAPID.format(slug=slug, **points)
    headline, detail = "\n    part: headline        # said in the first 30 seconds", "\n    part: detail"
    return _DEEP.format(
        slug=slug,
        first=_POINT.format(id="first-point", part=headline),
        second=_POINT.format(id="second-point", part=detail),
        follow_up=_indented(_POINT.format(id="follow-up-point", part=""), 4),
    )


def programs(kind: str) -> dict[str, str]:
    """The other files that a new item begins with: path within its folder → text."""
    if kind == "code":
        return {"starter.py": _STARTER, "solution.py": _SOLUTION, "wrong/first_mistake.py": _MISTAKE}
    if kind == "board":
        return {"references/first.board": _REFERENCE, "wrong/first-mistake.board": _WRONG_DRAWING}
    return {}


def _indented(text: str, spaces: int = 2) -> str:
    return "".join(f"{' ' * spaces}{line}\n" for line in text.splitlines())
