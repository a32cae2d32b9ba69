"""The cell state is squashed by the sigmoid instead of tanh, so that h is never negative."""

from correct.rnn import sigmoid

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return o * sigmoid(c)
