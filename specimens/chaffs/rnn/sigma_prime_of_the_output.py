"""z itself is used in z(1 - z), where the sigmoid of z belongs."""

LOSES = ["1a-sigma-prime"]


def sigmoid_prime(z):
    return z * (1 - z)
