"""The derivative is taken once too often: s(1 - s)(1 - 2s) is σ''.

多求了一次导：s(1 - s)(1 - 2s) 是 σ''。
"""

from correct.rnn import sigmoid

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s) * (1 - 2 * s)
