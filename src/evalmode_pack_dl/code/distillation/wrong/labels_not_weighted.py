"""Adds the label term in full.

verdict: wrong_answer
check: hard-loss, soft-loss
teaches: You add the label term in full; it is weighted by 1 - alpha.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach() / T, dim=1)
    log_q = F.log_softmax(student_logits / T, dim=1)
    kl = (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + hard
