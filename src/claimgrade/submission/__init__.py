"""From a path to the files of a submission, each known by the module that it is."""

__all__ = ["notebook", "platforms", "shown", "submission"]
