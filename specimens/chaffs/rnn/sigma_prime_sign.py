"""σ' is taken for σ(σ - 1), which has the wrong sign.

σ' 写成了 σ(σ - 1)，符号反了。
"""

from correct.rnn import sigmoid

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    return sigmoid(z) * (sigmoid(z) - 1)
