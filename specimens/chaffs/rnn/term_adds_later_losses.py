"""The losses of all steps from t on are added up, but a term (t, k) is about L_t alone.

把 t 及以后各步的损失都加了起来，而第 (t, k) 项只涉及 L_t。
"""

import numpy as np
from correct.rnn import immediate_jacobian, state_jacobian

LOSES = ["1b-gradient"]


def gradient_term(W, h, dL_dh, t, k):
    row = dL_dh[t:].sum(axis=0) @ state_jacobian(W, h, t, k)
    return np.tensordot(row, immediate_jacobian(h, k), axes=1)
