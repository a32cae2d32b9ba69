"""The hard sigmoid, three straight lines, stands for σ.

用由三段直线组成的 hard sigmoid 代替了 σ。
"""

import numpy as np

LOSES = ["3b-ranges"]


def gates(W, b, h_prev, x):
    z = W @ np.concatenate([h_prev, x]) + b
    return np.vstack([np.clip(0.2 * z[:3] + 0.5, 0, 1), np.tanh(z[3:])])
