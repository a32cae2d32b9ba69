"""W is scaled in place: the answer is right, but the caller's W is lost."""

from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    W *= sigmoid_prime(W @ x)[:, None]
    return W
