"""Computes KL(student || teacher).

verdict: wrong_answer
check: soft-loss
teaches: Your divergence is the other way round, KL(student || teacher); the teacher is the target distribution and comes first.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach() / T, dim=1)
    log_q = F.log_softmax(student_logits / T, dim=1)
    kl = (log_q.exp() * (log_q - log_p)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
