"""σ' is applied to the output y = σ(Wx) instead of the pre-activation Wx."""

from correct.rnn import sigmoid, sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    y = sigmoid(W @ x)
    return sigmoid_prime(y)[:, None] * W
