"""A sum with weights w and 1 - w."""


def guided_eps(eps_cond, eps_uncond, w):
    return w * eps_cond + (1 - w) * eps_uncond
