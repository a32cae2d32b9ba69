"""Hands in the metadata of an installed distribution that has a pytest plugin and a Hypothesis
plugin. Must happen: neither is ever loaded."""
