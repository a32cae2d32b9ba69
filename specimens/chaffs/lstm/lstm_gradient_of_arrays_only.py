"""Arguments are used as they come; lists, which are allowed too, have no arithmetic.

直接使用参数；参数也可以是列表，而列表不能做运算。
"""

from correct.lstm import loss_gradient as right

LOSES = ["3d-lstm-gradient"]
AS_GIVEN = True


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    return right(1.0 * W, 1.0 * b, h_0, c_0, x, dL_dh)
