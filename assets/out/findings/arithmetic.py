"""Whether figures that an identity binds can all be true at once, and what they leave for others.

Belongs here: intervals, their propagation through sums and orders, and the smallest set of figures
that cannot hold together. Not here: which figures to ask about (`sql/tables/core/together.sql`) or
what a finding says of the answer (`conflicts.py`). All quantities are counts or levels, none
negative.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

ROUNDS = 100  # bonds of sums settle within a few; an endless approach to a limit is cut off here
NEAR = 1e-6  # what floating point may be off


@dataclass(frozen=True, slots=True)
class Interval:
    """What a quantity may be, both ends included."""

    low: float = 0.0
    high: float = inf

    def __and__(self, other: "Interval") -> "Interval":
        return Interval(max(self.low, other.low), min(self.high, other.high))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is left."""
        return self.low > self.high + NEAR


ANYTHING = Interval()


@dataclass(frozen=True, slots=True)
class Bond:
    """An identity of the catalogue: the parts sum to the whole, or each is at most the whole."""

    relation: Literal["sum", "at_most"]
    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that somebody gives for a series, as an interval."""

    series: str
    interval: Interval


def propagate(bonds: Sequence[Bond], known: Mapping[str, Interval]) -> dict[str, Interval] | None:
    """Narrow the intervals until nothing changes; None if they cannot all hold.

    >>> hostages = Bond("sum", "taken", ("held", "freed", "dead"))
    >>> known = {"taken": Interval(253, 253), "held": Interval(130, 130), "freed": Interval(101)}
    >>> propagate([hostages], known)["freed"].high, propagate([hostages], known)["dead"].high
    (123.0, 22)
    >>> propagate([hostages], {**known, "dead": Interval(40)}) is None
    True
    """
    intervals = dict(known)
    for _ in range(ROUNDS):
        before = dict(intervals)
        for bond in bonds:
            for series, implied in implications(bond, intervals):
                intervals[series] = intervals.get(series, ANYTHING) & implied
                if intervals[series].is_empty:
                    return None
        if intervals == before:
            break
    return intervals


def implications(bond: Bond, intervals: Mapping[str, Interval]) -> Iterator[tuple[str, Interval]]:
    """Yield what a bond says of each of its series, given the others."""
    whole = intervals.get(bond.whole, ANYTHING)
    parts = [intervals.get(part, ANYTHING) for part in bond.parts]
    if bond.relation == "at_most":
        yield bond.whole, Interval(max(part.low for part in parts))
        yield from ((part, Interval(0, whole.high)) for part in bond.parts)
        return
    yield bond.whole, Interval(sum(part.low for part in parts), sum(part.high for part in parts))
    for place, name in enumerate(bond.parts):
        others = parts[:place] + parts[place + 1 :]
        yield (
            name,
            Interval(
                whole.low - sum(other.high for other in others),
                whole.high - sum(other.low for other in others),
            ),
        )


def implied(bonds: Sequence[Bond], known: Mapping[str, Interval], series: str) -> Interval | None:
    """Return what the other series leave for one, whatever is said of it; None if they conflict."""
    narrowed = propagate(bonds, {name: held for name, held in known.items() if name != series})
    return None if narrowed is None else narrowed.get(series, ANYTHING)


def smallest_conflict(bonds: Sequence[Bond], stated: Sequence[Stated]) -> tuple[Stated, ...]:
    """Return figures that cannot hold together, though they could if any of them were left out.

    Empty if all can hold. Figures are dropped one at a time, the smallest first, so that what
    remains is what weighs most.
    """
    if propagate(bonds, gathered(stated)) is not None:
        return ()
    kept = list(stated)
    for figure in sorted(stated, key=lambda figure: (figure.interval.low, figure.series)):
        without = [other for other in kept if other is not figure]
        if propagate(bonds, gathered(without)) is None:
            kept = without
    return tuple(kept)


def gathered(stated: Sequence[Stated]) -> dict[str, Interval]:
    """Return what the figures say together of each series."""
    known: dict[str, Interval] = {}
    for figure in stated:
        known[figure.series] = known.get(figure.series, ANYTHING) & figure.interval
    return known
