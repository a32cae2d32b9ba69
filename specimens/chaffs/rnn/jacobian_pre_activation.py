"""The pre-activation z = Wx is used in z(1 - z), where the output y = σ(z) belongs.

z(1 - z) 里用了净输入 z = Wx，而应当用输出 y = σ(z)。
"""

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    z = W @ x
    return (z * (1 - z))[:, None] * W
