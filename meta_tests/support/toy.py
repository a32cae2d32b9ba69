"""The toy, the smallest assignment there is, and a right work of it."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
TOY = ROOT / "meta_tests" / "toy"

RIGHT = """
def affine(A, b, x):
    return A @ x + b

def slope(A):
    return A.copy()
"""
