"""What flows back to the step before is added to the old flow instead of replacing it.

往回传的量被加到了原来的量上，而应当取代它。
"""

import numpy as np

LOSES = ["1b-gradient"]


def loss_gradient(W, h, dL_dh):
    dW = np.zeros(W.shape)
    later = np.zeros(len(W))
    for t in range(len(h) - 1, 0, -1):
        delta = (dL_dh[t] + later) * h[t] * (1 - h[t])
        dW += np.outer(delta, h[t - 1])
        later += W.T @ delta
    return dW
