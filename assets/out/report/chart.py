"""The picture of a series: low, best and high as days go by, and every figure that was printed.

Belongs here: rows → a chart → SVG for a page, or PNG for where a page cannot be. Not here: which
figures are shown, or the colours themselves (`templates/style.css`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import altair as alt
import polars as pl
import vl_convert
from lxml import etree
from markupsafe import Markup

STYLE: Final = Path(__file__).parent / "templates" / "style.css"
SHAPES: Final = (
    "circle",
    "triangle-up",
    "square",
    "diamond",
    "triangle-down",
    "cross",
    "triangle-left",
)
OFFSET: Final = 5  # pixels between marks of one day, so that outlets do not hide each other
LONG: Final = 300  # days, after which labels name the year and not the day
PER_OUTLET: Final = 170  # pixels in a row of the legend
SVG: Final = "{http://www.w3.org/2000/svg}"
XLINK_HREF: Final = "{http://www.w3.org/1999/xlink}href"
NOWHERE: Final = "https://vega.github.io/vega-datasets/"  # Vega puts it before relative links

Keys = dict[str, Any]
Drawing = alt.LayerChart | alt.Chart


@dataclass(frozen=True, slots=True)
class Level:
    """What a rule made of the claims of one day; None is an open or unknown side."""

    on: date
    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as printed, from `low` to `high` where its words allow more than one value.

    `outlet` is as in the legend. `state` is `plain`, `cited` (by an error or a warning)
    or `withdrawn`.
    """

    on: date
    value: float
    low: float
    high: float
    outlet: str
    state: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Break:
    """The day from which the series counts something else."""

    on: date
    reason: str


