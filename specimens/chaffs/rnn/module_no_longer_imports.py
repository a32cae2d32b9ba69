"""The file imports a name that Python has dropped, so none of its functions can be used.

文件导入了一个 Python 早已移除的名字，其中的函数全都用不了。
"""

from collections import Iterable  # noqa: F401, UP035

LOSES = [
    "1a-sigma-prime",
    "1a-jacobian",
    "1b-states",
    "1b-gradient",
    "2a-expanded-sum",
    "2d-norm-bound",
]
