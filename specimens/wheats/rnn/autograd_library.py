"""The derivatives of the autograd library, which wraps numpy.

用 autograd 库求导，它是对 numpy 的包装。
"""

import autograd.numpy as np
from autograd import elementwise_grad, jacobian

NEEDS = ["autograd"]


def sigmoid(z):
    return 0.5 * (np.tanh(0.5 * z) + 1)


def sigmoid_prime(z):
    return elementwise_grad(sigmoid)(np.array(z, dtype=float))


def layer_jacobian(W, x):
    return jacobian(lambda v: sigmoid(np.dot(W, v)))(x)


def immediate_jacobian(h, k):
    """h_k + σ'(z_k) ΔW h_{k-1}, differentiated with respect to ΔW."""
    n = h.shape[1]
    q = h[k] * (1 - h[k])
    return jacobian(lambda dW: h[k] + q * np.dot(dW, h[k - 1]))(np.zeros((n, n)))
