"""A frame with two axes, into which values are mapped."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from .. import values
from .elements import power_of_ten, round_steps, segment, text

FURTHEST = 1e300  # beyond it even the length of an axis would overflow


class Axis(NamedTuple):
    """Values from low to high, as pixels from start to end."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        value = max(-FURTHEST, min(FURTHEST, value))
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def steps(self, most: int) -> list[float]:
        return round_steps(self.low, self.high, most)


def spanning(data: Iterable[float], start: float, end: float, least: float = 1e-9) -> Axis:
    """The axis that reaches from the least to the greatest value, at least so far apart."""
    held = [max(-FURTHEST, min(FURTHEST, value)) for value in data] or [0.0]
    low, high = min(held), max(held)
    room = max(least, 1e-9 * max(abs(low), abs(high)))
    if high - low < room:
        low, high = (low + high - room) / 2, (low + high + room) / 2
    return Axis(low, high, start, end)


def below(axis: Axis, y: float, name: str) -> Markup:
    """The horizontal axis at y, with numbers, and its name on the right under them."""
    content = segment(axis.start, y, axis.end, y, "pic-axis")
    for value in axis.steps(6):
        content += segment(axis(value), y, axis(value), y + 4, "pic-axis")
        content += text(
            axis(value), y + 13, values.number(round(value, 9), 3), "pic-quiet", "middle"
        )
    return content + text((axis.start + axis.end) / 2, y + 28, name, "pic-quiet", "middle")


def beside(axis: Axis, x: float, end: float, name: str, *, log: bool) -> Markup:
    """The vertical axis at x, with numbers and faint lines to the end, and its name on top."""
    content = text(2, 8, name, "pic-quiet")
    for value in _decades(axis) if log else axis.steps(5):
        label = power_of_ten(int(value)) if log else values.number(round(value, 9), 3)
        content += segment(x, axis(value), end, axis(value), "pic-faint")
        content += text(x - 6, axis(value), label, "pic-quiet", "end")
    return content


def _decades(axis: Axis) -> list[float]:
    """Whole exponents, at most six of them."""
    first, last = math.ceil(axis.low - 1e-9), math.floor(axis.high + 1e-9)
    return [float(n) for n in range(first, last + 1, max(1, math.ceil((last - first) / 5)))]
