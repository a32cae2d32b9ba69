"""The gradient is divided by the number n of units.

梯度被除以了单元数 n。
"""

from correct.rnn import loss_gradient as gradient

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    return gradient(W, h, dL_dh) / len(W)
