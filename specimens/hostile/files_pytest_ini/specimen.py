"""Hands in ini files of pytest and tox that load a plugin of its own and leave all tests out. Must
happen: none of them is ever read."""
