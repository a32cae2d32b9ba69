"""4 is taken for the threshold: that is the one for the weights of a sigmoid network.

把 4 当成了界限：那是 sigmoid 网络的权重的界限。
"""

import numpy as np

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    radius = np.max(np.abs(eigenvalues))
    if radius > 4:
        return "explodes"
    return "bounded" if radius == 4 else "vanishes"
