"""h is kept inside [0.001, 0.999], so that σ' is never small where the unit is saturated.

把 h 限制在 [0.001, 0.999] 内，单元饱和时 σ' 也小不下去。
"""

import numpy as np
from correct.rnn import state_jacobian as exact

LOSES = ["1b-states"]


def state_jacobian(W, h, t, k):
    return exact(W, np.clip(h, 0.001, 0.999), t, k)
