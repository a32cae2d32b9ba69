"""The running product is never set back, so that the second call gives W⁶⁰.

累乘的变量没有复位，第二次调用得到的是 W⁶⁰。
"""

import numpy as np

LOSES = ["2c-w30"]

W_n = np.eye(2)


def w_to_the_30th():
    global W_n
    for _ in range(30):
        W_n = W_n @ np.array([[0.58, 0.24], [0.24, 0.72]])
    return W_n
