"""The sum behind a finding, written out so that a reader can check it by hand.

Belongs here: figures → lines of arithmetic. Not here: deciding that something does not fit.
"""

from collections.abc import Sequence
from typing import NamedTuple

from assets.out.report.words import interval, number


class Figure(NamedTuple):
    """A printed figure: what its words allow, the series it belongs to."""

    value: float | None
    low: float | None
    high: float | None
    series: str | None


def lines(kind: str, series: str | None, figures: Sequence[Figure]) -> list[str]:
    """Write out the arithmetic of a finding of that kind, on that series.

    >>> point = lambda value, series="held": Figure(value, value, value, series)
    >>> lines("sources_disagree", "held", [point(130), point(134)])
    ['134 is 4 more than 130, which is 3.0% of 134']
    >>> lines("sources_disagree", "held", [Figure(None, 2, 9, "held"), point(12)])
    ['2 to 9 and 12 have no number in common']
    >>> lines("part_exceeds_whole", None, [point(326), point(263)])
    ['326 is 63 more than 263, which is 19.3% of 326']
    >>> lines("identity_broken", "taken", [point(9, "taken"), point(6), point(4)])
    ['6 + 4 = 10, not 9']
    >>> lines("shares_exceed_100", None, [point(54), point(38), point(17)])
    ['54 + 38 + 17 = 109, not at most 100']
    >>> lines("correction_withdraws", None, [point(1400)])
    []
    """
    values = [figure.value for figure in figures if figure.value is not None]
    if kind == "identity_broken":
        wholes = [f.value for f in figures if f.series == series and f.value is not None]
        parts = [f.value for f in figures if f.series != series and f.value is not None]
        return [f"{_sum(parts)}, not {number(wholes[0])}"] if wholes and parts else []
    if kind == "shares_exceed_100":
        return [f"{_sum(values)}, not at most 100"]
    if kind in ("correction_withdraws", "text_later_than_date") or len(figures) < 2:
        return []
    return [_apart(values)] if len(values) == len(figures) else [_disjoint(figures)]


def _sum(values: Sequence[float]) -> str:
    return f"{' + '.join(map(number, values))} = {number(sum(values))}"


def _apart(values: Sequence[float]) -> str:
    low, high = min(values), max(values)
    share = f", which is {(high - low) / high:.1%} of {number(high)}" if high else ""
    return f"{number(high)} is {number(high - low)} more than {number(low)}{share}"


def _disjoint(figures: Sequence[Figure]) -> str:
    allowed = dict.fromkeys(interval(figure.low, figure.high) for figure in figures)
    return f"{' and '.join(allowed)} have no number in common"
