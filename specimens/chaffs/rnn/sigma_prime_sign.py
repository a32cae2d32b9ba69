"""σ' is taken for σ(σ - 1), which has the wrong sign."""

from correct.rnn import sigmoid

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    return sigmoid(z) * (sigmoid(z) - 1)
