"""Is a suite right? Its properties, tried on specimens, mutants and forms, and what that proves."""

__all__ = ["kill_matrix", "page", "run"]
