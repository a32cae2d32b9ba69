"""Qᵀ stands for Q⁻¹, which is right only if the eigenvectors are orthonormal."""

LOSES = ["2b-power"]


def power(Q, eigenvalues, n):
    return (Q * eigenvalues**n) @ Q.T
