"""The loop over the units ends after three; the other units' derivatives stay zero.

对单元的循环只走了三步，其余单元的导数一直是零。
"""

from correct.rnn import immediate_jacobian as exact

LOSES = ["1b-gradient"]


def immediate_jacobian(h, k):
    dh = exact(h, k)
    dh[3:] = 0
    return dh
