"""Which module a file is called as, whatever systems and platforms have made of its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ..storage.tree import source_of
from . import platforms

_WORDS = "copy|kopie|copie|copia|cópia|kopia|kopio|kopya|копия|копія"
_SIGNS = "副本|拷贝|复件|複製|コピー|복사본"
_COPY = re.compile(
    rf"[\s_-]*(?:\(\d+\)|\[\d+\])|[\s_-]+\d+"
    rf"|(?:[\s_-]+(?:{_WORDS})|[\s_-]*[的の]?(?:{_SIGNS}))[\s_-]*(?:\(\d+\)|\d+)?"
)
_COPY_OF = re.compile(rf"(?:(?:{_WORDS})(?:\s*\(\d+\))?[\s_-]+(?:(?:of|von|de|di)[\s_-]+)?)")


def could_be(name: str, modules: Iterable[str]) -> bool:
    """Whether a file is called as one of the modules, whatever its case or copy suffix."""
    source = source_of(PurePosixPath(name))
    return source is not None and module_of(source.stem, modules) is not None


def module_of(stem: str, modules: Iterable[str], *, handed_out: bool = False) -> str | None:
    """The module that a file with this stem is; `handed_out`, if a platform has renamed it."""
    known = {module.casefold(): module for module in modules}
    names = _names(stem, handed_out=handed_out)
    return next((known[name] for name in names if name in known), None)


def _names(stem: str, *, handed_out: bool) -> Iterator[str]:
    """What a file may have been called before systems and platforms changed its name."""
    name = unicodedata.normalize("NFKC", stem).casefold().strip()
    told = platforms.read(name) if handed_out else None
    for each in dict.fromkeys([name, told.file if told else name]):
        yield each
        shorter = each
        while found := _without_copy(shorter):
            shorter = found
            yield shorter


def _without_copy(name: str) -> str:
    """The name without one thing that says it is a copy; "" where there is none."""
    if found := _COPY_OF.match(name):
        return name[found.end() :]
    places = range(1, len(name))
    end = next((place for place in places if _COPY.fullmatch(name, place)), None)
    return name[:end] if end is not None else ""
