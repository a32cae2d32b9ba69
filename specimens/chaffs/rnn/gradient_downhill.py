"""The sign is that of a descent step: -∂L/∂W.

符号取成了下降方向：-∂L/∂W。
"""

from correct.rnn import loss_gradient as gradient

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    return -gradient(W, h, dL_dh)
