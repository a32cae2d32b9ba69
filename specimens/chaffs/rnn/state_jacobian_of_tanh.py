"""1 - h² is the derivative of a tanh unit; these units are sigmoids."""

import numpy as np

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    J = np.eye(len(W))
    for s in range(k + 1, t + 1):
        J = np.diag(1 - h[s] ** 2) @ W @ J
    return J
