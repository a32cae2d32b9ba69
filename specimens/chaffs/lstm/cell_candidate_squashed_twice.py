"""tanh is applied once more to c̃, which is a tanh already.

对 c̃ 又用了一次 tanh，而 c̃ 已经是 tanh 的值。
"""

import numpy as np

LOSES = ["3a-roles"]


def cell_state(f, i, c_tilde, c_prev):
    return f * c_prev + i * np.tanh(c_tilde)
