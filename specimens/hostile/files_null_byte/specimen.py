"""Hands in modules with a null byte in them; the test writes them. Must happen: they can't be
imported, every property is lost, the result is complete."""
