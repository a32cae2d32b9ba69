"""The tenth power is looked at, which says little about the limit: 0.9¹⁰ is still 0.35.

只看了十次幂，那说明不了极限：0.9¹⁰ 还有 0.35。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    size = np.max(np.abs(eigenvalues)) ** 10
    if size > 10:
        return "explodes"
    return "vanishes" if size < 0.1 else "bounded"
