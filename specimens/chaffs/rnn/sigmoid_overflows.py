"""The sigmoid is written as eᶻ/(1 + eᶻ), which is infinity over infinity for a large z."""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
