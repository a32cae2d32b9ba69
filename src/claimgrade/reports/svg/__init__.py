"""Pictures as inline SVG: self-contained, readable aloud, in the colours of the page around them.

Colours and strokes are classes, which `templates/svg.css` gives their values, dark and light.
"""

from __future__ import annotations

import zlib

import msgspec
from markupsafe import Markup

from ...pictures import Bars, Disc, Grid, Picture, Series
from .bars import bars
from .disc import disc
from .elements import Drawing, element
from .grid import grid
from .series import series


def svg(picture: Picture) -> Markup:
    """A figure: the title, the drawing, and under it what there is to see."""
    drawing = _draw(picture)
    name = f"pic-{zlib.crc32(msgspec.json.encode(picture)):08x}"
    width, height = (f"{side:.0f}" for side in (drawing.width, drawing.height))
    image = element(
        "svg",
        element("title", picture.title, id=f"{name}-title")
        + element("desc", picture.description, id=f"{name}-desc")
        + drawing.content,
        class_="pic",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
    )
    once = {"aria_hidden": "true"}  # for the eye: the image has said it
    title = element("p", picture.title, class_="pic-title", **once)
    caption = element("figcaption", picture.description, **once)
    return element("figure", title + image + caption, class_="pic-figure")


def _draw(picture: Picture) -> Drawing:
    match picture:
        case Grid():
            return grid(picture)
        case Series():
            return series(picture)
        case Disc():
            return disc(picture)
        case Bars():
            return bars(picture)
