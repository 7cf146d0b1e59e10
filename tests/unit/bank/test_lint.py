"""Every lint rule finds what it is there for, where it is, and leaves a good pack alone."""

from __future__ import annotations

import copy

import pytest

from evalmode.bank import read_bank
from evalmode.bank.lint import GRADER_RULES, RULES, lint
from evalmode.bank.lint.words import comparable, spoken_words
from evalmode.core import Grade, PointGrade, Verdict


def grade_by_words(gradable, answer):
    """A grader for these tests: a point is covered by its claim or one of its phrasings, word for word."""
    said = " ".join(answer.lower().split())

    def verdict(point):
        wordings = [" ".join(text.lower().rstrip(".").split()) for text in (point.claim, *point.accepted)]
        covered = any(wording in said for wording in wordings)
        return PointGrade(point.id, Verdict.COVERED if covered else Verdict.MISSING, 1.0, evidence=answer[:20])

    return Grade(1.0, tuple(verdict(point) for point in gradable.key_points))


def test_a_good_pack_passes_every_rule(pack, rapid, deep, guide):
    rapid.head["checklist"] = ["non-linearities"]
    guide.head["practice"] = ["rapid/relu", "deep/activation-functions"]
    deep.sections["Headline"] = "It cuts off everything below zero."
    deep.head["follow_ups"][0]["answer"] = "Yes: a unit that is always negative stops learning."
    pack.write(rapid, deep, guide)
    (pack.folder / "README.md").write_text("About this pack.")
    assert pack.lint(grade_by_words) == []


def test_a_rule_has_an_id_of_its_own_and_says_what_it_is_about():
    rules = [*RULES, *GRADER_RULES]
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.about.endswith(".") and rule.check.__doc__ for rule in rules)


# What follows breaks the good pack in one place for each rule.


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("topics", ["activation"], "topics[0]"),
        ("prerequisites", ["nothing"], "prerequisites[0]"),
        ("links", [{"topic": "elsewhere", "why": "it is there"}], "links[0].topic"),
    ],
)
def test_a_topic_that_does_not_exist(pack, rapid, field, value, place):
    rapid.head[field] = value
    pack.write(rapid)
    (problem,) = pack.lint()
    assert (problem.rule, problem.field) == ("unknown-topic", place)
    assert problem.message.split("'")[1] in rapid.text().splitlines()[problem.line - 1]


def test_a_topic_that_nearly_exists_is_suggested(pack, rapid):
    rapid.head["topics"] = ["activation"]
    pack.write(rapid)
    assert "(activations?)" in pack.lint()[0].message


@pytest.mark.parametrize(("field", "value"), [("prerequisites", ["algebra"]), ("area", "vision")])
def test_a_topic_map_that_names_what_does_not_exist(pack, rapid, field, value):
    pack.topics["topics"][0][field] = value
    pack.write(rapid)
    (problem,) = pack.lint()
    assert problem.rule == "topic-map"
    assert problem.path == pack.folder / "topics.yaml"


def test_a_topic_that_is_defined_twice(pack, rapid):
    pack.topics["topics"].append(copy.deepcopy(pack.topics["topics"][1]))
    pack.write(rapid)
    assert pack.rules() == ["duplicate-topic"]


def test_a_topic_that_two_packs_define(pack, rapid, tmp_path):
    pack.write(rapid)
    other = type(pack)(tmp_path / "other", name="other")
    rapid.head["id"] = "relu-again"
    rapid.sections["Question"] = "Where does a rectifier saturate?"
    other.write(rapid)
    bank, problems = read_bank([pack.folder, other.folder], installed=False)
    found = lint(bank, problems, None)
    assert {problem.rule for problem in found} == {"duplicate-topic"}
    assert {problem.path for problem in found} == {other.folder / "topics.yaml"}


def test_a_checklist_item_that_does_not_exist(pack, rapid, guide):
    rapid.head["checklist"] = ["non-linearity"]
    pack.write(rapid, guide)
    (problem,) = pack.lint()
    assert problem.rule == "unknown-checklist"
    assert "(non-linearities?)" in problem.message


