"""Computes the whole soft loss without a graph.

verdict: wrong_answer
check: gradients
teaches: You compute the whole soft loss without a graph, so the student learns from the labels alone; only the teacher is a
  constant.
"""

import torch
import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach() / T, dim=1)
    log_q = F.log_softmax(student_logits / T, dim=1)
    with torch.no_grad():
        kl = (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
