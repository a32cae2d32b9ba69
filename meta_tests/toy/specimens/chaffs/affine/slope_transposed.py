"""Rows and columns of the slope are swapped.

斜率的行和列写反了。
"""

LOSES = ["1b-slope"]


def slope(A):
    return A.T.copy()
