"""Which claim shows which picture."""

import numpy as np

from claimgrade import pictures, sketch

EXAMPLE = np.array([[1.0, 2], [3, 4], [5, 6]])


def slope(student, failing, say):
    """A and the student's slope, with the wrong entries marked."""
    A = failing["affine.slope"].inputs["A"] if failing else EXAMPLE
    yours, largest = student.affine.slope(A), abs(A).max()
    panels = [sketch.panel("A", A, largest), sketch.panel("∂f/∂x", yours, largest, yours != A)]
    text = {"title": say("picture_slope_title"), "description": say("picture_slope")}
    yield pictures.Grid(panels=panels, **text)


PICTURES = {"1b-slope": slope}
