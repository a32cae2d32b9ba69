"""What keeps a result from being exported."""


class ExportError(Exception):
    """The sentence says what was expected, what came, and what to do."""
