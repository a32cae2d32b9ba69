"""The first eigenvalue is taken for the largest; eigenvalues come in any order."""

LOSES = ["2c-limit"]


def limit_of_powers(eigenvalues):
    modulus = abs(eigenvalues[0])
    if modulus > 1:
        return "explodes"
    return "bounded" if modulus == 1 else "vanishes"
