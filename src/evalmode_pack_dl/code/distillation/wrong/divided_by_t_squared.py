"""Divides by T squared.

verdict: wrong_answer
check: soft-loss
teaches: You divide the soft loss by T squared; its gradients have already shrunk by that factor, so multiply.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach() / T, dim=1)
    log_q = F.log_softmax(student_logits / T, dim=1)
    kl = (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits, target)
    return alpha / T**2 * kl + (1 - alpha) * hard
