"""Computes in float32.

verdict: wrong_answer
check: float64
teaches: You cast to float32, so float64 logits lose half their digits; compute in the dtype of the logits.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach().float() / T, dim=1)
    log_q = F.log_softmax(student_logits.float() / T, dim=1)
    kl = (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
