"""Multiplies the logits by T.

verdict: wrong_answer
check: soft-loss
teaches: You multiply the logits by T, which sharpens the distributions; dividing by T softens them.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach() * T, dim=1)
    log_q = F.log_softmax(student_logits * T, dim=1)
    kl = (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
