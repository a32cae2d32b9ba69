"""z itself is used in z(1 - z), where the sigmoid of z belongs.

z(1 - z) 里直接用了 z，而应当用 z 的 sigmoid。
"""

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    return z * (1 - z)
