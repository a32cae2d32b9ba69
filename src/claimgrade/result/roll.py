"""A directory of results: what its files are called, and whose results its pages show.

Results of those who have withdrawn, or are called otherwise by now, may lie beside them.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from ..storage import files

GRADEBOOK = "gradebook.csv"
OVERVIEW = "index.html"
REPORT = "report.html"  # of a submission, in the directory of its name
RESULT = "grade.json"
MADE_FROM = ".made-from"  # beside a result: the fingerprint of what it was made from
ROLL = ".roll.json"  # beside the pages


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """Whose row it is: what the hand-in is called, and where it was; what it was graded with.

    `fault` says why there is no grade where the grader has failed.
    """

    called: str
    places: tuple[str, ...]
    seed: str = ""
    profile: str = ""
    fault: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether nothing of it is left where it was; unknown, and so not, where that is gone."""
        return not any(os.path.lexists(path) for path in self.places) and any(
            Path(path).parent.is_dir() for path in self.places
        )


Roll = dict[str, Listed]  # by the names of the results' directories


def read(out: Path) -> Roll:
    """Who is in the pages of `out`; without a roll, as after a run that was killed, has results."""
    listed = of(out)
    if listed is not None:
        return listed
    names = [
        path.parent.name for path in out.glob(f"*/{RESULT}") if (path.parent / REPORT).exists()
    ]
    return {name: Listed(called=name, places=()) for name in names}


def of(out: Path) -> Roll | None:
    """The same; None where there are no pages, of which nobody can be missing then."""
    try:
        return msgspec.json.decode((out / ROLL).read_bytes(), type=Roll)
    except (OSError, msgspec.MsgspecError):
        return None


def write(roll: Roll, out: Path) -> None:
    """Write it, whole or not at all."""
    files.write(out / ROLL, msgspec.json.encode(roll))
