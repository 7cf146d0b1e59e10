"""All rules, in the order in which an author wants to hear of them."""

from __future__ import annotations

from evalmode.bank.lint import (
    codefiles,
    codetext,
    cycles,
    files,
    grading,
    keypoints,
    proofs,
    questions,
    references,
    timing,
)
from evalmode.bank.lint.subject import GraderRule, Rule

RULES: tuple[Rule, ...] = (
    Rule("empty-pack", "A pack holds at least one item.", files.empty_packs),
    Rule("stray-file", "A pack holds nothing that is not read.", files.stray_files),
    Rule("unknown-topic", "Every topic that an item names exists.", references.unknown_topics),
    Rule("topic-map", "Every prerequisite and area in a topic map exists.", references.unknown_topics_in_maps),
    Rule("duplicate-topic", "A topic or area is defined once.", references.duplicate_topics),
    Rule("unknown-checklist", "Every checklist item that is named exists.", references.unknown_checklist),
    Rule("unknown-practice", "Every item that the guide sends people to exists.", references.unknown_practice),
    Rule("topic-cycle", "No topic is its own prerequisite.", cycles.topic_cycles),
    Rule("item-cycle", "No item presupposes what it teaches.", cycles.item_cycles),
    Rule("near-duplicate", "No question is asked twice in nearly the same words.", questions.near_duplicates),
    Rule("too-long-to-say", "An answer can be said in its time.", timing.too_long_to_say),
    Rule("answer-length", "A rapid-fire answer has 75 to 150 words.", timing.rapid_answer_length),
    Rule("point-count", "A rapid-fire question has 2 to 5 key points.", keypoints.point_count),
    Rule("duplicate-point", "An id names one key point or follow-up.", keypoints.duplicate_points),
    Rule("few-phrasings", "A key point has at least 6 accepted phrasings.", keypoints.few_phrasings),
    Rule("few-misconceptions", "A key point has at least 3 misconceptions.", keypoints.few_misconceptions),
    Rule("repeated-phrasing", "A phrasing differs from the claim and the others.", keypoints.repeated_phrasings),
    Rule("bare-keyword", "A phrasing says the claim, not a keyword.", keypoints.bare_keywords),
    Rule("right-and-wrong", "What is accepted is not also a misconception.", keypoints.right_and_wrong),
    Rule("unproven", "A key point is proven, or it is said why not.", proofs.unproven_points),
    Rule("unknown-point", "Proofs and reasons name key points of the item.", proofs.unknown_proven_points),
    Rule("proof-syntax", "A proof is Python.", proofs.broken_proofs),
    Rule("proof-import", "A proof needs only the standard library, numpy and torch.", proofs.foreign_imports),
    Rule("proof-assert", "A proof can fail.", proofs.asserts_nothing),
    Rule("proof-print", "A proof shows evidence.", proofs.prints_nothing),
    Rule("code-files", "A coding problem has all its programs.", codefiles.missing_programs),
    Rule("code-syntax", "A coding problem's programs are Python.", codefiles.broken_programs),
    Rule("code-defines", "Starter and right solutions define what is asked for.", codefiles.undefined_names),
    Rule("code-starter", "A starter is not yet a solution.", codefiles.finished_starters),
    Rule("wrong-head", "A wrong solution says what is wrong, who notices, and teaches.", codefiles.ill_headed),
    Rule("wrong-count", "A coding problem has at least 8 wrong solutions.", codefiles.few_wrong_solutions),
    Rule("cheat-count", "A problem that bans something has at least 2 cheats.", codefiles.few_cheats),
    Rule("wrong-twins", "No two wrong solutions are the same program.", codefiles.same_programs),
    Rule("few-hints", "A coding problem has at least 3 hints.", codetext.few_hints),
    Rule("two-follow-ups", "Exactly two questions follow a coding problem.", codetext.two_follow_ups),
    Rule("narration-points", "A narration has 2 to 4 key points.", codetext.narration_points),
    Rule("listens-for", "An interviewer listens for 3 to 6 things, each a bullet.", codetext.listened_for),
    Rule("code-why", "The reasons given after a coding problem have 80 to 150 words.", codetext.length_of_why),
)

GRADER_RULES: tuple[GraderRule, ...] = (
    GraderRule("answer-covers", "The model answer makes every key point.", grading.answers_cover_points),
    GraderRule("phrasing-suffices", "Each accepted phrasing alone earns its point.", grading.phrasings_suffice),
    GraderRule("misconception-credited", "No misconception earns its point.", grading.misconceptions_earn_nothing),
)
