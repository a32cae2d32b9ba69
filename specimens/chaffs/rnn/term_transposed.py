"""The term is transposed: entry [i, j] belongs to W[j, i].

这一项转置了：元素 [i, j] 对应的是 W[j, i]。
"""

from correct.rnn import gradient_term as term

LOSES = ["1b-gradient"]


def gradient_term(W, h, dL_dh, t, k):
    return term(W, h, dL_dh, t, k).T
