"""What a benchmark measures: figures, each beside its aim."""

from typing import NamedTuple


class Figure(NamedTuple):
    """One figure; `aim` is the most it should be, or, with `at_least`, the least."""

    what: str
    value: float
    unit: str
    aim: float | None = None
    at_least: bool = False

    @property
    def shown(self):
        return f"{_rounded(self.value)} {self.unit}"

    @property
    def aimed_at(self):
        if self.aim is None:
            return ""
        return f"{'at least' if self.at_least else 'at most'} {self.aim:g}"

    @property
    def verdict(self):
        if self.aim is None:
            return ""
        is_met = self.value >= self.aim if self.at_least else self.value <= self.aim
        return "met" if is_met else "missed"


def show(title, figures):
    """A line each."""
    print(title)
    width = max(len(figure.what) for figure in figures)
    for figure in figures:
        aim = f" ({figure.aimed_at}: {figure.verdict})" if figure.aim is not None else ""
        print(f"  {figure.what:{width}}  {figure.shown}{aim}")


def _rounded(value):
    return f"{value:.2f}" if isinstance(value, float) and abs(value) < 10 else f"{value:.0f}"
