"""Hands in links to /dev/zero and to themselves as its modules; the test makes them. Must happen:
they are not read, and every property is lost."""
