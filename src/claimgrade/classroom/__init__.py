"""Many submissions: found, graded a few at a time, here or on a cluster, shown as a class."""

__all__ = ["batch", "cluster", "forkserver", "gradebook", "hand_ins", "overview"]
