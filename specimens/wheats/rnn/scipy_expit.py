"""The sigmoid comes from scipy, and its derivative is σ(z) σ(-z).

sigmoid 取自 scipy，它的导数写成 σ(z) σ(-z)。
"""

import numpy as np
from scipy.special import expit


def sigmoid(z):
    return expit(z)


def sigmoid_prime(z):
    return expit(z) * expit(np.negative(z))


def layer_jacobian(W, x):
    return np.multiply(W.T, sigmoid_prime(W @ x)).T


def hidden_states(W, U, h_0, x):
    h = [h_0]
    for x_t in x:
        h.append(expit(np.hstack([W, U]) @ np.hstack([h[-1], x_t])))
    return np.vstack(h)
