"""Hands in a package whose __init__.py and __main__.py act at once and end the process. Must
happen: every property is lost, the file stays as it is, the result is complete."""
