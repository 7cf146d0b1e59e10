"""Uses a squared loss on the log-ratios.

verdict: wrong_answer
check: values
teaches: This is a squared loss on the log-ratios (as in IPO); DPO uses minus the log-sigmoid.
"""


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = pi - ref
    return (margin - 1 / (2 * beta)).square().mean()
