"""Takes the logarithms of probabilities.

verdict: wrong_answer
check: large-logits
teaches: You take logarithms of probabilities; where one underflows to 0, 0 times -inf becomes NaN. Use log-softmax.
"""

import torch
import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = torch.softmax(teacher_logits.detach() / T, dim=1).log()
    log_q = torch.softmax(student_logits / T, dim=1).log()
    kl = (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
