"""sigmoid 循环神经网络及其导数：h_t = σ(z_t)，z_t = W h_{t-1} + U x_t。练习 1、2a、2d。

W (n, n)，U (n, d)；h_0 (n,) 是给定的，与 W 无关；没有偏置。时间是行号：
h 的形状是 (T+1, n)，第 t 行是 h_t，因此第 0 行是 h_0；x 的形状是 (T, d)，第 t-1 行是 x_t；
dL_dh 的形状是 (T+1, n)，第 t 行是 ∂L_t/∂h_t，即 h_t 对 L_t 的直接影响。
"""


def sigmoid(z):
    """σ(z) = 1 / (1 + e^{-z})，逐元素计算：形状与 z 相同。

    z 可以是任意形状、任意有限值。练习 1a。
    """
    raise NotImplementedError


def sigmoid_prime(z):
    """σ'(z) = dσ/dz，逐元素计算：形状与 z 相同。

    z 可以是任意形状、任意有限值。练习 1a。
    """
    raise NotImplementedError


def layer_jacobian(W, x):
    """一层网络 y = σ(W x) 的 ∂y/∂x：(n, d)，[i, j] = ∂y_i/∂x_j。

    W (n, d)，x (d,)。练习 1a。
    """
    raise NotImplementedError


def hidden_states(W, U, h_0, x):
    """各个状态 h_0, h_1, ..., h_T，每个占一行：(T+1, n)。

    W (n, n)，U (n, d)，h_0 (n,)，x (T, d)，T ≥ 0。练习 1b。
    """
    raise NotImplementedError


def state_jacobian(W, h, t, k):
    """∂h_t/∂h_k，即 h_k 经过中间每一步对 h_t 的影响：(n, n)。

    W (n, n)，h (T+1, n)，0 ≤ k ≤ t ≤ T。练习 1b。
    """
    raise NotImplementedError


def immediate_jacobian(h, k):
    """∂⁺h_k/∂W，其中 h_{k-1} 固定不变：(n, n, n)，[a, i, j] = ∂⁺h_k[a]/∂W[i, j]。

    h (T+1, n)，1 ≤ k ≤ T。练习 1b。
    """
    raise NotImplementedError


def gradient_term(W, h, dL_dh, t, k):
    """∂L_t/∂h_t · ∂h_t/∂h_k · ∂⁺h_k/∂W：(n, n)，[i, j] 对应 W[i, j]。

    W (n, n)，h (T+1, n)，dL_dh (T+1, n)，1 ≤ k ≤ t ≤ T。练习 1b。
    """
    raise NotImplementedError


def loss_gradient(W, h, dL_dh):
    """L = L_0(h_0) + L_1(h_1) + ... + L_T(h_T) 的 ∂L/∂W：(n, n)，[i, j] = ∂L/∂W[i, j]。

    W (n, n)，h (T+1, n)，dL_dh (T+1, n)，T ≥ 0。练习 1b。
    """
    raise NotImplementedError


def expanded_sum(T):
    """∂L/∂W 的二重和中的各项，每项一行，次序任意：(T(T+1)/2, 3)。

    每行是三个整数：t、k，以及这一项的因子 ∂h_t/∂h_k 由几个单步雅可比矩阵 ∂h_s/∂h_{s-1}
    相乘而成。T ≥ 0。练习 2a。
    """
    raise NotImplementedError


def jacobian_norm_bound(W, t, k):
    """(‖W‖₂/4)^{t-k}，即 ‖∂h_t/∂h_k‖₂ 不会超过的界：一个数。

    W (n, n) 的最大奇异值是 ‖W‖₂；t 和 k 满足 0 ≤ k ≤ t。练习 2d，附加题。
    """
    raise NotImplementedError
