"""σ' is taken for σ(σ - 1), so every entry of the Jacobian has the wrong sign.

σ' 写成了 σ(σ - 1)，雅可比矩阵的每个元素符号都反了。
"""

from correct.rnn import sigmoid

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    y = sigmoid(W @ x)
    return (y * (y - 1))[:, None] * W
