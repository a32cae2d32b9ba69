"""The first eigenvalue is taken for the largest; eigenvalues come in any order.

把第一个特征值当成了最大的，而特征值的顺序是任意的。
"""

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    modulus = abs(eigenvalues[0])
    if modulus > 1:
        return "explodes"
    return "bounded" if modulus == 1 else "vanishes"