def test_a_page_that_is_no_checklist_item_is_none(pack, rapid, guide):
    rapid.head["checklist"] = ["non-linearities"]
    guide.head["section"] = "faq"
    pack.write(rapid, guide)
    assert pack.rules() == ["unknown-checklist"]


def test_practice_that_does_not_exist(pack, guide):
    guide.head["practice"] = ["rapid/relu"]
    pack.write(guide)
    assert pack.rules() == ["unknown-practice"]


def test_practice_that_exists_but_is_broken_is_one_problem_not_two(pack, rapid, guide):
    guide.head["practice"] = ["rapid/relu"]
    rapid.head["level"] = "junior"
    pack.write(rapid, guide)
    assert pack.rules() == ["format"]


@pytest.mark.parametrize("prerequisites", [["training"], ["activations"]])
def test_topics_that_build_on_one_another_in_a_circle(pack, rapid, prerequisites):
    pack.topics["topics"][0]["prerequisites"] = prerequisites
    pack.write(rapid)
    (problem,) = pack.lint()
    assert problem.rule == "topic-cycle"
    assert "activations" in problem.message


def test_every_circle_of_topics_is_found(pack, rapid):
    pack.topics["topics"][0]["prerequisites"] = ["training"]
    for name, before in (("x", "y"), ("y", "x")):
        pack.topics["topics"].append(
            {"id": name, "title": name, "area": "nn", "level": "core", "prerequisites": [before]}
        )
    pack.write(rapid)
    assert pack.rules() == ["topic-cycle", "topic-cycle"]


@pytest.mark.parametrize("prerequisite", ["activations", "training"])
def test_an_item_that_presupposes_what_it_teaches(pack, rapid, prerequisite):
    rapid.head["prerequisites"] = [prerequisite]
    pack.write(rapid)
    assert pack.rules() == ["item-cycle"]


def test_an_item_that_builds_on_part_of_what_it_connects_is_fine(pack, rapid):
    pack.topics["topics"].append(
        {"id": "depth", "title": "Depth", "area": "nn", "level": "core", "prerequisites": ["training"]}
    )
    rapid.head |= {"topics": ["activations", "depth"], "prerequisites": ["training"]}
    pack.write(rapid)
    assert pack.rules() == []


@pytest.mark.parametrize(
    ("question", "alike"),
    [
        ("And what does ReLU do, please?", True),
        ("What does the ReLU do?", True),
        ("What does GELU do?", False),
        ("Why does ReLU help?", False),
        ("What does ReLU do to gradients?", False),
    ],
)
def test_a_question_that_is_asked_twice(pack, rapid, question, alike):
    twin = copy.deepcopy(rapid)
    twin.head["id"] = "zz-relu"
    twin.sections["Question"] = question
    pack.write(rapid, twin)
    found = pack.lint()
    assert [problem.rule for problem in found] == (["near-duplicate"] if alike else [])
    assert all(problem.path.stem == "zz-relu" for problem in found)


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("What is L1 regularisation?", "What is L2 regularisation?", False),
        ("How does batch normalisation work?", "How does layer normalisation work?", False),
        ("How does batch normalization work?", "How does batch normalisation work?", True),
        ("What is the difference between BERT and GPT?", "Explain the differences of GPT and BERT.", True),
    ],
)
def test_questions_that_differ_in_one_word_that_matters(pack, rapid, first, second, alike):
    twin = copy.deepcopy(rapid)
    twin.head["id"] = "twin"
    rapid.sections["Question"], twin.sections["Question"] = first, second
    pack.write(rapid, twin)
    assert (pack.rules() == ["near-duplicate"]) == alike


