"""For T = 0 the empty sum is the number 0 instead of a matrix of zeros.

T = 0 时，空的和给成了数 0，而不是零矩阵。
"""

from correct.rnn import gradient_term

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    T = len(h) - 1
    return sum(gradient_term(W, h, dL_dh, t, k) for t in range(1, T + 1) for k in range(1, t + 1))
