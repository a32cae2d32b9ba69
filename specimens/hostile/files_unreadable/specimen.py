"""Hands in directories under the names of its modules, and a file that nobody may read; the test
makes them. Must happen: every property is lost, the result is complete."""