def test_an_answer_that_cannot_be_said_in_its_time(pack, rapid):
    rapid.head["seconds"] = 30
    pack.write(rapid)
    (problem,) = pack.lint()
    assert problem.rule == "too-long-to-say"
    assert "in 30 s 75 can be said" in problem.message
    assert rapid.text().splitlines()[problem.line - 1] == "## Answer"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda deep: deep.sections.update(Headline="word " * 76), "headline"),
        (lambda deep: deep.sections.update(Answer="word " * 601), "answer"),
        (lambda deep: deep.head["follow_ups"][0].update(answer="word " * 76), "follow_ups[0].answer"),
    ],
)
def test_each_part_of_a_deep_answer_has_its_own_time(pack, deep, change, field):
    change(deep)
    pack.write(deep)
    (problem,) = pack.lint()
    assert (problem.rule, problem.field) == ("too-long-to-say", field)


@pytest.mark.parametrize(("words", "rules"), [(74, ["answer-length"]), (75, []), (150, []), (151, ["answer-length"])])
def test_a_rapid_answer_has_75_to_150_words(pack, rapid, words, rules):
    rapid.head["seconds"] = 120
    rapid.sections["Answer"] = "word " * words
    pack.write(rapid)
    assert pack.rules() == rules


@pytest.mark.parametrize(("count", "rules"), [(1, ["point-count"]), (2, []), (5, []), (6, ["point-count"])])
def test_a_rapid_question_has_two_to_five_key_points(pack, rapid, count, rules):
    first = rapid.points[0]
    rapid.head["key_points"] = [copy.deepcopy(first) | {"id": f"point-{number}"} for number in range(count)]
    rapid.head["unproven"] = {f"point-{number}": "only a copy" for number in range(count)}
    del rapid.sections["Proof"]
    pack.write(rapid)
    assert pack.rules() == rules


def test_two_key_points_of_one_id(pack, rapid):
    rapid.points[1]["id"] = "positive-part"
    rapid.sections["Proof"] = rapid.sections["Proof"].replace("python gradient-one", "python positive-part")
    pack.write(rapid)
    (problem,) = pack.lint()
    assert (problem.rule, problem.field) == ("duplicate-point", "key_points[1].id")


@pytest.mark.parametrize("name", ["headline", "detail", "answer"])
def test_a_follow_up_that_takes_the_name_of_another_part(pack, deep, name):
    deep.head["follow_ups"][0]["id"] = name
    pack.write(deep)
    assert pack.rules() == ["duplicate-point"]


def test_a_follow_up_repeats_no_key_point_of_its_item(pack, deep):
    deep.head["follow_ups"][0]["key_points"][0]["id"] = "gradient-one"
    deep.head["unproven"] = {}
    pack.write(deep)
    (problem,) = pack.lint()
    assert (problem.rule, problem.field) == ("duplicate-point", "follow_ups[0].key_points[0].id")


@pytest.mark.parametrize(("field", "rule"), [("accepted", "few-phrasings"), ("misconceptions", "few-misconceptions")])
def test_a_key_point_with_one_entry_too_few(pack, rapid, field, rule):
    rapid.points[1][field].pop()
    pack.write(rapid)
    (problem,) = pack.lint()
    assert (problem.rule, problem.field) == (rule, f"key_points[1].{field}")


def test_the_key_points_of_follow_ups_are_held_to_the_same(pack, deep):
    deep.head["follow_ups"][0]["key_points"][0]["accepted"].pop()
    pack.write(deep)
    assert pack.rules() == ["few-phrasings"]


@pytest.mark.parametrize(
    "phrase",
    [
        "It cuts off everything below zero!",
        "ReLU returns its input where that is positive and zero everywhere else",
        "values under zero are clipped, and the rest stays as it is.",
        "a hinge that is flat on the left and the identity at the right",
    ],
)
def test_a_phrasing_that_says_the_same_words_again(pack, rapid, phrase):
    rapid.points[0]["accepted"].append(phrase)
    pack.write(rapid)
    (problem,) = pack.lint()
    assert (problem.rule, problem.field) == ("repeated-phrasing", "key_points[0].accepted[6]")


@pytest.mark.parametrize("phrase", ["relu(x) = max(0, x) + 0", "drop what is negative, keep what is positive"])
def test_a_phrasing_that_says_it_differently_is_welcome(pack, rapid, phrase):
    rapid.points[0]["accepted"].append(phrase)
    pack.write(rapid)
    assert pack.rules() == []


