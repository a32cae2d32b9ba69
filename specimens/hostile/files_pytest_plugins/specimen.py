"""Hands in tests and a plugin, and names it in PYTEST_PLUGINS, in `pytest_plugins` and in an .env
file. Must happen: no test and no plugin of a hand-in is ever collected."""
