"""A frame with two axes, into which values are mapped."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from ..numbers import number
from .elements import power_of_ten, segment, text

FURTHEST = 1e300  # beyond it even the length of an axis would overflow


class Axis(NamedTuple):
    """Values from low to high, as pixels from start to end; numbers stand `step` apart."""

    low: float
    high: float
    start: float
    end: float
    step: float

    def __call__(self, value: float) -> float:
        value = max(-FURTHEST, min(FURTHEST, value))
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def numbers(self) -> list[float]:
        """The multiples of the step."""
        first = math.ceil(self.low / self.step - 1e-9)
        last = math.floor(self.high / self.step + 1e-9)
        return [place * self.step for place in range(first, last + 1)]


def spanning(data: Iterable[float], start: float, end: float, *, least: float = 0.0) -> Axis:
    """The axis from the least to the greatest value, with steps of `least` or more."""
    held = [max(-FURTHEST, min(FURTHEST, value)) for value in data] or [0.0]
    low, high = min(held), max(held)
    room = max(least, 1e-9, 1e-9 * max(abs(low), abs(high)))
    if high - low < room:
        low, high = (low + high - room) / 2, (low + high + room) / 2
    return Axis(low, high, start, end, max(least, _round_step((high - low) / 5)))


def rounded(axis: Axis, unit: float) -> Axis:
    """The same axis, its ends moved out to multiples of a unit."""
    low, high = math.floor(axis.low / unit + 1e-9), math.ceil(axis.high / unit - 1e-9)
    return axis._replace(low=low * unit, high=high * unit)


def below(axis: Axis, y: float, name: str) -> Markup:
    """The horizontal axis at y, with numbers, and its name under them."""
    content = segment(axis.start, y, axis.end, y, "pic-axis")
    for value in axis.numbers():
        content += segment(axis(value), y, axis(value), y + 4, "pic-axis")
        label = number(round(value, 9), 3)
        content += text(axis(value), y + 13, label, "pic-quiet", "middle")
    return content + text((axis.start + axis.end) / 2, y + 28, name, "pic-quiet", "middle")


def beside(axis: Axis, x: float, end: float, name: str, *, log: bool) -> Markup:
    """The vertical axis at x, with numbers and faint lines to the end, and its name on top."""
    content = text(2, 8, name, "pic-quiet")
    for value in axis.numbers():
        label = power_of_ten(int(value)) if log else number(round(value, 9), 3)
        content += segment(x, axis(value), end, axis(value), "pic-faint")
        content += text(x - 6, axis(value), label, "pic-quiet", "end")
    return content


def _round_step(step: float) -> float:
    """The next multiple of a power of ten by 1, 2 or 5."""
    unit = 10.0 ** math.floor(math.log10(step))
    return next(m * unit for m in (1, 2, 5, 10, 20) if m * unit >= step)
