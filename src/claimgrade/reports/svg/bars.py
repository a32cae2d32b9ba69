"""Histograms under each other: the legal band shaded, what lies outside it outlined in dashes."""

from __future__ import annotations

from markupsafe import Markup

from ...pictures import Bars, Histogram
from .axes import Axis, below, spanning
from .elements import WIDTH, Drawing, box, segment, text, width_of

HEIGHT, GAP = 44.0, 10.0


def bars(picture: Bars) -> Drawing:
    """One row a histogram, and the axis below the last."""
    left = 12 + max((width_of(part.name) for part in picture.histograms), default=0.0)
    ends = [edge for part in picture.histograms for edge in (*part.edges, *part.band)]
    across = spanning(ends, left, WIDTH - 10)
    content = Markup("")
    for place, part in enumerate(picture.histograms):
        bottom = (place + 1) * (HEIGHT + GAP)
        content += text(left - 8, bottom - HEIGHT / 2, part.name, "", "end")
        content += _histogram(part, across, bottom)
    bottom = len(picture.histograms) * (HEIGHT + GAP) + 4
    return Drawing(WIDTH, bottom + 22, content + below(across, bottom, ""))


def _histogram(part: Histogram, across: Axis, bottom: float) -> Markup:
    low, high = across(part.band[0]), across(part.band[1])
    content = box(low, bottom - HEIGHT, high - low, HEIGHT, "pic-band")
    for x in (low, high):
        content += segment(x, bottom - HEIGHT, x, bottom, "pic-bound")
    most = max(part.counts, default=0) or 1
    for count, start, end in zip(part.counts, part.edges, part.edges[1:], strict=False):
        inside = part.band[0] <= (start + end) / 2 <= part.band[1]
        tall, style = count / most * (HEIGHT - 4), "pic-bar" if inside else "pic-bar pic-outside"
        if count:
            x, width = across(start), across(end) - across(start)
            content += box(x + 0.8, bottom - tall, width - 1.6, tall, style)
    return content + segment(across.start, bottom, across.end, bottom, "pic-faint")
