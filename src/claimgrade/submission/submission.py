"""From the path that a person names to the files of a submission."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from ..storage import tree
from ..storage.sources import regular
from ..storage.tree import MAX_MEMBERS, MAX_UNPACKED, Source, SubmissionError, Tree
from . import finding, naming, notebook, notes, refusals
from .finding import Found
from .notes import Note
from .shown import printable, shown

MOST_WRAPPED = 3  # zips in one another
INIT = "__init__.py"


class Submission:
    """A hand-in: a directory, one file that holds all functions, or a `.zip` of either.

    `files` maps each module that is there to its file; a module that is not there is left out.
    `root` is the directory that their imports are looked up in. The one file is a Python file or a
    notebook, and then `single` says that it is the whole submission. `notes` say what was taken for
    a module under another name, and what was not. `SubmissionError` where nothing was found, or too
    much: `finding` decides that. `functions` are the assignment's, to know a module by them.
    """

    def __init__(self, path: Path, modules: Sequence[str], functions: Iterable[str] = ()) -> None:
        if not path.exists():
            listed = ", ".join(f"{module}.py" for module in modules)
            raise SubmissionError("no_submission", path=path, modules=listed)
        self.path = path
        self.name = name_of(path)
        self.notes: list[Note] = []
        self._opened = contextlib.ExitStack()
        try:
            self.root, self.files, self.single = self._find(modules, list(functions))
            for file in dict.fromkeys(self.files.values()):
                _check(file)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Remove what was unpacked."""
        self._opened.close()

    def _find(
        self, modules: Sequence[str], functions: list[str]
    ) -> tuple[Path, dict[str, Path], bool]:
        """The directory of the files, the files by module, and whether one is everything."""
        path = self.path.resolve()
        alone = tree.source_of(PurePosixPath(self.path.name)) if path.is_file() else None
        if alone is not None:
            alone = alone._replace(place=PurePosixPath(path.name))
            hand_in = Tree(path.parent, (alone.place,))
            found = Found(dict.fromkeys(modules, alone), [])
        else:
            hand_in = self._tree(path)
            _refuse_too_much(hand_in)
            found = finding.find(hand_in, modules, functions)
        self.notes = [*found.notes, *notes.hidden(hand_in, found.sources, functions)]
        single = alone is not None or len(hand_in.sources) == 1
        return *self._placed(hand_in, found, functions), single

    def _tree(self, path: Path) -> Tree:
        """What is there, of a zip what is in it; one zip may hold, or lie beside, the rest."""
        if path.is_dir():
            found = tree.of_directory(path)
        elif path.is_file() and tree.is_zip(self.path.name):
            found = self._unpacked(self.path)
        else:
            raise SubmissionError("wrong_kind", path=self.path)
        for _ in range(MOST_WRAPPED - 1):
            if found.sources or len(found.archives) != 1:
                break
            found = self._unpacked(found.root / found.archives[0])
        if not found.sources and len(found.archives) > 1:
            names = ", ".join(map(shown, found.archives[: refusals.MOST_HELD]))
            raise SubmissionError("several_archives", found=names)
        return found

    def _unpacked(self, archive: Path) -> Tree:
        return tree.of_zip(archive, self._directory())

    def _directory(self) -> Path:
        temporary = tempfile.TemporaryDirectory(prefix="claimgrade-", ignore_cleanup_errors=True)
        return Path(self._opened.enter_context(temporary)).resolve()

    def _placed(
        self, hand_in: Tree, found: Found, functions: list[str]
    ) -> tuple[Path, dict[str, Path]]:
        """The files where they are, if Python finds them there, or else copies of them.

        The copies have the template's names, so that `import affine` finds `Affine (1).py`.
        """
        names = _template_names(found.sources, functions)
        folder = hand_in.root / hand_in.wrapping
        files = {module: hand_in.root / found.sources[module].place for module in names}
        is_package = folder != hand_in.root and (folder / INIT).exists()
        if not is_package and all(files[module] == folder / names[module] for module in names):
            return folder, files
        root = self._directory()
        _lay_out(hand_in, found.sources, names, root)
        return root, {module: root / name for module, name in names.items()}


def name_of(path: Path) -> str:
    """What a submission is called: its directory, or its file without the suffix.

    A character that can't be printed, such as one that steers a terminal, becomes `_`.
    """
    whole = Path(os.path.abspath(path))  # a link is called what it is called, not what it leads to
    source = tree.source_of(PurePosixPath(whole.name))
    name = whole.name if not path.is_file() else source.stem if source else whole.stem
    return printable(name)


def holds_module(directory: Path, modules: Iterable[str]) -> bool:
    """Whether a directory is a submission, for it holds a module itself, or what is called so."""
    return any(naming.could_be(entry.name, modules) for entry in directory.iterdir())


def _template_names(sources: dict[str, Source], functions: Iterable[str]) -> dict[str, str]:
    """What each module's file is to be called.

    A file that stands for all modules, or for some that have a function's name in common, is one
    file; one that stands for others is copied for each of them.
    """
    pairs = [function.partition(".")[::2] for function in functions]
    names = {}
    for module, source in sources.items():
        together = {each for each, other in sources.items() if other == source}
        counts = Counter(name for each, name in pairs if each in together)
        if len(together) == 1:
            one = together == sources.keys() and not naming.could_be(source.place.name, [module])
        else:
            one = together == sources.keys() or max(counts.values()) > 1
        names[module] = f"{source.stem if one else module}{source.kind}"
    return names


def _lay_out(hand_in: Tree, sources: dict[str, Source], names: dict[str, str], root: Path) -> None:
    """Copy the modules, what lies beside them, and beside their folders, into one directory."""
    for module, name in names.items():
        _copy(hand_in.root / sources[module].place, root / name)
    folders = [*dict.fromkeys(source.place.parent for source in sources.values())]
    around = dict.fromkeys([*folders, *(folder.parent for folder in folders)])
    for folder in around:
        for source in hand_in.sources:
            if source.kind == ".py" and source.place.is_relative_to(folder):
                with contextlib.suppress(OSError, SubmissionError):  # a helper whose place is taken
                    _copy(hand_in.root / source.place, root / source.place.relative_to(folder))


def _copy(source: Path, target: Path) -> None:
    if not target.exists():
        content = regular(source, MAX_UNPACKED)
        if content is None:
            raise SubmissionError("no_access", path=source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _refuse_too_much(hand_in: Tree) -> None:
    sizes = [(hand_in.root / source.place).lstat().st_size for source in hand_in.sources]
    if len(sizes) > MAX_MEMBERS or (len(sizes) > 1 and sum(sizes) > MAX_UNPACKED):
        raise SubmissionError("large_submission")


def _check(file: Path) -> None:
    """Refuse what can't be read, or only looks like a notebook, before anything is graded."""
    if file.stat().st_size > MAX_UNPACKED:
        raise SubmissionError("large_file", file=file.name)
    is_notebook = file.suffix == notebook.SUFFIX
    content = regular(file, MAX_UNPACKED if is_notebook else 0)
    if content is None:
        raise SubmissionError("no_access", path=file)
    if is_notebook:
        try:
            notebook.code_cells(content)
        except notebook.NotANotebook as error:
            raise SubmissionError(error.key, file=file.name) from None
