"""σ'(Wx) is remembered for each W, and not computed again when only x is new.

对每个 W 只算一次 σ'(Wx)，x 变了也不重新计算。
"""

from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]

slopes = {}


def layer_jacobian(W, x):
    q = slopes.setdefault(W.tobytes(), sigmoid_prime(W @ x))
    return q[:, None] * W
