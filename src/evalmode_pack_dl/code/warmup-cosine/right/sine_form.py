"""The same half wave written as a sine around the middle between base rate and floor."""

from math import pi, sin


def lr_at(step, base_lr, warmup, total, floor=0.0):
    match (step < warmup, step < total):
        case (True, _):
            return step * (base_lr / warmup)
        case (False, True):
            middle, height = (base_lr + floor) / 2, (base_lr - floor) / 2
            left = (total - step) / (total - warmup)
            return middle + height * sin(pi * (left - 0.5))
    return float(floor)
