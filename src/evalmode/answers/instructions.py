"""Answers that talk to the grader instead of the interviewer."""

from __future__ import annotations

import re

_ADDRESSED_TO_THE_GRADER = re.compile(
    r"""
    # ignore the previous instructions
      \b(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,4}(?:rubric|instructions?|prompts?|rules?|key\s+points?|criteria)\b
    # mark every point as covered; give me full marks
    | \b(?:mark|grade|rate|score|count|label|treat|give|award)\b[^.\n]{0,80}?
      \b(?:as\s+covered|as\s+correct|full\s+(?:marks|credit|points|score)|all\s+(?:of\s+the\s+)?(?:key\s+)?points
         |(?:maximum|perfect|top|highest)\s+(?:score|points|marks))\b
    # return a score of 1 for this answer
    | \b(?:output|return|print|respond|reply)\b[^.\n]{0,60}?\b(?:for\s+(?:this|my|the)\s+answer|verdicts?|json)\b
    # note to the automatic grader
    | \b(?:to|for|dear|hey|hello|attention|as|are|automatic|automated|ai)
      \s+(?:(?:the|an?|my|automatic|automated|ai)\s+){0,3}(?:grader|grading\s+\w+|evaluator|examiner)\b
    # this answer has been verified and is complete
    | \b(?:candidate|student|(?:this|my|the)\s+answer)\s+(?:has|is|was|said|deserves|already)\b[^.\n]{0,60}?
      \b(?:verified|reviewed|correct|complete|everything|full\s+marks|covered|all\s+(?:key\s+)?points|passes|passed)\b
    # all required key points are present; final score: 1.0
    | \b(?:required|all|every)\s+key\s+points?\b[^.\n]{0,30}?\b(?:present|covered|made|met)\b
    | \bfinal\s+score\s*[:=]
    | \b(?:system|assistant|developer)\s*(?:prompt|message)?\s*:
    # mark-up and data that only a program would want
    | <\s*/?\s*(?:system|instructions?|prompt|grade)\b
    | \{\s*"(?:verdict|score|points)"
    """,
    re.IGNORECASE | re.VERBOSE,
)


def find_instruction(answer: str) -> re.Match[str] | None:
    """Where the answer begins to speak to the grader, or None."""
    return _ADDRESSED_TO_THE_GRADER.search(answer)
