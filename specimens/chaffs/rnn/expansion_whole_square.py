"""k runs over all T steps, so the terms hold states k that come after the loss t.

k 取遍了全部 T 步，于是出现了晚于损失 t 的状态 k。
"""

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    return [(t, k, abs(t - k)) for t in range(1, T + 1) for k in range(1, T + 1)]
