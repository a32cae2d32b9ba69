"""What learning platforms call the files that they hand out, and what they put beside them."""

from __future__ import annotations

import re
from typing import NamedTuple

# Each tells the student, and the file by the name that it was handed in by.
CANVAS = re.compile(
    r"(?P<who>[^\W_]+)_(?:late_)?(?P<id>[1-9]\d*)_(?:(?P<piece>[1-9]\d*)_)?(?P<file>.+)", re.I
)
MOODLE = re.compile(r"(?P<who>.+_\d+_assignsubmission_)(?P<kind>file|onlinetext)_(?P<file>.+)")
BLACKBOARD = re.compile(
    r"(?P<who>.+)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|(?P<note>\.txt))", re.I
)


class Named(NamedTuple):
    """Whose file it is, by the platform's name; the hour of an attempt, where there are several."""

    student: str
    file: str
    attempt: str = ""
    is_note: bool = False  # of the platform's own, about the attempt


def read(name: str) -> Named | None:
    """What a platform's name of a file says; None for any other name."""
    if found := BLACKBOARD.fullmatch(name):
        return Named(found["who"], found["file"] or name, found["time"], bool(found["note"]))
    if found := MOODLE.fullmatch(name):
        return Named(f"{found['who']}file", found["file"], is_note=found["kind"] == "onlinetext")
    found = CANVAS.fullmatch(name)
    if found and (found["piece"] or found["file"].lower() == "text.html"):
        is_note = not found["piece"]
        return Named(f"{found['who']}_{found['id']}", found["file"], is_note=is_note)
    return None
