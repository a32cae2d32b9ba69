"""Which of a hand-in's files are the modules of the assignment: by their names, else by content.

The one match is taken. `SubmissionError` where there is none or where several could be meant: a
person has to look at it then, for nobody's work is to be guessed at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from ..storage.sources import regular
from ..storage.tree import MAX_UNPACKED, Source, SubmissionError, Tree
from . import contents, naming, notebook, refusals
from .notes import Note
from .shown import shown

NO_WORK = re.compile(r"conftest|setup|__init__|test_.*|.*_test", re.IGNORECASE)  # stems


class Found(NamedTuple):
    """The source of each module that is there, and what is to be said about the choice."""

    sources: dict[str, Source]
    notes: list[Note]


class Contents(NamedTuple):
    """The names that the top level of a file defines, and those that it imports."""

    defined: frozenset[str]
    imported: frozenset[str]


def find(tree: Tree, modules: Sequence[str], functions: Iterable[str]) -> Found:
    """The modules of a hand-in; `functions` are those of the assignment, as `module.name`."""
    return _Search(tree, modules, functions).found()


class _Search:
    """Over one hand-in."""

    def __init__(self, tree: Tree, modules: Sequence[str], functions: Iterable[str]) -> None:
        self._tree = tree
        self._modules = modules
        self._wanted, self._shared = _by_module(functions)
        self._content: dict[Source, bytes] = {}
        self._sources = tree.sources
        self._notes: list[Note] = []

    def found(self) -> Found:
        chosen: dict[str, Source] = {}
        for module, candidates in self._by_name.items():
            chosen[module] = self._chosen(module, candidates)
        chosen |= self._instead_of_untouched(chosen)
        named = set(chosen.values()) & {s for each in self._by_name.values() for s in each}
        if len(chosen) < len(self._modules):
            chosen |= self._by_content(chosen)
        if not chosen:
            chosen = self._alone()
        elif not named and len(set(chosen.values())) == 1:
            chosen = dict.fromkeys(self._modules, *set(chosen.values()))
        ordered = {module: chosen[module] for module in self._modules if module in chosen}
        whole = not named and len(self._sources) == 1
        return Found(ordered, [*([] if whole else self._said(ordered)), *self._notes])

    @cached_property
    def _by_name(self) -> dict[str, list[Source]]:
        found: defaultdict[str, list[Source]] = defaultdict(list)
        for source in self._sources:
            module = naming.module_of(source.stem, self._modules, handed_out=True)
            if module is not None:
                found[module].append(source)
        return found

    def _chosen(self, module: str, candidates: list[Source]) -> Source:
        """The one in the directory that is least deep, by its exact name if it is there.

        A template that nobody has touched is none, where there is another.
        """
        begun = [s for s in candidates if self._holds(s, module)] if len(candidates) > 1 else []
        left = begun or candidates
        depth = min(len(source.place.parents) for source in left)
        beside: defaultdict[PurePosixPath, list[Source]] = defaultdict(list)
        for source in left:
            if len(source.place.parents) == depth:
                beside[source.place.parent].append(source)
        nearest = [source for each in beside.values() for source in _nearest(module, each)]
        if len({self._read(source) for source in nearest}) > 1:
            raise refusals.several("found_several", module, nearest)
        one = nearest[0]
        self._pass_over(module, [source for source in candidates if source != one])
        return one

    def _instead_of_untouched(self, named: dict[str, Source]) -> dict[str, Source]:
        """For a template that nobody has touched: the file, called otherwise, that has its work."""
        found = {}
        for module, source in named.items():
            if self._others and not self._holds(source, module):
                one = self._holding(module, self._others, self._wanted[module])
                if one is not None and self._is_enough(one, module):
                    found[module] = one
                    self._pass_over(module, [source])
        return found

    @cached_property
    def _others(self) -> list[Source]:
        """What is called as no module."""
        named = {source for each in self._by_name.values() for source in each}
        return [source for source in self._sources if source not in named]

    def _holds(self, source: Source, module: str) -> bool:
        """Whether it has a function of the module, with a body."""
        wanted = self._wanted[module] | self._shared[module]
        return not wanted.isdisjoint(self._has(source))

    def _is_enough(self, source: Source, module: str) -> bool:
        """Whether it has more of the module than a helper that happens to have a name of it."""
        wanted = self._wanted[module]
        return len(self._has(source) & wanted) >= min(2, len(wanted)) > 0

    def _by_content(self, named: dict[str, Source]) -> dict[str, Source]:
        """What defines functions of the modules that no name has told."""
        missing = [module for module in self._modules if module not in named]
        found = {}
        for module in missing:
            one = self._holding(module, self._others, self._wanted[module])
            if one is not None:
                found[module] = one
        for module in missing:  # a name that several modules have tells of one that is left
            if module not in found:
                taken = {*named.values(), *found.values()}
                left = [source for source in self._others if source not in taken]
                one = self._holding(module, left, self._shared[module])
                one = one or self._within(module, [*dict.fromkeys(named.values())])
                if one is not None:
                    found[module] = one
        return found

    def _holding(self, module: str, sources: list[Source], wanted: set[str]) -> Source | None:
        """The one file that has these functions, its own or from the files that it imports."""
        has = {source: self._has(source) & wanted for source in sources}
        own = {source: self._contents(source).defined & wanted for source in sources}
        if not any(own.values()):
            return None
        having = [
            source
            for source in sources
            if own[source] or (has[source] and not any(has[source] <= o for o in own.values()))
        ]
        for one in having:
            if all(has[one] > has[other] for other in having if other != one):
                self._pass_over(module, [s for s in having if s != one and own[s] & own[one]])
                return one
        if len({self._read(source) for source in having}) == 1:
            return having[0]
        raise refusals.several("defined_several", module, having)

    def _within(self, module: str, named: list[Source]) -> Source | None:
        """A file that is called as another module, and holds this one as well."""
        holding = [source for source in named if self._is_enough(source, module)]
        return holding[0] if len(holding) == 1 else None

    def _alone(self) -> dict[str, Source]:
        """The one source, whatever it defines."""
        work = [s for s in self._sources if not NO_WORK.fullmatch(s.stem)] or self._sources
        if len(work) != 1:
            raise refusals.nothing(self._tree, self._modules)
        return dict.fromkeys(self._modules, work[0])

    def _pass_over(self, module: str, sources: list[Source]) -> None:
        for source in sources:
            details = {"found": shown(self._place(source)), "module": module}
            self._notes.append(Note("passed_over", details))

    def _said(self, chosen: dict[str, Source]) -> Iterator[Note]:
        """What was read under another name, or from another place, than the template's."""
        folders: defaultdict[PurePosixPath, list[str]] = defaultdict(list)
        for module, source in chosen.items():
            place = self._place(source)
            if place.name == f"{module}.py":
                folders[place.parent].append(place.name)
            else:
                yield Note("read_as", {"found": shown(place), "module": module})
        for folder, names in folders.items():
            if folder != PurePosixPath("."):
                yield Note("read_from", {"found": ", ".join(names), "folder": f"{shown(folder)}/"})

    def _place(self, source: Source) -> PurePosixPath:
        """Seen from the folder with something in it."""
        return source.place.relative_to(self._tree.wrapping)

    def _has(self, source: Source) -> frozenset[str]:
        here = self._contents(source)
        return here.defined | here.imported

    def _contents(self, source: Source) -> Contents:
        """What it defines and imports; of `from here import *`, what is here."""
        defined, modules = contents.contents_of(source, self._read(source))
        imported: set[str] = set()
        for module, names in modules.items():
            imported |= names
            if "*" in names:
                for other in self._sources:
                    if other.stem == module.rpartition(".")[2] and other != source:
                        imported |= contents.contents_of(other, self._read(other))[0]
        return Contents(defined, frozenset(imported))

    def _read(self, source: Source) -> bytes:
        if source not in self._content:
            content = regular(self._tree.root / source.place, MAX_UNPACKED)
            if content is None:
                raise SubmissionError("no_access", path=shown(source.place))
            self._content[source] = content
        return self._content[source]


def _nearest(module: str, beside: list[Source]) -> list[Source]:
    """Of several in one directory the one with the template's name, else the best of each kind."""
    exact = [source for source in beside if source.place.name == f"{module}.py"]
    best = []
    for kind in (".py", notebook.SUFFIX):
        of_kind = [source for source in beside if source.kind == kind]
        best += [s for s in of_kind if s.stem.casefold() == module.casefold()] or of_kind
    return exact or best


def _by_module(
    functions: Iterable[str],
) -> tuple[defaultdict[str, set[str]], defaultdict[str, set[str]]]:
    """Of each module the names that only it has, and those that others have too."""
    pairs = [function.partition(".")[::2] for function in functions]
    counts = Counter(name for _, name in pairs)
    own: defaultdict[str, set[str]] = defaultdict(set)
    shared: defaultdict[str, set[str]] = defaultdict(set)
    for module, name in pairs:
        own[module].add(name if counts[name] == 1 else f"{module}_{name}")
        if counts[name] > 1:
            shared[module].add(name)
    return own, shared
