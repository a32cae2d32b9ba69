"""σ' is kept above 10⁻⁴, which is wrong where σ is saturated.

σ' 被限制在 10⁻⁴ 以上，在 σ 饱和的地方就错了。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    s = sigmoid(z)
    return np.maximum(s * (1 - s), 1e-4)
