"""Trains on the teacher's hard predictions.

verdict: wrong_answer
check: soft-loss
teaches: You train on the teacher's most likely class; the soft loss compares the whole softened distributions.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach() / T, dim=1)
    log_q = F.log_softmax(student_logits / T, dim=1)
    kl = F.nll_loss(log_q, log_p.argmax(dim=1))
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
