"""Claims, properties that try to falsify them, and points for what survives.

The names here are what the properties of an assignment are written with. They are loaded when first
used: pytest imports this package in every session, a student's worker in every process, and neither
should pay for numpy and Hypothesis unless it grades.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .checks import agree, between, require
    from .drawing import Cases, for_all
    from .properties import claim
    from .remember import remembered

__all__ = ["Cases", "agree", "between", "claim", "for_all", "remembered", "require"]

_HOMES = {
    "agree": "checks",
    "between": "checks",
    "require": "checks",
    "Cases": "drawing",
    "for_all": "drawing",
    "claim": "properties",
    "remembered": "remember",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
