"""The result is made after the pattern of an argument; whole numbers cut its decimals off.

结果仿照参数建成，参数是整数时小数就被截掉了。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["3b-ranges"]
AS_GIVEN = True


def gates(W, b, h_prev, x):
    z = np.asarray(W) @ np.concatenate([h_prev, x]) + b
    answer = np.zeros_like(b)
    answer[:3], answer[3] = sigmoid(z[:3]), np.tanh(z[3])
    return answer
