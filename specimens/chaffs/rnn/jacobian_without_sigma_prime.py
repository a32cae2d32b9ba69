"""The factor σ' is missing: W alone is the derivative of Wx, not of σ(Wx)."""

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return W.copy()
