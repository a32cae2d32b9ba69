"""2.718 stands for e, so the sigmoid is wrong from the fourth digit on.

用 2.718 代替 e，sigmoid 从第四位数字起就不对了。
"""

LOSES = ["1a-sigma-prime"]


def sigmoid(z):
    return 1 / (1 + 2.718 ** (-z))
