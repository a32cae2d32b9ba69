"""What learning platforms call the files that they hand out, and what they put beside them."""

from __future__ import annotations

import re
from typing import NamedTuple

# Each tells the student, and the file by the name that it was handed in by.
CANVAS = re.compile(
    r"(?P<who>[^\W_]+)_(?:late_)?(?P<id>[1-9]\d*)_(?:(?P<piece>[1-9]\d*)_)?(?P<file>.+)", re.I
)
MOODLE_FOLDER = re.compile(r"(?P<who>.+_\d+_assignsubmission_)(?P<kind>file|onlinetext)_?")
MOODLE = re.compile(r"(?P<who>.+_\d+_assignsubmission_)(?P<kind>file|onlinetext)_(?P<file>.+)")
BLACKBOARD = re.compile(
    r"(?P<who>.+)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|(?P<note>\.txt))", re.I
)
BRIGHTSPACE = re.compile(  # of the file or, without one, the folder of an attempt
    r"(?P<id>\d+)-\d+ - (?P<who>.+?) ?- (?P<time>[\w ,.]*\d{4} [\w ]+?)(?: - (?P<file>.+))?", re.I
)
_HOUR = re.compile(r"\b(?P<hour>\d?\d)(?P<minute>\d\d)(?: (?P<half>[ap])m)?", re.I)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


class Named(NamedTuple):
    """Whose file it is, by the platform's name; the hour of an attempt, where there are several.

    `file` is empty for a folder, in which files are called what the student called them.
    """

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
    if (found := BRIGHTSPACE.fullmatch(name)) and (time := _time(found["time"])):
        return Named(f"{found['id']}_{found['who']}", found["file"] or "", time)
    found = CANVAS.fullmatch(name)
    if found and (found["piece"] or found["file"].lower() == "text.html"):
        is_note = not found["piece"]
        return Named(f"{found['who']}_{found['id']}", found["file"], is_note=is_note)
    return None


def _time(text: str) -> str:
    """Of `Oct 31, 2026 1123 PM` a text that sorts; "" for what is no hour of a day."""
    *day, clock = re.split(r"(?<=\d{4}) ", text, maxsplit=1)
    words = re.findall(r"\w+", " ".join(day).lower())
    month = next((_MONTHS.index(word[:3]) + 1 for word in words if word[:3] in _MONTHS), None)
    numbers = [int(word) for word in words if word.isdecimal()]
    hour = _HOUR.fullmatch(clock)
    if month is None or len(numbers) != 2 or hour is None:
        return ""
    late = 12 * ((hour["half"] or "").lower() == "p")
    of_day = int(hour["hour"]) % 12 + late if hour["half"] else int(hour["hour"])
    return f"{max(numbers)}-{month:02}-{min(numbers):02}-{of_day:02}-{hour['minute']}"
