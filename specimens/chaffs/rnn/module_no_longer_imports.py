"""A return stands outside of every function, so Python refuses the whole file.

有一个 return 缩进不够，落在了所有函数之外，Python 因此拒绝整个文件。
"""

LOSES = [
    "1a-sigma-prime",
    "1a-jacobian",
    "1b-states",
    "1b-gradient",
    "2a-expanded-sum",
    "2d-norm-bound",
]


def softplus(z):
    return max(z, 0.0)


return  # noqa: F706