@pytest.mark.parametrize(("phrase", "rules"), [("max", ["bare-keyword"]), ("positive part", ["bare-keyword"])])
def test_a_keyword_is_no_phrasing(pack, rapid, phrase, rules):
    rapid.points[0]["accepted"].append(phrase)
    pack.write(rapid)
    assert pack.rules() == rules


@pytest.mark.parametrize("phrase", ["y=max(0,x)", "f(x) = x⁺", "x → max"])
def test_a_formula_is_a_phrasing_however_short(pack, rapid, phrase):
    rapid.points[0]["accepted"].append(phrase)
    pack.write(rapid)
    assert pack.rules() == []


@pytest.mark.parametrize("of_point", [0, 1])
def test_a_sentence_that_is_right_and_wrong_at_once(pack, rapid, of_point):
    said = rapid.points[of_point]["accepted"][2]
    rapid.points[1]["misconceptions"].append({"says": said.upper() + ".", "correction": "It is not."})
    pack.write(rapid)
    (problem,) = pack.lint()
    assert (problem.rule, problem.field) == ("right-and-wrong", "key_points[1].misconceptions[3].says")


@pytest.mark.parametrize(
    ("unproven", "rule"),
    [({"positive-part": "no need"}, "unproven"), ({"negative-part": "no such point"}, "unknown-point")],
)
def test_reasons_that_nobody_needs(pack, rapid, unproven, rule):
    rapid.head["unproven"] = unproven
    pack.write(rapid)
    (problem,) = pack.lint()
    assert problem.rule == rule
    assert next(iter(unproven)) in rapid.text().splitlines()[problem.line - 1]


def test_a_key_point_with_neither_proof_nor_reason(pack, rapid):
    rapid.sections["Proof"] = rapid.sections["Proof"].replace("python gradient-one", "python positive-part")
    pack.write(rapid)
    (problem,) = pack.lint()
    assert (problem.rule, problem.field) == ("unproven", "key_points[1].id")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("python gradient-one", "python gradient-one gradient-two", "unknown-point"),
        ("python gradient-one", "python gradient-one\nassert 1 +\n```\n```python gradient-one", "proof-syntax"),
        ("import numpy as np\n\nx, step", "import scipy, numpy as np\n\nx, step", "proof-import"),
        ("import numpy as np\n\nx, step", "import numpy as np\nfrom evalmode import bank\nx, step", "proof-import"),
        ("import numpy as np\n\nx, step", "import numpy as np\nfrom . import bank\nx, step", "proof-import"),
        ("assert np.allclose(slope, 1)", "np.allclose(slope, 1)", "proof-assert"),
        ("assert np.allclose(slope, 1)", "assert True", "proof-assert"),
        ("assert np.allclose(slope, 1)", "assert (slope == 1, 'oops')", "proof-assert"),
        ('print("slopes:", slope.round(6).tolist())', "print()", "proof-print"),
        ('print("slopes:", slope.round(6).tolist())', "slope", "proof-print"),
    ],
)
@pytest.mark.filterwarnings("ignore:assertion is always true")
def test_a_proof_that_is_none(pack, rapid, old, new, rule):
    assert old in rapid.sections["Proof"]
    rapid.sections["Proof"] = rapid.sections["Proof"].replace(old, new)
    pack.write(rapid)
    (problem,) = pack.lint()
    assert problem.rule == rule


def test_a_fault_of_a_proof_is_told_at_its_line(pack, rapid):
    rapid.sections["Proof"] = rapid.sections["Proof"].replace("x, step", "import scipy\nx, step")
    pack.write(rapid)
    (problem,) = pack.lint()
    assert rapid.text().splitlines()[problem.line - 1] == "import scipy"


def test_a_proof_that_names_nothing(pack, rapid):
    rapid.sections["Proof"] += "\n```python\nassert 1 + 1 == 2\nprint(2)\n```"
    pack.write(rapid)
    (problem,) = pack.lint()
    assert problem.rule == "unknown-point"
    assert rapid.text().splitlines()[problem.line - 1] == "```python"


