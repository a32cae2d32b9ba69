"""(1 + tanh z)/2 stands for σ(z); the argument of tanh should be z/2.

把 σ(z) 写成 (1 + tanh z)/2，而 tanh 的自变量应当是 z/2。
"""

import numpy as np

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return (1 + np.tanh(z)) / 2
