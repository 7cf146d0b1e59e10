"""Weighs the labels by alpha.

verdict: wrong_answer
check: hard-loss, soft-loss
teaches: You weigh the label term by alpha; here alpha belongs to the soft loss and 1 - alpha to the labels.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach() / T, dim=1)
    log_q = F.log_softmax(student_logits / T, dim=1)
    kl = (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits, target)
    return (1 - alpha) * T**2 * kl + alpha * hard
