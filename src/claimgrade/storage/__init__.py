"""Bytes on disk: read within bounds, and written as a whole or not at all."""

__all__ = ["files", "fingerprint", "sources", "tables", "tree"]
