"""The textbook sigmoid, which warns of an overflow and is right all the same, and s(1 - s).

教科书式的 sigmoid 会有溢出警告，但结果正确；σ' 写成 s(1 - s)。
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)


def layer_jacobian(W, x):
    s = sigmoid(W @ x)
    return (s * (1 - s)).reshape(-1, 1) * W


def hidden_states(W, U, h_0, x):
    T = x.shape[0]
    h = np.zeros((T + 1, h_0.shape[0]))
    h[0] = h_0
    for t in range(1, T + 1):
        h[t] = sigmoid(W @ h[t - 1] + U @ x[t - 1])
    return h
