"""The rows of W are multiplied by σ(Wx) instead of σ'(Wx).

W 的各行乘的是 σ(Wx)，而应当乘 σ'(Wx)。
"""

from correct.rnn import sigmoid

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return sigmoid(W @ x)[:, None] * W
