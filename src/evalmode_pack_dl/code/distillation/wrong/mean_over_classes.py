"""Has kl_div average over batch and classes.

verdict: wrong_answer
check: soft-loss
teaches: The default reduction of kl_div averages over the classes too, so your soft loss is C times too small; sum over classes,
  average over the batch.
"""

import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    log_p = F.log_softmax(teacher_logits.detach() / T, dim=1)
    log_q = F.log_softmax(student_logits / T, dim=1)
    kl = F.kl_div(log_q, log_p, log_target=True, reduction="none").mean()
    hard = F.cross_entropy(student_logits, target)
    return alpha * T**2 * kl + (1 - alpha) * hard
