"""A result as data: from what properties end with to points, and what is shown of it to whom."""

__all__ = ["grade", "grade_file", "outcome", "redact", "roll"]
