"""Backpropagation starts anew every {LENGTH} steps, and hands nothing on to the steps before.

反向传播每 {LENGTH} 步就重新开始，不再往更早的步传。
"""

from correct.rnn import loss_gradient as of_a_chunk

FAMILY = {"LENGTH": [5, 10]}
LENGTH = 5
LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    starts = range(0, len(h) - 1, LENGTH)
    chunks = [slice(start, start + LENGTH + 1) for start in starts]
    return sum((of_a_chunk(W, h[chunk], dL_dh[chunk]) for chunk in chunks), 0 * W)
