"""The factor σ' is missing: W alone is the derivative of Wx, not of σ(Wx).

漏了因子 σ'：W 是 Wx 的导数，不是 σ(Wx) 的导数。
"""

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return W.copy()
