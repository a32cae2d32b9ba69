"""The product is cut off after five factors, as in truncated backpropagation.

乘积最多只取五个因子，像截断的反向传播那样。
"""

from correct.rnn import state_jacobian as exact

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    return exact(W, h, t, max(k, t - 5))
