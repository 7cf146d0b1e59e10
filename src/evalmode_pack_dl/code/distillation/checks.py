"""What the distillation loss must do."""

from dataclasses import replace

import torch

from evalmode_runner.checks import Suite, call

suite = Suite()


def batch(draw, low=1):
    """Logits of student and teacher, and labels. Gradients are watched in both logits: the teacher's must stay away."""
    count, classes = draw.size("batch", low, 5), draw.size("classes", 2, 5)
    return {
        "student_logits": draw.normal("student_logits", count, classes, scale=2.0),
        "teacher_logits": draw.normal("teacher_logits", count, classes, scale=2.0),
        "target": draw.integers("target", count, low=0, high=classes - 1),
    }


def temperature(draw):
    return draw.choice("T", (2.0, 5.0, 0.5, 3))


@suite.example
def soft_only(draw):
    """alpha = 1: the softened distributions alone."""
    student, teacher = draw.tensor([[1.0, 0.0]]), draw.tensor([[0.0, 1.0]])
    return call({"student_logits": student, "teacher_logits": teacher, "target": torch.tensor([0])}, T=2.0, alpha=1.0)


@suite.example
def hard_only(draw):
    """alpha = 0: the labels alone, at temperature 1."""
    student, teacher = draw.tensor([[1.0, 0.0]]), draw.tensor([[0.0, 1.0]])
    return call({"student_logits": student, "teacher_logits": teacher, "target": torch.tensor([0])}, T=2.0, alpha=0.0)


@suite.check()
def soft_loss(draw):
    """alpha = 1: T^2 times KL(teacher || student), summed over classes, averaged over the batch.

    Which of the two distributions is the target, and what does kl_div's default reduction divide by?
    """
    return call(batch(draw, low=2), T=temperature(draw), alpha=1.0)


@suite.check(examples=4)
def hard_loss(draw):
    """alpha = 0: the ordinary cross-entropy of the student, whatever the temperature."""
    return call(batch(draw, low=2), T=temperature(draw), alpha=0.0)


@suite.check()
def mixture(draw):
    """Both terms together."""
    return call(batch(draw) | {"T": temperature(draw), "alpha": draw.real("alpha", 0.2, 0.8)})


@suite.check(examples=4)
def agreement(draw):
    """When the student says exactly what the teacher says, the soft loss is 0."""
    given = batch(draw)
    given["teacher_logits"] = given["student_logits"].clone()
    return call(given, T=temperature(draw), alpha=1.0)


@suite.check()
def large_logits(draw):
    """Classes to which teacher or student give probability 0.

    0 times minus infinity is NaN: which function gives a logarithm that stays finite?
    """
    given = batch(draw, low=3)
    student, teacher = given["student_logits"], given["teacher_logits"]
    student[0, 0] += 1e4
    student[1, 0] -= 700
    teacher[0, -1] += 1e4
    teacher[2, 0] -= 1e4
    case = call(given, T=2.0, alpha=0.5)
    # Near 10000 neighbouring float32 numbers are 0.001 apart: three digits are enough.
    return replace(case, loose=10.0) if draw.type_name == "float32" else case


@suite.cost
def large_batch(draw):
    return call(
        {
            "student_logits": draw.normal("student_logits", 128, 500),
            "teacher_logits": draw.normal("teacher_logits", 128, 500),
            "target": draw.integers("target", 128, low=0, high=499),
            "T": 2.0,
            "alpha": 0.5,
        }
    )
