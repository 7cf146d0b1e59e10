"""All rules, in the order in which an author wants to hear of them."""

from __future__ import annotations

from evalmode.bank.lint import cycles, files, grading, keypoints, proofs, questions, references, timing
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
)

GRADER_RULES: tuple[GraderRule, ...] = (
    GraderRule("answer-covers", "The model answer makes every key point.", grading.answers_cover_points),
    GraderRule("phrasing-suffices", "Each accepted phrasing alone earns its point.", grading.phrasings_suffice),
    GraderRule("misconception-credited", "No misconception earns its point.", grading.misconceptions_earn_nothing),
)
