"""The answer for a pair (t, k) is kept and given again for every other W and h.

对每一对 (t, k) 只算一次，换了 W 和 h 也仍然返回旧结果。
"""

from correct.rnn import state_jacobian as product_of_jacobians

LOSES = ["1b-states"]

known = {}


def state_jacobian(W, h, t, k):
    key = (len(W), t, k)
    if key not in known:
        known[key] = product_of_jacobians(W, h, t, k)
    return known[key]
