"""The Jacobian's rows and columns are swapped.

雅可比矩阵的行和列写反了。
"""

from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return (sigmoid_prime(W @ x)[:, None] * W).T
