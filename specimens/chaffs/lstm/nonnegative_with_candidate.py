"""c̃ is counted among the gates, but it is a tanh and can be negative.

把 c̃ 也算作了门，而它是 tanh 的值，可以为负。
"""

LOSES = ["3b-ranges"]


def always_nonnegative():
    return ["f", "i", "o", "c_tilde"]
