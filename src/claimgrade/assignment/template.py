"""A student's directory, made from the template of an assignment."""

from __future__ import annotations

import shutil
from pathlib import Path

TEMPLATE = "student_template"


class HomeworkError(Exception):
    """The directory can't be made; the sentence says what to do instead."""


def make(assignment: Path, language: str, target: Path) -> None:
    """Copy the template into `target`, and over it what stands in `student_template_LANGUAGE/`.

    Nothing that exists is overwritten: `HomeworkError`, and nothing is written, where one of the
    files is there already. A directory may exist, with other files in it.
    """
    sources = _files(assignment / TEMPLATE) | _files(assignment / f"{TEMPLATE}_{language}")
    if not sources:
        raise HomeworkError(f"{assignment} has no {TEMPLATE}/ to begin a homework from")
    places = {target / name: source for name, source in sources.items()}
    for place in places:
        _refuse_what_is_there(target, place)
    for place, source in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)


def _refuse_what_is_there(target: Path, place: Path) -> None:
    """Refuse the file itself, and a file where one of its directories should be."""
    folders = [folder for folder in place.parents if folder.is_relative_to(target)]
    taken = [place, *(folder for folder in folders if not folder.is_dir())]
    for path in taken:
        if path.exists() or path.is_symlink():
            raise HomeworkError(
                f"{path} exists, and nothing is overwritten: name a new directory, as in "
                "claimgrade new homework"
            )


def _files(template: Path) -> dict[Path, Path]:
    """Every file of a template by its place in it, without what Python leaves beside them."""
    found = {path.relative_to(template): path for path in template.rglob("*") if path.is_file()}
    return {place: path for place, path in found.items() if "__pycache__" not in place.parts}
