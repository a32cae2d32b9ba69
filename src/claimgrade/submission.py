"""From the path that a person names to the files of a submission."""

from __future__ import annotations

import os
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any

from . import notebook

MAX_UNPACKED = 64 << 20  # this and the next are named in the sentences
MAX_MEMBERS = 2000
ZIP = ".zip"
SINGLE = (".py", notebook.SUFFIX)  # what one file that holds all functions may be


class SubmissionError(Exception):
    """The path names nothing that can be graded.

    `key` and `details` make the sentence that says so, in whatever language is read; `path`, where
    it is among the details, is the submission's.
    """

    def __init__(self, key: str, **details: Any) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details


class Submission:
    """A directory of modules, one file that holds all functions, or a `.zip` of either.

    Folders that wrap everything are stepped into, and a lone `.zip` in them is unpacked. The one
    file is a `.py` or a notebook, and then `single` says that it is the whole submission. `files`
    maps each module that is there to its file; a module that is not there is left out.
    """

    def __init__(self, path: Path, modules: list[str]) -> None:
        if not path.exists():
            raise SubmissionError("no_submission", path=path, modules=_listed(modules))
        self.path = path
        self.name = name_of(path)
        self._unpacked: tempfile.TemporaryDirectory[str] | None = None
        try:
            self.root, self.files, self.single = self._find(modules)
            _check_notebooks(set(self.files.values()))
        except SubmissionError:
            self.close()
            raise

    def close(self) -> None:
        """Remove what was unpacked."""
        if self._unpacked is not None:
            self._unpacked.cleanup()

    def _find(self, modules: list[str]) -> tuple[Path, dict[str, Path], bool]:
        """The directory of the files, the files by module, and whether one holds everything."""
        path = self.path.resolve()
        if self.path.suffix in SINGLE and path.is_file():
            return path.parent, dict.fromkeys(modules, path), True
        if path.is_dir():
            root = self._unwrapped(path)
        elif self.path.suffix == ZIP:
            root = self._unwrapped(self._unpack(self.path))
        else:
            raise SubmissionError("wrong_kind", path=self.path)
        return root, *_found(root, modules)

    def _unwrapped(self, root: Path) -> Path:
        """The folder with something in it: not what zips and platforms wrap around a hand-in."""
        while inner := _only_entry(root):
            if inner.is_dir() and os.access(inner, os.R_OK | os.X_OK):
                root = inner
            elif inner.suffix == ZIP and inner.is_file() and self._unpacked is None:
                root = self._unpack(inner)
            else:
                break
        return root

    def _unpack(self, archive: Path) -> Path:
        self._unpacked = tempfile.TemporaryDirectory(prefix="claimgrade-")
        target = Path(self._unpacked.name).resolve()
        try:
            with zipfile.ZipFile(archive) as opened:
                _refuse_dangerous(archive, opened.infolist())
                opened.extractall(target)
        except SubmissionError:
            raise
        except Exception:  # each decompressor has its own: zlib.error, LZMAError, 3.14's ZstdError
            raise SubmissionError("damaged_zip", path=archive) from None
        return target


def name_of(path: Path) -> str:
    """What a submission is called: its directory, or its file without the suffix.

    A character that can't be printed, such as one that steers a terminal, becomes `_`.
    """
    whole = Path(os.path.abspath(path))  # a link is called what it is called, not what it leads to
    name = whole.stem if path.is_file() else whole.name
    return "".join(letter if letter.isprintable() else "_" for letter in name)


def holds_module(directory: Path, modules: list[str]) -> bool:
    """Whether a directory is a submission, for it holds a module itself, or what is called so."""
    return any(os.path.lexists(directory / f"{module}.py") for module in modules)


def _listed(modules: list[str]) -> str:
    return ", ".join(f"{module}.py" for module in modules)


def visible(directory: Path) -> list[Path]:
    """What is in a directory, sorted, without what is hidden or made by a system."""
    return sorted(e for e in directory.iterdir() if not e.name.startswith((".", "__")))


def _only_entry(directory: Path) -> Path | None:
    """What alone is visible in a directory; a link may lead out of it."""
    inside = visible(directory)
    return inside[0] if len(inside) == 1 and not inside[0].is_symlink() else None


def _modules_in(root: Path, modules: list[str]) -> dict[str, Path]:
    files = {module: root / f"{module}.py" for module in modules}
    return {module: file for module, file in files.items() if file.is_file()}


def _found(root: Path, modules: list[str]) -> tuple[dict[str, Path], bool]:
    """The modules of a directory, or the one file that holds everything, and whether it is that."""
    several = _modules_in(root, modules)
    return several or _only_file(root, modules), not several


def _only_file(root: Path, modules: list[str]) -> dict[str, Path]:
    """The one file that holds everything, where there is no other source file beside it."""
    sources = [file for file in root.glob("*") if file.suffix in SINGLE]
    alone = len(sources) == 1 and sources[0].is_file() and not sources[0].is_symlink()
    return dict.fromkeys(modules, sources[0]) if alone else {}


def _check_notebooks(files: set[Path]) -> None:
    """Refuse what only looks like a notebook before anything is graded."""
    for file in files:
        if file.suffix != notebook.SUFFIX:
            continue
        if file.stat().st_size > MAX_UNPACKED:
            raise SubmissionError("large_notebook", file=file.name)
        try:
            notebook.code_cells(file.read_bytes())
        except notebook.NotANotebook as error:
            raise SubmissionError(error.key, file=file.name) from None


def _refuse_dangerous(archive: Path, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > MAX_UNPACKED:
        raise SubmissionError("large_zip", path=archive)
    for member in members:
        name = PurePosixPath(member.filename.replace("\\", "/"))
        is_link = (member.external_attr >> 16) & 0o170000 == 0o120000
        if name.is_absolute() or ".." in name.parts or is_link:
            raise SubmissionError("leads_out", path=archive, member=repr(member.filename))
