"""Lines that differ in colour, in their dashes and by name; few points are shown as dots too."""

from __future__ import annotations

import math

from markupsafe import Markup

from ...pictures import Line, Series
from .axes import Axis, below, beside, rounded, spanning
from .elements import WIDTH, Drawing, box, element, path, segment, text, width_of

LEFT, TOP, BOTTOM, NAME = 40.0, 24.0, 184.0, 16.0
STYLES = 4
FEW = 14  # points
SHORTEST = 150.0  # pixels of an axis


def series(picture: Series) -> Drawing:
    """The frame, the band where values may lie, the lines, and their names on the right."""
    lines = [_scaled(line, picture.log) for line in picture.lines]
    names = 30 + max((width_of(line.name) for line in lines), default=0.0)
    right = max(LEFT + SHORTEST, WIDTH - names)
    points = [point for line in lines for point in line.points]
    across = spanning((x for x, _ in points), LEFT, right)
    heights = [y for _, y in points] + list(picture.band or ())
    up = spanning(heights, BOTTOM, TOP, least=1.0 if picture.log else 0.0)
    up = rounded(up, 1.0 if picture.log else up.step)
    content = _band(picture.band, up, right) if picture.band else Markup("")
    content += beside(up, LEFT, right, picture.y, log=picture.log)
    content += below(across, BOTTOM, picture.x)
    for place, line in enumerate(lines):
        content += _line(line, across, up, f"pic-line pic-line-{place % STYLES + 1}")
    content += _names(lines, up, right)
    return Drawing(right + names, BOTTOM + 38, content)


def _scaled(line: Line, log: bool) -> Line:
    """The line by its logarithms, where there are any."""
    if not log:
        return line
    return Line(line.name, [(x, math.log10(y)) for x, y in line.points if y > 0])


def _band(band: tuple[float, float], up: Axis, right: float) -> Markup:
    low, high = up(band[0]), up(band[1])
    ends = Markup("").join(segment(LEFT, y, right, y, "pic-bound") for y in (low, high))
    return box(LEFT, high, right - LEFT, low - high, "pic-band") + ends


def _line(line: Line, across: Axis, up: Axis, style: str) -> Markup:
    points = [(across(x), up(y)) for x, y in line.points]
    if not points:
        return Markup("")
    content = element("path", d=path(points), class_=style)
    if len(points) <= FEW:
        for x, y in points:
            content += element("circle", cx=x, cy=y, r=2.5, class_=f"{style} pic-dot")
    return content


def _names(lines: list[Line], up: Axis, right: float) -> Markup:
    """Each name beside the end of its line, or as near as there is room."""
    ends = [(up(line.points[-1][1]) if line.points else BOTTOM, i) for i, line in enumerate(lines)]
    content, free = Markup(""), TOP - NAME / 2
    room = BOTTOM + NAME / 2
    for place, (y, i) in enumerate(sorted(ends)):
        y = max(free, min(y, room - NAME * (len(ends) - place - 0.5)))
        free = y + NAME
        content += segment(right + 5, y, right + 23, y, f"pic-line pic-line-{i % STYLES + 1}")
        content += text(right + 27, y, lines[i].name)
    return content
