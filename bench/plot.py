"""Times over sizes as a picture: both axes logarithmic, so that what is linear is a straight slope.

Belongs here: lines → SVG. Not here: what the lines mean.
"""

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import polars as pl
import vl_convert


class Line(NamedTuple):
    """A name and its (size, seconds)."""

    label: str
    points: Sequence[tuple[float, float]]


def log_log(lines: Sequence[Line]) -> str:
    """Return the lines as an SVG document, the legend in the order of the lines."""
    points = pl.DataFrame(
        [(line.label, size, seconds) for line in lines for size, seconds in line.points],
        schema=["label", "size", "seconds"],
        orient="row",
    )
    labels = [line.label for line in lines]
    logarithmic = alt.Scale(type="log", nice=True)
    chart = (
        alt.Chart(points, background="white")
        .mark_line(point=True)
        .encode(
            x=alt.X("size:Q", scale=logarithmic, axis=alt.Axis(format=",~f")),
            y=alt.Y("seconds:Q", scale=logarithmic, axis=alt.Axis(format="~g")),
            color=alt.Color(
                "label:N", scale=alt.Scale(scheme="tableau20"), sort=labels, title=None
            ),
        )
        .properties(width=560, height=380)
    )
    return vl_convert.vegalite_to_svg(chart.to_json())
