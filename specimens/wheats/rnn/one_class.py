"""One class holds the run; the functions asked for only call its methods.

用一个类来保存整个过程，要求的函数只是调用它的方法。
"""

import numpy as np
from correct.rnn import sigmoid


class Run:
    def __init__(self, W, h, dL_dh=None):
        self.W, self.h, self.dL_dh = W, h, dL_dh
        self.slopes = h * (1 - h)

    def step(self, t):
        return self.slopes[t][:, None] * self.W

    def chain(self, t, k):
        J = np.eye(len(self.W))
        while t > k:
            J, t = J @ self.step(t), t - 1
        return J

    def immediate(self, k):
        units = range(len(self.W))
        rows = [[self.slopes[k, a] * self.h[k - 1] * (a == i) for i in units] for a in units]
        return np.array(rows)

    def term(self, t, k):
        return np.einsum("a,aij", self.dL_dh[t] @ self.chain(t, k), self.immediate(k))

    def gradient(self):
        total = np.zeros_like(self.W)
        for t in range(1, len(self.h)):
            for k in range(1, t + 1):
                total += self.term(t, k)
        return total


def hidden_states(W, U, h_0, x):
    h = np.vstack([h_0[None, :], np.zeros((len(x), len(h_0)))])
    for t, x_t in enumerate(x):
        h[t + 1] = sigmoid(np.block([W, U]) @ np.concatenate([h[t], x_t]))
    return h


def state_jacobian(W, h, t, k):
    return Run(W, h).chain(t, k)


def immediate_jacobian(h, k):
    return Run(np.eye(h.shape[1]), h).immediate(k)


def gradient_term(W, h, dL_dh, t, k):
    return Run(W, h, dL_dh).term(t, k)


def loss_gradient(W, h, dL_dh):
    return Run(W, h, dL_dh).gradient()
