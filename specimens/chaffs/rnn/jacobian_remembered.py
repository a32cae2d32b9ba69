"""The answer for a shape is kept and given again for every other W and x of that shape.

每种形状只算一次，换了 W 和 x 也仍然返回旧结果。
"""

from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]

known = {}


def layer_jacobian(W, x):
    if W.shape not in known:
        known[W.shape] = sigmoid_prime(W @ x)[:, None] * W
    return known[W.shape]
