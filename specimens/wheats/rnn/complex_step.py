"""Derivatives by a complex step: the imaginary part of f(x + ih), divided by h.

用复数步长求导：取 f(x + ih) 的虚部，再除以 h。
"""

import numpy as np

STEP = 1e-30


def complex_sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def sigmoid_prime(z):
    return complex_sigmoid(np.asarray(z) + 1j * STEP).imag / STEP


def layer_jacobian(W, x):
    columns = [complex_sigmoid(W @ (x + 1j * STEP * e_j)).imag for e_j in np.eye(len(x))]
    return np.transpose(columns) / STEP


def state_jacobian(W, h, t, k):
    """One small step from h_k along each unit vector, carried on linearly."""
    step = 1j * STEP * np.eye(len(W))
    for s in range(k + 1, t + 1):
        step = (h[s] * (1 - h[s]))[:, None] * (W @ step)
    return step.imag / STEP
