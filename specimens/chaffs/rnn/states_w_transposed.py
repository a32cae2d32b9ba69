"""The state is multiplied as a row, h W, which is Wᵀ h.

把状态当成行向量来乘：h W 其实是 Wᵀ h。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    h = [h_0]
    for x_t in x:
        h.append(sigmoid(h[-1] @ W + U @ x_t))
    return np.array(h)
