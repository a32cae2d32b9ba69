"""A matrix of numbers comes back as one long row.

z 是矩阵时，返回的却是摊平的一长行。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    z = np.ravel(z)
    return np.array([0.5 + 0.5 * np.tanh(0.5 * number) for number in z])
