"""Exceptions that carry the key of a sentence and its details; it is told at the end."""

from __future__ import annotations

from typing import Any


class Keyed(BaseException):
    """What a sentence says once it is told: its key, and the details that fill it in."""

    def __init__(self, key: str, **details: Any) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details


class Refusal(Keyed, Exception):
    """What was asked for can't be done."""
