"""Disable Hypothesis's scan of local modules for constants.

Hypothesis reads the source of every module outside site-packages, to draw what it finds there now
and then. In a session whose storage is fresh, as a grading's is, that takes as long as to start an
interpreter, and it would have what is drawn depend on where the package is installed. There is no
public switch; where the private one is gone, Hypothesis does as it likes.
"""

from __future__ import annotations

from hypothesis.internal.conjecture import providers

IS_LOCAL = "is_local_module_file"


def look_for_none() -> None:
    """Have Hypothesis take no module for a source of constants, for the rest of this process."""
    if hasattr(providers, IS_LOCAL):
        setattr(providers, IS_LOCAL, lambda path: False)
