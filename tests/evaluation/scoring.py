"""What the evaluations share: where the benchmarks lie, counting, and tables of plain text.

Belongs here: nothing that knows one benchmark. Each of those has its own module with a `report`.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared"
ABSENT = "skipped: {} is not beside the project"


def records(path: Path) -> Iterator[dict]:
    """Yield the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


@dataclass
class Score:
    """Counts over a set of texts, and the three figures that come of them."""

    hits: int = 0
    predicted: int = 0
    wanted: int = 0

    def add(self, hits: int, predicted: int, wanted: int) -> None:
        self.hits += hits
        self.predicted += predicted
        self.wanted += wanted

    @property
    def precision(self) -> float:
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.predicted + self.wanted) if self.hits else 0.0

    def row(self, name: str) -> tuple[str, ...]:
        figures = (f"{figure:.3f}" for figure in (self.precision, self.recall, self.f1))
        return (name, *figures, f"{self.hits}/{self.predicted}/{self.wanted}")


@dataclass(frozen=True)
class Measured:
    """A line of the table of what was measured, as the README and the report show it."""

    what: str
    measured_on: str
    result: str
    others: str = ""
    """What published or measured peers reach."""


HEADER = ("", "P", "R", "F1", "hits/predicted/wanted")


def same(left: float | None, right: float | None, tolerance: float = 1e-5) -> bool:
    """Tell whether two values are equal within a relative tolerance; None is only itself."""
    if left is None or right is None:
        return left is right
    return abs(left - right) <= tolerance * max(1.0, abs(left), abs(right))


def table(title: str, rows: Iterable[Sequence[str]]) -> str:
    """Return rows as plain text in columns, the first flush left and the others flush right."""
    lines = [tuple(row) for row in rows]
    columns = max(len(line) for line in lines)
    widths = [
        max((len(line[i]) for line in lines if i < len(line)), default=0) for i in range(columns)
    ]
    body = (
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=False))
        ).rstrip()
        for line in lines
    )
    return "\n".join((title, *body))
