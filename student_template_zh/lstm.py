"""一层 LSTM：c_t = f_t ⊙ c_{t-1} + i_t ⊙ c̃_t，h_t = o_t ⊙ tanh(c_t)。练习 3。

f、i、o、c̃（始终按此顺序）中的每一个 g 都由 W[g] [h_{t-1}; x_t] + b[g] 算出，状态在前，输入在后；
f、i、o 再取 σ，候选值 c̃ 再取 tanh。H 个单元，D 个输入：W (4, H, H+D)，b (4, H)。
"""


def gates(W, b, h_prev, x):
    """各个门和候选值 f、i、o、c̃，每个占一行：(4, H)。

    W (4, H, H+D)，b (4, H)，h_prev (H,)，x (D,)。练习 3。
    """
    raise NotImplementedError


def cell_state(f, i, c_tilde, c_prev):
    """细胞状态 c_t：(H,)。

    f, i, c_tilde, c_prev (H,)。练习 3。
    """
    raise NotImplementedError


def hidden_state(o, c):
    """隐藏状态 h_t：(H,)。

    o, c (H,)。练习 3。
    """
    raise NotImplementedError


def step(W, b, h_prev, c_prev, x):
    """一个时间步：二元组 (h_t, c_t)，两者形状都是 (H,)。

    W (4, H, H+D)，b (4, H)，h_prev (H,)，c_prev (H,)，x (D,)。练习 3。
    """
    raise NotImplementedError


def gate_roles():
    """每个门的作用：{"f": ..., "i": ..., "o": ...}。

    每个值是 "erase"（擦除旧的细胞状态）、"write"（写入细胞）或 "expose"（输出细胞状态）。
    练习 3a。
    """
    raise NotImplementedError


def always_nonnegative():
    """在 f i o c_tilde c h 这些量中，列出从不为负的量的名称。

    次序任意。练习 3b。
    """
    raise NotImplementedError


def ranges():
    """六个名称 f i o c_tilde c h 的 {name: (low, high)}。

    对每个输入都包含一个单元取值的最小区间；没有界的一端写 -inf 或 inf。练习 3b。
    """
    raise NotImplementedError


def cell_jacobian(f, t, k):
    """沿细胞路径的 ∂c_t/∂c_k，所有门固定不变：(H, H)。

    f (T+1, H)，第 s 行 = f_s，第 0 行只是为了让下标对齐；0 ≤ k ≤ t ≤ T。练习 3c。
    """
    raise NotImplementedError


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    """L = L_0(h_0) + L_1(h_1) + ... + L_T(h_T) 的 (∂L/∂W, ∂L/∂b)：(4, H, H+D) 和 (4, H)。

    W (4, H, H+D)，b (4, H)，h_0 (H,)，c_0 (H,)，x (T, D)，第 t-1 行是 x_t；dL_dh (T+1, H)，
    第 t 行是 ∂L_t/∂h_t，即 h_t 对 L_t 的直接影响；T ≥ 0。每条路径都要计入，包括经过各个门的路径。
    练习 3d，附加题。
    """
    raise NotImplementedError
