"""Plain Python: the math module, loops over lists, and nested lists as answers.

纯 Python：math 模块、对列表的循环，用嵌套列表返回结果。
"""

import math

import numpy as np


def sigmoid_of_a_number(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    e = math.exp(z)
    return e / (1 + e)


def sigmoid_prime_of_a_number(z):
    e = math.exp(-abs(z))
    return e / (1 + e) ** 2


def product(A, B):
    rows, inner, columns = len(A), len(B), len(B[0])
    return [
        [sum(A[i][s] * B[s][j] for s in range(inner)) for j in range(columns)] for i in range(rows)
    ]


def sigmoid(z):
    return np.vectorize(sigmoid_of_a_number, otypes=[float])(z).tolist()


def sigmoid_prime(z):
    return np.vectorize(sigmoid_prime_of_a_number, otypes=[float])(z).tolist()


def layer_jacobian(W, x):
    J = []
    for row in W:
        z_i = sum(w * x_j for w, x_j in zip(row, x, strict=True))
        q_i = sigmoid_prime_of_a_number(z_i)
        J.append([q_i * w for w in row])
    return J


def hidden_states(W, U, h_0, x):
    states = [list(h_0)]
    for x_t in x:
        h_prev, h_t = states[-1], []
        for W_row, U_row in zip(W, U, strict=True):
            z = sum(w * h for w, h in zip(W_row, h_prev, strict=True))
            z += sum(u * x_j for u, x_j in zip(U_row, x_t, strict=True))
            h_t.append(sigmoid_of_a_number(z))
        states.append(h_t)
    return states


def state_jacobian(W, h, t, k):
    n = len(W)
    J = [[float(i == j) for j in range(n)] for i in range(n)]
    for s in range(k + 1, t + 1):
        factor = [[h[s][i] * (1 - h[s][i]) * W[i][j] for j in range(n)] for i in range(n)]
        J = product(factor, J)
    return J


def immediate_jacobian(h, k):
    n = len(h[0])
    dh = [[[0.0] * n for _ in range(n)] for _ in range(n)]
    for i in range(n):
        for j in range(n):
            dh[i][i][j] = h[k][i] * (1 - h[k][i]) * h[k - 1][j]
    return dh


def gradient_term(W, h, dL_dh, t, k):
    n = len(W)
    chain = product([list(dL_dh[t])], state_jacobian(W, h, t, k))[0]
    immediate = immediate_jacobian(h, k)
    return [
        [sum(chain[a] * immediate[a][i][j] for a in range(n)) for j in range(n)] for i in range(n)
    ]


def loss_gradient(W, h, dL_dh):
    n, T = len(W), len(h) - 1
    dW = [[0.0] * n for _ in range(n)]
    for t in range(T + 1):
        for k in range(1, t + 1):
            term = gradient_term(W, h, dL_dh, t, k)
            for i in range(n):
                for j in range(n):
                    dW[i][j] += term[i][j]
    return dW


def expanded_sum(T):
    terms = []
    for t in range(1, T + 1):
        for k in range(1, t + 1):
            terms.append([t, k, t - k])
    return terms
