"""Which known misconception a student's answers look like."""

__all__ = ["catalogue", "diagnose", "loaded"]
