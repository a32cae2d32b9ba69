"""可对角化矩阵 M = Q Λ Q⁻¹ 的幂；这里 n 是指数。练习 2b 和 2c。

Q (d, d) 的各列是特征向量；Λ = diag(eigenvalues)，eigenvalues (d,) 按同样的次序排列。
"""


def power(Q, eigenvalues, n):
    """M = Q Λ Q⁻¹ 的 Mⁿ：(d, d)。

    Q (d, d)，不一定正交；eigenvalues (d,)；n ≥ 0 是整数。Q 和特征值可以是复数：
    M 是实矩阵时，舍入误差大小的虚部不影响评分。练习 2b。
    """
    raise NotImplementedError


def w_to_the_30th():
    """W = [[0.58, 0.24], [0.24, 0.72]] 的 W³⁰，特征值是 0.9 和 0.4：(2, 2)。

    达到 float64 的精度。练习 2c。
    """
    raise NotImplementedError


def limit_of_powers(eigenvalues):
    """n → ∞ 时 Mⁿ 怎样变化："vanishes"、"explodes" 或 "bounded"。

    eigenvalues (d,) 是可对角化矩阵 M 的特征值，可以是实数或复数。每个元素都趋于 0 时，幂趋于零
    （vanishes）；范数趋于无穷时，幂发散（explodes）；其余情形有界（bounded）。练习 2c。
    """
    raise NotImplementedError
