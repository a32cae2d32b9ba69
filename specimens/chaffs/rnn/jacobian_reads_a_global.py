"""A variable is used that exists only in the notebook, not in the file handed in.

用到了只在 notebook 里才有的变量，提交的文件里并没有它。
"""

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return q[:, None] * W  # noqa: F821
