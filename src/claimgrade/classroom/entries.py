"""Which entries of a directory are hand-ins of a class, and which are nobody's."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from ..assignment.spec import Spec
from ..result.roll import GRADEBOOK, MADE_FROM, OVERVIEW, RESULT
from ..storage import tree
from ..storage.tree import SubmissionError
from ..submission import platforms
from ..submission.submission import Submission

SEVERAL = ("found_several", "defined_several", "several_archives", "large_submission")
ENOUGH = 3  # directories that make a class of a folder in a folder, whatever it is called
_LEFTOVER = re.compile(
    r"(readme|licen[cs]e)(\.(md|rst|txt|html|pdf))?|.*\.(ya?ml|csv)"
    r"|index\.html|pytest\.ini|pyproject\.toml|requirements\.txt",
    re.IGNORECASE,
)


def of_class(directory: Path, spec: Spec, out: Path) -> list[Path]:
    """What was handed in: the entries of a directory, or of the folder that wraps them."""
    while True:
        entries = sorted(directory.iterdir())
        inside = [entry for entry in entries if not is_leftover(entry, out, entries)]
        if len(inside) != 1 or not _is_class(inside[0], directory.name, spec, out):
            return entries
        directory = inside[0]


def _is_class(folder: Path, around: str, spec: Spec, out: Path) -> bool:
    """Whether the one folder in a class is the class: only where that is plain."""
    if folder.is_symlink() or not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK):
        return False
    entries = sorted(folder.iterdir())
    inside = [entry for entry in entries if not is_leftover(entry, out, entries)]
    if any(student_of(entry.name) for entry in inside):
        return True
    if len(inside) == 1:
        return _is_class(inside[0], folder.name, spec, out)
    if any(tree.source_of(PurePosixPath(entry.name)) for entry in inside):
        return False
    several = sum(entry.is_dir() or tree.is_zip(entry.name) for entry in inside)
    if several < (2 if folder.name == around else ENOUGH):
        return False
    try:
        Submission(folder, spec.modules, spec.functions).close()
    except SubmissionError as error:
        return error.key in SEVERAL
    return False


def student_of(name: str) -> str | None:
    """Whose file or folder it is, if a platform has named it."""
    told, folder = platforms.read(name), platforms.MOODLE_FOLDER.fullmatch(name)
    return told.student if told else folder and folder["who"]


def is_leftover(entry: Path, out: Path, entries: Sequence[Path]) -> bool:
    """Whether it is hidden, our own, or a platform's: nothing that a student hands in."""
    if tree.is_passed_over(entry.name) or entry.resolve() == out.resolve():
        return True
    if entry.is_symlink():
        return False
    if entry.is_dir():
        return _is_result(entry) or _is_online_text(entry, entries)
    return _LEFTOVER.fullmatch(entry.name) is not None


def _is_online_text(entry: Path, entries: Sequence[Path]) -> bool:
    """Whether it is what a student of Moodle's has typed beside the files."""
    found = platforms.MOODLE_FOLDER.fullmatch(entry.name)
    if found is None or found["kind"] == "file":
        return False
    others = (platforms.MOODLE_FOLDER.fullmatch(other.name) for other in entries)
    return any(
        other and other["who"] == found["who"] and other["kind"] == "file" for other in others
    )


def _is_result(directory: Path) -> bool:
    """Whether an earlier run has made it: the results of a class, or of one submission."""
    try:
        entries = list(directory.iterdir())
    except OSError:
        return False
    names = {entry.name for entry in entries}
    ours = {GRADEBOOK, OVERVIEW} <= names or {MADE_FROM, RESULT} <= names
    ours = ours or any((entry / MADE_FROM).is_file() for entry in entries)
    return ours and not any(_is_work(file.name) for file in tree.walk(directory))


def _is_work(name: str) -> bool:
    return tree.is_zip(name) or tree.source_of(PurePosixPath(name)) is not None
