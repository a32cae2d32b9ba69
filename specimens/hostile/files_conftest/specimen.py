"""Hands in a conftest.py that turns every report into a pass. Must happen: it is never read."""
