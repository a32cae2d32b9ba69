"""The factors stand in the order W diag(σ'), which does not even exist unless W is square.

因子的顺序成了 W diag(σ')；W 不是方阵时，这个乘积根本不存在。
"""

import numpy as np
from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return W @ np.diag(sigmoid_prime(W @ x))
