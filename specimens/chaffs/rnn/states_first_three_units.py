"""Only the first three units are updated; the others keep h_0.

只更新了前三个单元，其余的一直是 h_0。
"""

from correct.rnn import hidden_states as exact

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    h = exact(W, U, h_0, x)
    h[1:, 3:] = h_0[3:]
    return h
