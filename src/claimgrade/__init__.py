"""Claims, properties that try to falsify them, and points for what survives.

The names here are what the properties of an assignment are written with. They are loaded when first
used: pytest imports this package in every session, a student's worker in every process, and neither
should pay for numpy and Hypothesis unless it grades.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import pictures
    from .pictures import sketch
    from .properties.cases import Cases
    from .properties.checks import agree, between, require
    from .properties.claims import claim
    from .properties.drawing import for_all
    from .properties.profiles import set_profiles
    from .properties.remember import remembered

__all__ = [
    "Cases",
    "agree",
    "between",
    "claim",
    "for_all",
    "pictures",
    "remembered",
    "require",
    "set_profiles",
    "sketch",
]

_HOMES = {
    "Cases": "properties.cases",
    "agree": "properties.checks",
    "between": "properties.checks",
    "claim": "properties.claims",
    "for_all": "properties.drawing",
    "pictures": "pictures",
    "remembered": "properties.remember",
    "require": "properties.checks",
    "set_profiles": "properties.profiles",
    "sketch": "pictures.sketch",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _HOMES[name]
    module = import_module(f".{home}", __name__)
    return module if home.rpartition(".")[2] == name else getattr(module, name)
