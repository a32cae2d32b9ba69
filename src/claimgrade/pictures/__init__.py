"""Pictures as data: an assignment makes them, `grade.json` carries them, a renderer draws them."""

from .model import Bars, Cell, Disc, Dots, Grid, Histogram, Line, Mark, Panel, Picture, Series

__all__ = [
    "Bars",
    "Cell",
    "Disc",
    "Dots",
    "Grid",
    "Histogram",
    "Line",
    "Mark",
    "Panel",
    "Picture",
    "Series",
]
