"""Hands in a pyproject.toml that gives pytest options and a plugin. Must happen: it is never
read."""
