"""What drawings are made of: elements, text, and numbers that fit."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup, escape

from .. import numbers

WIDTH = 340.0  # of a drawing: a phone shows it nearly full size
LETTER = 7.0  # width of a column of text, in a wide font

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Drawing(NamedTuple):
    """Content in a box that begins at (0, 0)."""

    width: float
    height: float
    content: Markup


def element(tag: str, content: str = "", /, **attributes: Any) -> Markup:
    """An element, everything escaped; `class_` is class and `text_anchor` is text-anchor."""
    given = Markup("").join(
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), _written(value))
        for name, value in attributes.items()
    )
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), given, escape(content))


def text(x: float, y: float, content: str, class_: str = "", anchor: str = "start") -> Markup:
    """Text whose middle line is at y."""
    style = {"class_": class_} if class_ else {}
    where = {} if anchor == "start" else {"text_anchor": anchor}
    return element("text", content, x=x, y=y + 4, **style, **where)


def segment(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    return element("path", d=path([(x1, y1), (x2, y2)]), class_=class_)


def box(x: float, y: float, width: float, height: float, class_: str, **more: Any) -> Markup:
    return element("rect", x=x, y=y, width=width, height=height, class_=class_, **more)


def path(points: list[tuple[float, float]]) -> str:
    """`M0 1L2 3`: the points, joined."""
    return "M" + "L".join(f"{_written(x)} {_written(y)}" for x, y in points)


def width_of(content: str) -> float:
    """About how wide a text is."""
    return numbers.width(content) * LETTER


def power_of_ten(exponent: int) -> str:
    return "10" + str(exponent).translate(_RAISED)


def _written(value: Any) -> str:
    """A number to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
