"""Hands in modules whose brackets are too deep for a compiler; the test writes them. Must happen:
they can't be imported, every property is lost, the result is complete."""
