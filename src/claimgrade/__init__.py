"""Claims, properties that try to falsify them, and points for what survives.

The names here are what the properties of an assignment are written with.
"""

from .checks import agree, between, require
from .properties import claim

__all__ = ["agree", "between", "claim", "require"]
