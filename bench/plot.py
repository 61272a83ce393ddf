"""Times over sizes as a picture: both axes logarithmic, so that what is linear is a straight slope.

Belongs here: lines to SVG, with no library. Not here: what the lines mean.
"""

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT, LEFT, RIGHT, EDGE = 760, 460, 60, 190, 40
COLOURS = ("#1b4f72", "#b03a2e", "#1e8449", "#7d3c98", "#b9770e", "#117a65", "#515a5a", "#cb4335")


class Line(NamedTuple):
    """A name and its (size, seconds)."""

    label: str
    points: Sequence[tuple[float, float]]


def log_log(lines: Sequence[Line]) -> str:
    """Return the lines as an SVG document with a grid of powers of ten."""
    sizes = [size for line in lines for size, _ in line.points]
    times = [seconds for line in lines for _, seconds in line.points]
    x = Scale(sizes, LEFT, WIDTH - RIGHT)
    y = Scale(times, HEIGHT - EDGE, EDGE)
    body = [f'<text x="{LEFT}" y="20">seconds over size</text>']
    for power in x.powers():
        at = x.place(power)
        body.append(f'<path class="grid" d="M{at:.0f} {EDGE}V{HEIGHT - EDGE}"/>')
        body.append(
            f'<text x="{at:.0f}" y="{HEIGHT - 15}" text-anchor="middle">{power:,.0f}</text>'
        )
    for power in y.powers():
        at = y.place(power)
        body.append(f'<path class="grid" d="M{LEFT} {at:.0f}H{WIDTH - RIGHT}"/>')
        body.append(f'<text x="{LEFT - 8}" y="{at + 4:.0f}" text-anchor="end">{power:g}</text>')
    for number, line in enumerate(lines):
        colour = COLOURS[number % len(COLOURS)]
        places = [f"{x.place(size):.1f},{y.place(seconds):.1f}" for size, seconds in line.points]
        row = EDGE + 22 * number
        body.append(f'<polyline stroke="{colour}" points="{" ".join(places)}"/>')
        body.append(f'<path stroke="{colour}" d="M{WIDTH - RIGHT + 12} {row}h18"/>')
        body.append(f'<text x="{WIDTH - RIGHT + 36}" y="{row + 4}">{escape(line.label)}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
        "<style>text{font:13px sans-serif}polyline,path{fill:none;stroke-width:2}"
        ".grid{stroke:#ddd;stroke-width:1}</style>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


class Scale:
    """A logarithmic axis between two places of the drawing."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.low = math.floor(math.log10(min(values)))
        self.high = max(math.ceil(math.log10(max(values))), self.low + 1)
        self.start, self.end = start, end

    def place(self, value: float) -> float:
        """Return where a value stands."""
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def powers(self) -> list[float]:
        """Return the powers of ten on the axis."""
        return [10.0**power for power in range(self.low, self.high + 1)]
