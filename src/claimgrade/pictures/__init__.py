"""Pictures as data: an assignment makes them, `grade.json` carries them, a renderer draws them.

>>> from claimgrade import pictures
>>> half = pictures.Cell("0.5", shade=0.5)
>>> pictures.Grid(title="J", description="One entry.", panels=[pictures.Panel("yours", [[half]])])
Grid(panels=[Panel(title='yours', ...)], key={}, title='J', description='One entry.')
"""

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
