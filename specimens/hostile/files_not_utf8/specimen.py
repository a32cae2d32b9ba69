"""Hands in modules that aren't UTF-8; the test writes them. Must happen: they can't be imported,
every property is lost, the result is complete."""
