"""math.exp takes one number, so an array of z fails."""

import math

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    e = math.exp(-abs(z))
    return e / (1 + e) ** 2
