"""Lets gradients flow into the teacher.

verdict: wrong_answer
check: gradients
teaches: Gradients flow into the teacher's logits; the teacher is fixed, so detach them.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits / T, dim=1)
    log_q = F.log_softmax(student_logits / T, dim=1)
    kl = (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