@pytest.mark.parametrize(
    "stray", ["rapid/notes.txt", "rapid/RELU.MD", "rapid/drafts/x.md", "rapd/relu.md", "topic.yaml"]
)
def test_what_nothing_reads_does_not_belong_into_a_pack(pack, rapid, stray):
    pack.write(rapid)
    path = pack.folder / stray
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    assert pack.rules() == ["stray-file"]


@pytest.mark.parametrize(
    "known", ["README.md", "LICENSE", "__init__.py", "py.typed", ".git/config", "__pycache__/x.pyc"]
)
def test_what_a_pack_may_hold_besides_is_left_alone(pack, rapid, known):
    pack.write(rapid)
    path = pack.folder / known
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    assert pack.rules() == []


def test_a_pack_without_items(pack):
    pack.write()
    assert pack.rules() == ["empty-pack"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda item: item.sections.update(Answer="It is what it is. " * 20), "key_points[0]"),
        (
            lambda item: item.sections.update(Answer=item.sections["Answer"].replace("exactly", "about")),
            "key_points[1]",
        ),
    ],
)
def test_a_model_answer_that_leaves_a_point_out(pack, rapid, change, place):
    change(rapid)
    pack.write(rapid)
    found = [problem for problem in pack.lint(grade_by_words) if problem.rule == "answer-covers"]
    assert found[0].field == place


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda _: None, "key_points[0]"),
        (lambda deep: deep.sections.update(Answer="x"), "key_points[1]"),
        (lambda _: None, "follow_ups[0].key_points[0]"),
    ],
)
def test_each_part_of_a_deep_item_covers_its_own_points(pack, deep, change, place):
    change(deep)
    pack.write(deep)
    assert place in [problem.field for problem in pack.lint(grade_by_words) if problem.rule == "answer-covers"]


def test_a_phrasing_that_does_not_earn_its_point(pack, rapid):
    pack.write(rapid)

    def deaf_to_hinges(gradable, answer):
        graded = grade_by_words(gradable, answer)
        missing = tuple(PointGrade(point.id, Verdict.PARTIAL, 0.5) for point in graded.points)
        return Grade(0.5, missing) if "hinge" in answer else graded

    (problem,) = pack.lint(deaf_to_hinges)
    assert (problem.rule, problem.field) == ("phrasing-suffices", "key_points[0].accepted[4]")
    assert "hinge" in rapid.text().splitlines()[problem.line - 1]


@pytest.mark.parametrize("verdict", [Verdict.COVERED, Verdict.PARTIAL])
def test_a_misconception_that_earns_its_point(pack, rapid, verdict):
    pack.write(rapid)

    def gullible(gradable, answer):
        graded = grade_by_words(gradable, answer)
        fooled = tuple(PointGrade(point.id, verdict, 0.5) for point in graded.points)
        return Grade(0.5, fooled) if "other way" in answer or "kink" in answer else graded

    (problem,) = pack.lint(gullible)
    assert (problem.rule, problem.field) == ("misconception-credited", "key_points[1].misconceptions[2]")


def test_only_what_was_asked_for_is_examined(pack, rapid, deep):
    rapid.points[0]["accepted"].pop()
    deep.head["key_points"][0]["accepted"].pop()
    pack.write(rapid, deep)
    bank, problems = pack.read()
    found = lint(bank, problems, None, items=[bank.get("relu")], packs=[])
    assert [problem.path.stem for problem in found] == ["relu"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Softmax turns scores into a distribution.", 6),
        ("A *bold* `nn.Linear` layer - really.", 5),
        ("state-of-the-art models don't", 3),
        (r"divide by $\sqrt{d_k}$ first", 6),
        (r"$$\left(\frac{a}{b}\right)$$", 3),
        ("1. one\n2. two", 4),
    ],
)
def test_words_are_counted_as_they_are_said(text, words):
    assert spoken_words(text) == words


def test_phrases_are_compared_without_what_makes_no_difference():
    assert comparable("The  gradient, is ONE.") == comparable("gradient is one")
    assert comparable("y = x + 1") != comparable("y = x - 1")
