"""What a property is written with, and how it is found and tried."""

__all__ = ["cases", "checks", "claims", "drawing", "profiles", "remember"]
