"""What the pack ``dl`` promises beyond what lint and its proofs say; those are run by ``make bank``."""

from __future__ import annotations

from collections import Counter

import pytest

from evalmode.bank import GuideSection, ProofOutcome, load_bank, prove, read_bank
from evalmode.bank.lint import lint

SEED = """
softmax relu-vs-sigmoid parameter-vs-hyperparameter embedding-layer bias-term epoch-batch-iteration transfer-learning
batch-size generative-vs-discriminative attention gradient-descent loss-functions universal-approximation data-leakage
receptive-field overfitting-vs-underfitting input-normalisation model-eval no-grad-vs-eval cross-entropy-vs-nll
""".split()

CHECKLIST = """
non-linearities cnn-output-sizes lstm-cell multi-head-attention attention-details bert-vs-gpt training-loop
efficient-training generative-models generation-quality debugging-runs drawing-architectures
""".split()


@pytest.fixture(scope="module")
def bank():
    return load_bank()


def test_it_can_be_read_and_lint_finds_nothing():
    bank, problems = read_bank()
    assert [str(problem) for problem in lint(bank, problems, None)] == []


@pytest.mark.parametrize("slug", SEED)
def test_the_twenty_questions_are_there(bank, slug):
    assert bank.get(slug, ["rapid"]).kind == "rapid"


def test_there_is_breadth_beyond_them(bank):
    assert len(bank.rapid) >= 60
    assert len(bank.deep) >= 15


def test_the_guide_is_complete(bank):
    assert Counter(page.section for page in bank.guide) == {
        GuideSection.HABIT: 6,
        GuideSection.MISTAKE: 8,
        GuideSection.FAQ: 8,
        GuideSection.CHECKLIST: 12,
    }
    for section in GuideSection:
        orders = [page.order for page in bank.guide if page.section == section]
        assert orders == list(range(1, len(orders) + 1))


def test_every_page_of_the_guide_leads_to_practice(bank):
    assert [str(page.item_id) for page in bank.guide if not page.practice] == []


@pytest.mark.parametrize("name", CHECKLIST)
def test_every_checklist_item_can_be_earned(bank, name):
    evidence = [item for item in (*bank.rapid, *bank.deep) if name in item.checklist]
    assert len(evidence) >= 2


def test_the_checklist_is_the_twelve_items(bank):
    assert {page.id for page in bank.guide if page.section == GuideSection.CHECKLIST} == set(CHECKLIST)


def test_every_question_asks_about_something_a_candidate_can_follow_up(bank):
    assert [str(item.item_id) for item in (*bank.rapid, *bank.deep) if not item.follow_ups] == []


@pytest.mark.slow
def test_its_proofs_can_fail(bank):
    """A control: with its assertions turned round, the proofs of the first question no longer pass."""
    item = bank.get("rapid/softmax")
    turned = [
        proof.model_copy(update={"source": proof.source.replace("assert ", "assert not ")}) for proof in item.proofs
    ]
    results = list(prove([item.model_copy(update={"proofs": tuple(turned)})]))
    assert {result.outcome for result in results if result.index is not None} == {ProofOutcome.REFUTED}
