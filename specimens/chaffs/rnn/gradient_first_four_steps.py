"""Only the first four steps are differentiated: the gradient is wrong for T > 4.

只对前四步求导：T > 4 时梯度就错了。
"""

from correct.rnn import loss_gradient as gradient

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    return gradient(W, h[:5], dL_dh[:5])
