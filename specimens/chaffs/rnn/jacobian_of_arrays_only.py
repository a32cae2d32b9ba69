"""Arguments are used as they come; lists, which are allowed too, have no arithmetic.

直接使用参数；参数也可以是列表，而列表不能做运算。
"""

from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]
AS_GIVEN = True


def layer_jacobian(W, x):
    return sigmoid_prime(W @ x)[:, None] * W
