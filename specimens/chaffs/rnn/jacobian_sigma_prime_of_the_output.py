"""σ' is applied to the output y = σ(Wx) instead of the pre-activation Wx.

σ' 用在了输出 y = σ(Wx) 上，而应当用在净输入 Wx 上。
"""

from correct.rnn import sigmoid, sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    y = sigmoid(W @ x)
    return sigmoid_prime(y)[:, None] * W
