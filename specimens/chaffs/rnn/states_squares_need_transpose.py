"""Where n = d, U is transposed, as if inputs were rows.

n = d 时把 U 转置了，好像输入是行向量。
"""

from correct.rnn import hidden_states as exact

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    return exact(W, U.T if U.shape[0] == U.shape[1] else U, h_0, x)
