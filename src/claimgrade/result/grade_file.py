"""`grade.json`, read and written as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from ..storage import files
from .grade import Grade


class NotAGrade(Exception):
    """The sentence says what was expected, what came, and what to do."""


def read(path: Path) -> Grade:
    """Read a `grade.json`. Raises `NotAGrade`."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Grade)
    except OSError as error:
        raise NotAGrade(
            f"{path} can't be read ({error.strerror}): "
            "name a grade.json that claimgrade has written"
        ) from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise NotAGrade(
            f"{path} is not a grade.json of this version ({error}): grade the submission again"
        ) from None


def write(grade: Grade, path: Path) -> None:
    """Write `grade.json`, whole or not at all."""
    files.write(path, msgspec.json.format(msgspec.json.encode(grade)) + b"\n")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `grade.json`."""
    return msgspec.json.schema(Grade)
