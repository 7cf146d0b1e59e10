"""Print the rules of ``evalmode bank lint``, for the documentation."""

from __future__ import annotations

from evalmode.bank.lint import GRADER_RULES, RULES
from evalmode.judge import GATE_RULES

if __name__ == "__main__":
    rules = [(rule.id, rule.about) for rule in RULES]
    rules += [(rule.id, rule.about) for rule in GRADER_RULES]
    rules += GATE_RULES.items()
    width = max(len(name) for name, _ in rules)
    for name, about in rules:
        print(f"{name:{width}}  {about}")
