"""diag(y) - y yᵀ is the derivative of softmax; a sigmoid unit does not see the others.

diag(y) - y yᵀ 是 softmax 的导数；sigmoid 的各单元互不影响。
"""

import numpy as np
from correct.rnn import sigmoid

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    y = sigmoid(W @ x)
    return (np.diag(y) - np.outer(y, y)) @ W
