"""One grading: a pytest session in a clean interpreter, with our plugin."""

__all__ = ["console", "hooks", "launch", "plugin"]
