"""Hands probabilities to kl_div where it expects log-probabilities.

verdict: wrong_answer
check: soft-loss
teaches: kl_div expects log-probabilities as its first argument, and you hand it the student's probabilities.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach() / T, dim=1)
    log_q = F.log_softmax(student_logits / T, dim=1)
    kl = F.kl_div(log_q.exp(), log_p.exp(), reduction="batchmean")
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
