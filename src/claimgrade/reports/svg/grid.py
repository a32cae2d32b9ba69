"""Matrices side by side: a number in every cell, its size as a shade, its fault as a sign."""

from __future__ import annotations

from markupsafe import Markup

from ...pictures import Cell, Grid, Mark, Panel
from .elements import WIDTH, Drawing, box, text, width_of

HEIGHT, NARROWEST, GAP, LINE, SIGN = 28.0, 34.0, 18.0, 18.0, 12.0
STRONGEST = 0.45  # opacity of a whole shade: the number on it stays readable
SIGNS: dict[Mark, str] = {"": "", "missing": "✗", "extra": "+", "wrong": "≠"}


def grid(picture: Grid) -> Drawing:
    """The panels in rows as wide as a page, and the key below."""
    content, x, y, right, below = Markup(""), 0.0, 0.0, 0.0, 0.0
    for part in map(_panel, picture.panels):
        if x > 0 and x + part.width > WIDTH:
            x, y = 0.0, below + GAP / 2
        content += Markup('<g transform="translate({:.0f} {:.0f})">{}</g>').format(x, y, part[2])
        x += part.width + GAP
        right, below = max(right, x - GAP), max(below, y + part.height)
    for mark, meaning in picture.key.items():
        below += LINE + 4
        content += _sample(mark, below - LINE / 2) + text(34, below - LINE / 2, meaning)
        right = max(right, 34 + width_of(meaning))
    return Drawing(right + 2, below + 2, content)


def _panel(panel: Panel) -> Drawing:
    columns = max(map(len, panel.cells), default=0)
    longest = max((width_of(cell.text) for row in panel.cells for cell in row if cell), default=0.0)
    signs = SIGN * any(cell.mark for row in panel.cells for cell in row if cell)
    width = max(NARROWEST, longest + 8 + signs, *(width_of(name) + 6 for name in panel.columns))
    left = max((width_of(name) + 8 for name in panel.rows), default=0.0)
    top = LINE * (bool(panel.title) + bool(panel.columns))
    content = text(left, LINE / 2, panel.title, "pic-quiet") if panel.title else Markup("")
    for j, name in enumerate(panel.columns):
        content += text(left + (j + 0.5) * width, top - LINE / 2, name, "pic-quiet", "middle")
    for i, row in enumerate(panel.cells):
        y = top + i * HEIGHT
        if i < len(panel.rows):
            content += text(left - 6, y + HEIGHT / 2, panel.rows[i], "pic-quiet", "end")
        for j, cell in enumerate(row):
            if cell is not None:
                content += _cell(cell, left + j * width, y, width)
    across = max(left + columns * width, left + width_of(panel.title))
    return Drawing(across, top + len(panel.cells) * HEIGHT, content)


def _cell(cell: Cell, x: float, y: float, width: float) -> Markup:
    inside = x + 1.5, y + 1.5, width - 3, HEIGHT - 3
    content = box(*inside, "pic-cell")
    if cell.shade and cell.mark != "missing":
        sign = "pic-plus" if cell.shade > 0 else "pic-minus"
        content += box(*inside, sign, fill_opacity=f"{abs(cell.shade) * STRONGEST:.2f}")
    if cell.mark:
        content += box(*inside, f"pic-mark pic-{cell.mark}")
        content += text(x + width - 4, y + 8, SIGNS[cell.mark], "pic-sign", "end")
    return content + text(x + width / 2, y + HEIGHT / 2 + 1, cell.text, "", "middle")


def _sample(mark: Mark, y: float) -> Markup:
    """A cell as small as the line of the key."""
    style = f"pic-mark pic-{mark}" if mark else "pic-cell"
    content = box(2, y - 7, 24, 14, style)
    return content + text(14, y, SIGNS[mark], "pic-sign", "middle")
