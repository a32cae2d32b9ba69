"""Confines a process: what a student's code can't do, whatever it tries.

Layers of the Linux kernel, each taken where it is there and reported where it took hold. Nothing
here imports the rest of the package, so that a process can confine itself without knowing anything
that is worth stealing.
"""

__all__ = ["confine", "detach", "kernel", "pinning", "probe", "readable", "tries"]
