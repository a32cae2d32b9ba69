"""c - c³/3, the first terms of a Taylor series, is tanh near c = 0 only.

c - c³/3 是泰勒级数的前几项，只在 c = 0 附近才接近 tanh。
"""

LOSES = ["3a-roles"]


def hidden_state(o, c):
    return o * (c - c**3 / 3)
