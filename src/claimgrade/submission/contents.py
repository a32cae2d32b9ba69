"""What a file defines and imports at its top level, told without running or parsing it.

Line by line, so that a mistake in one costs none of the others; whatever stands in a file, it takes
a time in proportion to its length.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from ..storage.tree import Source
from . import notebook

_TEXT = re.compile(  # comments and strings, in which nothing is defined
    r"#[^\n]*"
    r'|"""(?:[^\\]|\\.)*?(?:"""|\Z)|' r"'''(?:[^\\]|\\.)*?(?:'''|\Z)"
    r'|"(?:[^"\\\n]|\\.)*(?:"|$)|' r"'(?:[^'\\\n]|\\.)*(?:'|$)",
    re.DOTALL | re.MULTILINE,
)  # fmt: skip
_DEFINED = re.compile(r"^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)
_STUB = re.compile(
    r"^def[ \t]+(\w+)[ \t]*\([^()]{0,2000}\)[^:\n]*:\s*raise[ \t]+NotImplementedError\b[^\n]*$",
    re.MULTILINE,
)
_ASSIGNED = re.compile(r"^(\w[\w \t,]{0,200}?)(?::[^=\n]*)?=(?!=)", re.MULTILINE)
_IMPORTED = re.compile(
    r"^from[ \t]+([\w.]+)[ \t]+import[ \t]*(?:\(([^()]{0,2000})\)|([^\n(]*))", re.MULTILINE
)
MOST_CODE = 1 << 20  # characters of a file that are looked through


def contents_of(
    source: Source, content: bytes
) -> tuple[frozenset[str], Mapping[str, frozenset[str]]]:
    """The names that the top level defines, with a body, and what it imports from where."""
    text = _code(source, content)
    defined = set(Counter(_DEFINED.findall(text)) - Counter(_STUB.findall(text)))
    for names in _ASSIGNED.findall(text):
        defined |= {name.strip() for name in names.split(",")}
    imported: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for module, several, line in _IMPORTED.findall(text):
        names = (part.split(" as ")[-1].strip() for part in (several or line).split(","))
        imported[module] |= frozenset(names)
    return frozenset(defined), imported


def definitions(source: Source, content: bytes) -> list[str]:
    """The functions and classes of the top level, in their order, as often as they are defined."""
    return _DEFINED.findall(_code(source, content))


def _code(source: Source, content: bytes) -> str:
    """The lines of a file, or of a notebook's cells, without comments and strings."""
    text = content.decode("utf-8-sig", "replace")
    if source.kind == notebook.SUFFIX:
        try:
            text = "\n".join(notebook.code_cells(content))
        except notebook.NotANotebook:
            return ""
    lines = text[:MOST_CODE].replace("\r\n", "\n").replace("\r", "\n")
    return _TEXT.sub("", f"{lines}\n")
