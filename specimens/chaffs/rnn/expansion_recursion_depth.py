"""The recursion over T calls itself twice, so it takes for ever beyond some T.

对 T 的递归每次调用自己两次，T 稍大就算不完。
"""

LOSES = ["2a-expanded-sum"]


def expanded_sum(T):
    if T == 0:
        return []
    shorter = expanded_sum(T - 1)
    assert shorter == expanded_sum(T - 1)
    return shorter + [(T, k, T - k) for k in range(1, T + 1)]
