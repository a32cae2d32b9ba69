"""Qᵀ stands for Q⁻¹, which is right only if the eigenvectors are orthonormal.

用 Qᵀ 代替了 Q⁻¹，只有特征向量标准正交时才对。
"""

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return (Q * eigenvalues**n) @ Q.T
