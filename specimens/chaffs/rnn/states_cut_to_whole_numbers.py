"""The result is made after the pattern of an argument; whole numbers cut its decimals off.

结果仿照参数建成，参数是整数时小数就被截掉了。
"""

import numpy as np

LOSES = ["1b-states"]
AS_GIVEN = True


def hidden_states(W, U, h_0, x):
    W, U, h_0, x = map(np.asarray, (W, U, h_0, x))
    h = np.zeros((len(x) + 1, len(h_0)), dtype=h_0.dtype)
    h[0] = h_0
    for t in range(len(x)):
        h[t + 1] = 1 / (1 + np.exp(-(W @ h[t] + U @ x[t])))
    return h
