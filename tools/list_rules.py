"""Print the rules of ``evalmode bank lint``, for the documentation."""

from __future__ import annotations

from evalmode.bank.lint import GRADER_RULES, RULES

if __name__ == "__main__":
    rules = [*RULES, *GRADER_RULES]
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        print(f"{rule.id:{width}}  {rule.about}")
