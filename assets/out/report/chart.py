"""The picture of a series: low, best and high as days go by, and every figure that was printed.

Belongs here: days and values → places on a drawing of a given size. Not here: colours and shapes
(`templates/`), or which figures are shown.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from assets.out.report import words

LEFT, RIGHT, TOP, BOTTOM = 62, 14, 14, 30  # room for the labels, in units of the drawing
OFFSET = 5  # between marks of one day, so that outlets do not hide each other
DAY_STEPS: Final = (1, 2, 3, 7, 14, 28, 61, 91, 182, 365, 730, 1826, 3652)
PER_LABEL_X, PER_LABEL_Y = 95, 55


@dataclass(frozen=True, slots=True)
class Level:
    """What a rule made of the claims of one day; None is an open or unknown side."""

    on: date
    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as printed: `group` tells outlets apart, `state` is `plain`, `cited` or `withdrawn`.

    `cited` figures are evidence of a finding.
    """

    on: date
    value: float | None
    low: float | None
    high: float | None
    group: int
    state: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed figure on the drawing, and the ends of what its words allow."""

    x: float
    y: float
    top: float
    bottom: float
    printed: Printed


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything placed, in units of a drawing of `width` by `height`."""

    width: int
    height: int
    x_labels: list[tuple[float, str]]
    y_labels: list[tuple[float, str]]
    bands: list[str]
    lines: list[str]
    marks: list[Mark]
    breaks: list[tuple[float, str]]


def draw(
    levels: Sequence[Level],
    printed: Sequence[Printed],
    breaks: Sequence[tuple[date, str]] = (),
    *,
    width: int,
    height: int,
) -> Drawing | None:
    """Place levels, printed figures and breaks; None where there is nothing to draw."""
    shown = [(figure, middle) for figure in printed if (middle := _middle(figure)) is not None]
    heights = [side for level in levels for side in (level.low, level.best, level.high)]
    heights += [side for f, _ in shown for side in (f.value, f.low, f.high)]
    values = [value for value in heights if value is not None]
    days = [level.on for level in levels] + [figure.on for figure, _ in shown]
    if not values or not days:
        return None
    x = _Days(min(days), max(days), width)
    y = _Values(min(values), max(values), height)
    return Drawing(
        width=width,
        height=height,
        x_labels=x.labels(),
        y_labels=y.labels(),
        bands=[_band(run, x, y) for run in _runs(levels, "low", "high")],
        lines=[_line(run, x, y) for run in _runs(levels, "best")],
        marks=[_mark(figure, middle, x, y) for figure, middle in shown],
        breaks=[(x(on), reason) for on, reason in breaks if x.first <= on <= x.last],
    )


class _Days:
    """Days → x."""

    def __init__(self, first: date, last: date, width: int) -> None:
        self.first = first - timedelta(days=1)
        self.last = last + timedelta(days=1)
        self.span = width - LEFT - RIGHT

    def __call__(self, on: date) -> float:
        return round(LEFT + self.span * (on - self.first).days / (self.last - self.first).days, 1)

    def labels(self) -> list[tuple[float, str]]:
        room = max(2, self.span // PER_LABEL_X)
        length = (self.last - self.first).days
        step = next((step for step in DAY_STEPS if length / step <= room), DAY_STEPS[-1])
        days = (self.first + timedelta(days=gone) for gone in range(1, length, step))
        form = "%b %Y" if step > 28 else "%b"
        return [(self(on), f"{on:{form}}" if step > 28 else f"{on.day} {on:{form}}") for on in days]


class _Values:
    """Values → y, on an axis between round numbers; it need not begin at zero."""

    def __init__(self, least: float, greatest: float, height: int) -> None:
        self.span = height - TOP - BOTTOM
        rough = ((greatest - least) or abs(greatest) or 1) / max(2, self.span // PER_LABEL_Y)
        power = 10.0 ** math.floor(math.log10(rough))
        self.step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
        self.least = math.floor(least / self.step) * self.step
        self.greatest = math.ceil(greatest / self.step) * self.step
        if self.least == self.greatest:
            self.least, self.greatest = self.least - self.step, self.greatest + self.step

    def __call__(self, value: float) -> float:
        share = (value - self.least) / (self.greatest - self.least)
        return round(TOP + self.span * (1 - share), 1)

    def labels(self) -> list[tuple[float, str]]:
        count = round((self.greatest - self.least) / self.step)
        values = [round(self.least + n * self.step, 6) for n in range(count + 1)]
        return [(self(value), words.number(value)) for value in values]


def _middle(figure: Printed) -> float | None:
    """Return where a figure's mark stands: its value, else the middle or the closed side."""
    sides = [side for side in (figure.low, figure.high) if side is not None]
    return figure.value if figure.value is not None else sum(sides) / len(sides) if sides else None


def _mark(figure: Printed, middle: float, x: _Days, y: _Values) -> Mark:
    place = y(middle)
    return Mark(
        x=x(figure.on) + OFFSET * ((figure.group + 1) // 2) * (-1) ** figure.group,
        y=place,
        top=place if figure.high is None else y(figure.high),
        bottom=place if figure.low is None else y(figure.low),
        printed=figure,
    )


def _runs(levels: Sequence[Level], *sides: str) -> list[list[Level]]:
    """Split the levels where a side is missing: a gap stays a gap in the drawing."""
    runs: list[list[Level]] = [[]]
    for level in sorted(levels, key=lambda level: level.on):
        if all(getattr(level, side) is not None for side in sides):
            runs[-1].append(level)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _line(run: Sequence[Level], x: _Days, y: _Values) -> str:
    return _path(run, [level.best for level in run], x, y)


def _band(run: Sequence[Level], x: _Days, y: _Values) -> str:
    upper = _path(run, [level.high for level in run], x, y)
    lower = _path(run, [level.low for level in run], x, y)
    return " ".join([upper, *reversed(lower.split())])


def _path(run: Sequence[Level], sides: Sequence[float | None], x: _Days, y: _Values) -> str:
    """Join the places of one side of a run; a lone day becomes a short stroke."""
    places = [
        (x(level.on), y(side)) for level, side in zip(run, sides, strict=True) if side is not None
    ]
    if len(places) == 1:
        [(at, height)] = places
        places = [(at - 2 * OFFSET, height), (at + 2 * OFFSET, height)]
    return " ".join(f"{at},{height}" for at, height in places)