def draw(
    levels: Sequence[Level],
    printed: Sequence[Printed],
    breaks: Sequence[Break],
    outlets: Sequence[str],
    size: tuple[int, int],
) -> alt.LayerChart | None:
    """Return the chart; None where there is nothing to draw.

    `outlets` are all that print, at most as many as there are shapes. `size` is the width and
    height in pixels, without labels.
    """
    width, height = size
    days = [level.on for level in levels] + [figure.on for figure in printed]
    if not days:
        return None
    within = [line for line in breaks if min(days) <= line.on <= max(days)]
    layers = [*_levels(levels), *_breaks(within)]
    legend = alt.Legend(title=None, columns=max(2, width // PER_OUTLET), columnPadding=24)
    layers += _printed(printed, outlets, _keys(outlets, legend))
    form = "%b %Y" if (max(days) - min(days)).days > LONG else "%-d %b"
    axis = alt.Axis(format=form, labelOverlap=True, grid=False)
    on = alt.X("on:T", title=None, timeUnit="yearmonthdate", axis=axis, scale=alt.Scale(padding=24))
    chart = alt.LayerChart(layer=[layer.encode(x=on) for layer in layers], config=_config())
    return chart.properties(width=width, height=height)


def bars(counts: pl.DataFrame, size: tuple[int, int]) -> alt.Chart:
    """Return a chart of counts: its columns are what was counted, days or names, and how many."""
    counted, n = counts.columns
    axis = alt.Axis(format=",~f", tickMinStep=1)
    bar = alt.Chart(counts, config=_config()).mark_bar(color="var(--g0)")
    if counts.schema[counted].is_temporal():
        on = alt.X(counted, type="temporal", title=None, timeUnit="yearmonthdate")
        placed = bar.encode(x=on, y=alt.Y(n, type="quantitative", title=None, axis=axis))
    else:
        name = alt.Y(counted, type="nominal", title=None, sort=None)
        placed = bar.encode(y=name, x=alt.X(n, type="quantitative", title=None, axis=axis))
    width, height = size
    sized: alt.Chart = placed.properties(width=width, height=height)
    return sized


def svg(chart: alt.LayerChart) -> Markup:
    """Return the chart for a page: in the page's colours, each figure a link with its words."""
    root = etree.fromstring(vl_convert.vegalite_to_svg(chart.to_json(validate=False)))
    for link in root.iter(f"{SVG}a"):
        link.set("href", link.attrib.pop(XLINK_HREF).removeprefix(NOWHERE))
        link.set("tabindex", "-1")  # the tables say the same to whoever uses no pointer
        etree.SubElement(link, f"{SVG}title").text = link[0].get("aria-label")
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704  the tree escapes its text


def png(chart: Drawing) -> bytes:
    """Return the chart as a picture, in the colours of a light page."""
    light, _, _ = STYLE.read_text(encoding="utf-8").partition("@media")
    colours = dict(re.findall(r"(--\w+): (#\w+)", light))
    spec = re.sub(r"var\((--\w+)\)", lambda name: colours[name[1]], chart.to_json(validate=False))
    return vl_convert.vegalite_to_png(spec)


def _levels(levels: Sequence[Level]) -> Iterator[alt.Chart]:
    """Yield the band and the line, with a gap where a side is missing; a lone day still shows."""
    if any(level.low is not None and level.high is not None for level in levels):
        yield (
            _chart(levels)
            .mark_area(color="var(--band)", stroke="var(--band)", strokeWidth=2)
            .transform_calculate(closed="isValid(datum.high) ? datum.low : null")
            .encode(y=_y("closed"), y2="high:Q")
        )
    if any(level.best is not None for level in levels):
        point = {"size": 8, "color": "var(--ink)"}
        line = _chart(levels).mark_line(color="var(--ink)", strokeWidth=1.75, point=point)
        yield line.encode(y=_y("best"))


def _breaks(breaks: Sequence[Break]) -> Iterator[alt.Chart]:
    if breaks:
        rule = _chart(breaks).mark_rule(color="var(--soft)", strokeDash=[4, 4])
        yield rule.encode(description="reason:N")


def _keys(outlets: Sequence[str], legend: alt.Legend) -> Keys:
    """Return how marks and legend tell the outlets apart."""
    colours = alt.Scale(domain=outlets, range=[f"var(--g{n})" for n in range(len(outlets))])
    shapes = alt.Scale(domain=outlets, range=SHAPES)
    return {
        "color": alt.Color("outlet:N", scale=colours, legend=legend),
        "shape": alt.Shape("outlet:N", scale=shapes, legend=legend),
    }


def _printed(printed: Sequence[Printed], outlets: Sequence[str], keys: Keys) -> Iterator[alt.Chart]:
    """Yield the marks of each outlet, a little beside those of the others."""
    for number, outlet in enumerate(outlets):
        beside = OFFSET * ((number + 1) // 2) * (-1) ** number
        yield from _marks([f for f in printed if f.outlet == outlet], keys, beside)


def _marks(printed: Sequence[Printed], keys: Keys, beside: int) -> Iterator[alt.Chart]:
    if ranged := [figure for figure in printed if figure.low < figure.high]:
        whisker = _chart(ranged).mark_rule(strokeWidth=2, xOffset=beside)
        yield whisker.encode(y=_y("low"), y2="high:Q", color=keys["color"])
    if cited := [figure for figure in printed if figure.state == "cited"]:
        ring = _chart(cited).mark_point(
            shape="circle", size=240, stroke="var(--error)", opacity=1, xOffset=beside
        )
        yield ring.encode(y=_y("value"))
    for is_filled in (False, True):
        if shown := [f for f in printed if (f.state != "withdrawn") is is_filled]:
            point = _chart(shown).mark_point(filled=is_filled, size=60, opacity=1, xOffset=beside)
            yield point.encode(y=_y("value"), href="href:N", description="label:N", **keys)


def _chart(rows: Iterable[Any]) -> alt.Chart:
    return alt.Chart(pl.DataFrame([asdict(row) for row in rows]))


def _y(name: str) -> alt.Y:
    return alt.Y(f"{name}:Q", title=None, scale=alt.Scale(zero=False), axis=alt.Axis(format=",~f"))


def _config() -> alt.Config:
    labels: dict[str, Any] = {"labelColor": "var(--soft)", "labelFontSize": 12}
    return alt.Config(
        background="var(--paper)",
        font="system-ui, sans-serif",
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            domain=False, ticks=False, gridColor="var(--line)", labelPadding=6, **labels
        ),
        legend=alt.LegendConfig(orient="bottom", **labels),
    )
