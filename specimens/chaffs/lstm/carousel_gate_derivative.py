"""f(1 - f) stands for f, but the gate is a factor here and is not differentiated.

用 f(1 - f) 代替了 f，而门在这里只作乘数，并不对它求导。
"""

import numpy as np

LOSES = ["3c-carousel"]


def cell_jacobian(f, t, k):
    kept = f[k + 1 : t + 1]
    return np.diag(np.prod(kept * (1 - kept), axis=0))
