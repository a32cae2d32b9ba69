"""σ is set to 0 or 1 for |z| > 15, where it is still 3·10⁻⁷ away from them.

|z| > 15 时把 σ 直接取成 0 或 1，而那里它与 0、1 还相差 3·10⁻⁷。
"""

import numpy as np
from correct.rnn import sigmoid as exact

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return np.where(np.abs(z) > 15, np.heaviside(z, 0.5), exact(z))
