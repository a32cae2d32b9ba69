"""The sigmoid as a shifted tanh, and its derivative through the hyperbolic cosine.

sigmoid 写成平移后的 tanh，它的导数用双曲余弦来算。
"""

import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def sigmoid_prime(z):
    return 0.25 / np.cosh(0.5 * z) ** 2


def layer_jacobian(W, x):
    tanh = np.tanh(W @ x / 2)
    return W * (1 - tanh**2)[:, None] / 4
