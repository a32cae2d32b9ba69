"""dW is never set back to zero, so every call adds to the gradient of the calls before.

dW 没有清零，每次调用都累加到前几次的梯度上。
"""

from correct.rnn import loss_gradient as gradient_of_this_call

LOSES = ["1b-gradient"]

gradients = {}


def loss_gradient(W, h, dL_dh):
    n = len(W)
    gradients[n] = gradients.get(n, 0) + gradient_of_this_call(W, h, dL_dh)
    return gradients[n]
