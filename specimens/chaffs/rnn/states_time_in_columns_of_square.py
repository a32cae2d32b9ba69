"""x is transposed where it is as wide as it is long (T = d).

x 是方阵（T = d）时被转置了。
"""

from correct.rnn import hidden_states as exact

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    return exact(W, U, h_0, x.T if len(x) == U.shape[1] else x)
