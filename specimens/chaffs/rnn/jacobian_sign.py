"""σ' is taken for σ(σ - 1), so every entry of the Jacobian has the wrong sign."""

from correct.rnn import sigmoid

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    y = sigmoid(W @ x)
    return (y * (y - 1))[:, None] * W
