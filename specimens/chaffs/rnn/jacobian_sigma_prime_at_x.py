"""σ' is evaluated at x instead of Wx, and so it scales the columns of W.

σ' 是在 x 处而不是 Wx 处求的值，乘到了 W 的列上。
"""

from correct.rnn import sigmoid_prime

LOSES = ["1a-jacobian"]


def layer_jacobian(W, x):
    return W * sigmoid_prime(x)
