"""Plain Python: one unit after another, lists and tuples as answers.

纯 Python：逐个单元计算，用列表和元组返回结果。
"""

import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def gates(W, b, h_prev, x):
    v = list(h_prev) + list(x)
    rows = []
    for gate, squash in enumerate([sigmoid, sigmoid, sigmoid, math.tanh]):
        row = []
        for weights, bias in zip(W[gate], b[gate], strict=True):
            row.append(squash(sum(w * v_j for w, v_j in zip(weights, v, strict=True)) + bias))
        rows.append(row)
    return rows


def cell_state(f, i, c_tilde, c_prev):
    return [f[j] * c_prev[j] + i[j] * c_tilde[j] for j in range(len(f))]


def hidden_state(o, c):
    return [o_j * math.tanh(c_j) for o_j, c_j in zip(o, c, strict=True)]


def step(W, b, h_prev, c_prev, x):
    f, i, o, c_tilde = gates(W, b, h_prev, x)
    c = cell_state(f, i, c_tilde, c_prev)
    return [hidden_state(o, c), c]


def gate_roles():
    return {"i": "write", "o": "expose", "f": "erase"}


def always_nonnegative():
    return ["f", "i", "o"]


def ranges():
    unit, signed = [0, 1], [-1, 1]
    return {
        "f": unit,
        "i": unit,
        "o": unit,
        "c_tilde": signed,
        "c": [-math.inf, math.inf],
        "h": signed,
    }


def cell_jacobian(f, t, k):
    H = len(f[0])
    J = [[0.0] * H for _ in range(H)]
    for j in range(H):
        product = 1.0
        for s in range(k + 1, t + 1):
            product *= f[s][j]
        J[j][j] = product
    return J
