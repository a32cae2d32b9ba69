"""Mathematics as MathML: the formula of a claim, and an input under its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert
from markupsafe import Markup, escape

from . import numbers

_NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_LIMITS = {"msub": "munder", "msubsup": "munderover"}  # where a sum's or a limit's indices go
_BREAKS = ("=", "⇒", "⇔")
_OPENING = ("(", "[", "{", ",", "=", "<", ">", "≤", "≥", "∈")
_SUBSCRIPTED = re.compile(r"([A-Za-z])_(\w+)")


@cache
def formula(latex: str) -> Markup:
    """LaTeX as displayed mathematics, in pieces between which a narrow window breaks the line."""
    ElementTree.register_namespace("", _NAMESPACE)
    root = ElementTree.fromstring(convert(latex, display="block"))
    for element in root.iter():
        _set_scripts(element)
        for before, child in pairwise([None, *element]):
            _space(child, before, inside=element)
    return Markup("<wbr>").join(map(_displayed, _pieces(root[0])))


def _pieces(row: Element) -> Iterator[list[Element]]:
    """A formula broken before each relation and after each wide space."""
    piece: list[Element] = []
    for child in row:
        if (child.text or "") in _BREAKS:
            child.attrib["form"] = "infix"  # in front of its piece, it would be set as a prefix
            yield piece
            piece = []
        piece.append(child)
        if child.attrib.get("width") == "1em":
            yield piece
            piece = []
    yield piece


def _displayed(piece: list[Element]) -> Markup:
    root = Element(f"{{{_NAMESPACE}}}math", displaystyle="true")
    root.extend(piece)
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def _set_scripts(element: Element) -> None:
    """Indices of Σ, Π, lim, max stand below and above, in brackets too; a prime is raised once."""
    name = element.tag.rpartition("}")[2]
    if name in _LIMITS and element[0].text in ("∑", "∏", "lim", "max", "min"):
        element.tag = f"{{{_NAMESPACE}}}{_LIMITS[name]}"
    if name == "msup" and element[1].text == "′":  # the sign itself is drawn raised
        element.tag = f"{{{_NAMESPACE}}}mrow"


def _space(element: Element, before: Element | None, inside: Element) -> None:
    """As a typesetter would: words stand close to their brackets, a sign to its number."""
    text = element.text or ""
    if text == "∞":
        element.tag = f"{{{_NAMESPACE}}}mi"
    elif text in ("−", "+") and before is not None and (before.text or "") in _OPENING:
        element.attrib["form"] = "prefix"
    elif element.tag.endswith("}mo") and text.isalpha() and len(text) > 1:
        indexed = inside.tag.rpartition("}")[2] in _LIMITS.values()
        element.attrib |= {"lspace": "0.167em", "rspace": "0.167em" if indexed else "0"}


def named(name: str, value: Any) -> list[Markup]:
    """`W = [1 2; 3 4]` with real brackets, a matrix at a time; as it is written if no array."""
    depth = numbers.depth(value)
    if depth is None:
        return [Markup("<code>{} = {}</code>").format(name, numbers.inline(value))]
    if depth == 3:
        return [_equation(f"{name}[{place}]", matrix) for place, matrix in enumerate(value)]
    return [_equation(name, value)]


def _equation(name: str, value: Any) -> Markup:
    shown = _matrix([value] if numbers.depth(value) == 1 else value)
    return Markup("<math><mrow>{}<mo>=</mo>{}</mrow></math>").format(_name(name), shown)


def _name(name: str) -> Markup:
    parts = _SUBSCRIPTED.fullmatch(name)
    if parts is None:
        return Markup("<mi>{}</mi>").format(name)
    return Markup("<msub><mi>{}</mi><mi>{}</mi></msub>").format(*parts.groups())


def _matrix(value: Any) -> Markup:
    if not isinstance(value, list):
        return _number(value)
    rows = Markup().join(map(_row, value))
    return Markup("<mrow><mo>[</mo><mtable>{}</mtable><mo>]</mo></mrow>").format(rows)


def _row(items: list[Any]) -> Markup:
    cells = Markup().join(Markup("<mtd>{}</mtd>").format(_number(item)) for item in items)
    return Markup("<mtr>{}</mtr>").format(cells)


def _number(value: Any) -> Markup:
    return Markup("<mn>{}</mn>").format(escape(numbers.typeset(numbers.number(value, 6))))
