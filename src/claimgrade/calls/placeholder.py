"""What stands for a name that could not be imported: it costs whoever uses it, and nobody else."""

from __future__ import annotations

from typing import Any, NoReturn

# Whatever can be done with a module, a class or what comes of them, but to hand it on
USES = (
    *("call", "getitem", "iter", "next", "enter", "bool", "len", "float", "int", "index"),
    *("array", "instancecheck", "mro_entries", "neg", "abs", "lt", "le", "gt", "ge"),
    *("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow"),
    *("radd", "rsub", "rmul", "rmatmul", "rtruediv", "rfloordiv", "rmod", "rpow"),
)


class Placeholder:
    """Raises the error of the import as soon as it is used in any way."""

    def __init__(self, error: Exception) -> None:
        self._claimgrade_error = error

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # whoever asks for these only looks at what it is
            raise AttributeError(name)
        _raise(self)


def _raise(self: Placeholder, *_: Any, **__: Any) -> NoReturn:
    error = self._claimgrade_error
    if isinstance(error, ImportError):
        raise type(error)(str(error), name=error.name)
    raise ImportError(f"{type(error).__name__}: {error}")


for _use in USES:
    setattr(Placeholder, f"__{_use}__", _raise)
