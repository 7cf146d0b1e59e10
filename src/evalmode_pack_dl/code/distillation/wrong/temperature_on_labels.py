"""Softens the student in the label term too.

verdict: wrong_answer
check: hard-loss
teaches: The label term uses the softened student; it is the ordinary cross-entropy at temperature 1.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach() / T, dim=1)
    log_q = F.log_softmax(student_logits / T, dim=1)
    kl = (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits / T, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
