"""After four steps the state is no longer updated.

四步以后，状态就不再更新了。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1b-states"]


def hidden_states(W, U, h_0, x):
    h = [h_0]
    for t, x_t in enumerate(x):
        h.append(sigmoid(W @ h[-1] + U @ x_t) if t < 4 else h[-1])
    return np.array(h)
