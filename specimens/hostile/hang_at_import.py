"""Computes for ever while it is imported. Must happen: a deadline passes once, every property is
lost, the result is complete."""

while True:
    pass
