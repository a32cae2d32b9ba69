"""Points in the plane and the unit disc, each set with a symbol of its own."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from ...pictures import Disc
from .axes import FURTHEST
from .elements import Drawing, box, element, path, segment, text, width_of

SIDE, LINE = 220.0, 20.0

Symbol = Callable[[float, float, str], Markup]


def disc(picture: Disc) -> Drawing:
    """The axes, the disc, the points, and what they are below."""
    reach = max((abs(v) for dots in picture.dots for xy in dots.points for v in xy), default=0.0)
    unit = SIDE / 2 / max(1.3, 1.15 * min(reach, FURTHEST))
    middle = SIDE / 2
    content = element("circle", cx=middle, cy=middle, r=unit, class_="pic-band pic-circle")
    content += segment(0, middle, SIDE, middle, "pic-axis")
    content += segment(middle, 0, middle, SIDE, "pic-axis")
    content += text(middle + unit + 9, middle + 10, "1", "pic-quiet")
    content += text(middle + 10, middle - unit - 9, "i", "pic-quiet")
    width = SIDE
    for place, dots in enumerate(picture.dots):
        symbol, style = SYMBOLS[place % len(SYMBOLS)], f"pic-point pic-point-{place % 4 + 1}"
        for x, y in dots.points:
            content += symbol(middle + x * unit, middle - y * unit, style)
        y = SIDE + LINE * (place + 0.7)
        content += symbol(10, y, style) + text(22, y, dots.name)
        width = max(width, 24 + width_of(dots.name))
    return Drawing(width, SIDE + LINE * (len(picture.dots) + 0.3), content)


def _circle(x: float, y: float, style: str) -> Markup:
    return element("circle", cx=x, cy=y, r=5.0, class_=style)


def _square(x: float, y: float, style: str) -> Markup:
    return box(x - 4.5, y - 4.5, 9.0, 9.0, style)


def _triangle(x: float, y: float, style: str) -> Markup:
    corners = [(x - 5.5, y + 4.5), (x, y - 5.5), (x + 5.5, y + 4.5)]
    return element("path", d=path(corners) + "Z", class_=style)


def _diamond(x: float, y: float, style: str) -> Markup:
    corners = [(x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)]
    return element("path", d=path(corners) + "Z", class_=style)


SYMBOLS: tuple[Symbol, ...] = (_circle, _triangle, _square, _diamond)
