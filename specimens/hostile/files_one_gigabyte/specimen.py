"""Hands in modules of 1 GB, which take no room on the disk; the test makes them. Must happen: they
are neither copied nor read, and every property is lost."""
