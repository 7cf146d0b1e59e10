"""Protects the logarithms by an epsilon.

verdict: wrong_answer
check: large-logits
teaches: The epsilon inside the logarithms caps the divergence where the student's probability is tiny; log-softmax is exact and
  needs none.
"""

import torch
import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = (torch.softmax(teacher_logits.detach() / T, dim=1) + 1e-10).log()
    log_q = (torch.softmax(student_logits / T, dim=1) + 1e-10).log()
    kl = (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
