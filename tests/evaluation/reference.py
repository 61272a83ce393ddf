"""The corpus against the reference: the death toll that we reconcile, day by day, beside the one
that the ministry published; and figures of something else that came into the series.

Belongs here: the comparison. The reference is a daily series of its own (`../shared/reference`).
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import duckdb

from orchestration.run import materialise
from orchestration.settings import Settings
from tests.evaluation.scoring import ABSENT, SHARED, table

CORPUS = SHARED / "corpus"
REFERENCE = SHARED / "reference" / "gaza_daily.csv"
SERIES, MINISTRY = "gaza_deaths", "gaza_health_ministry"
MEDIAN_BAR, TAIL_BAR, LEAKS_BAR = 0.01, 0.05, 0.02
NEAR = 0.05  # other counts of the same dead differ by less
FLOOR = 0.75  # "more than 15,000" is said of 18,000, hardly of more than 20,000
SHOWN = 20

BEST = """
    select metrics.as_of, metrics.best
    from out.metrics as metrics
    where metrics.series = $series and metrics.rule = 'ucdp_triple' and metrics.best is not null
    order by metrics.as_of
"""
REPORTED = """
    select distinct as_of
    from core.dated_readings
    where series = $series and $ministry in (authority, figure_party) and value is not null
"""
TOLD = """
    select facts.value, facts.low, facts.high, articles.published_on, articles.outlet, facts.quote,
        facts.sentence
    from core.facts as facts
    inner join core.articles as articles on facts.article_id = articles.article_id
    where
        facts.series = $series
        and facts.modality = 'asserted'
        and articles.is_latest
        and articles.published_on is not null
    order by articles.published_on, facts.fact_id
"""


@dataclass(frozen=True)
class Told:
    """A figure of the series as an article prints it."""

    value: float | None
    low: float | None
    high: float | None
    published_on: date
    outlet: str | None
    quote: str
    sentence: str


def report() -> str:
    for needed in (CORPUS, REFERENCE):
        if not needed.exists():
            return ABSENT.format(needed)
    with TemporaryDirectory() as home:
        settings = Settings(CORPUS, Path(home))
        assert materialise(settings).success
        with duckdb.connect(settings.published, read_only=True) as con:
            return "\n\n".join(compared(con, reference()))


def reference() -> dict[date, float]:
    """The toll as the ministry published it, by day."""
    with REFERENCE.open(encoding="utf-8") as lines:
        return {
            date.fromisoformat(row["report_date"]): float(row["ext_killed_cum"])
            for row in csv.DictReader(lines)
            if row["ext_killed_cum"]
        }


def compared(con: duckdb.DuckDBPyConnection, toll: dict[date, float]) -> Iterator[str]:
    """Yield the table of errors, and the list of leaks."""
    best = dict(con.execute(BEST, {"series": SERIES}).fetchall())
    days = {"series": SERIES, "ministry": MINISTRY}
    reported = {day for (day,) in con.execute(REPORTED, days).fetchall()} & best.keys()

    def off(day: date) -> float:
        return best[day] / toll[day] - 1

    groups = {"days with a report of the ministry's toll": reported, "all days": best.keys()}
    rows = [("", "days", "median error", "95th percentile")]
    for name, group in groups.items():
        errors = [abs(off(day)) for day in group if day in toll]
        tail = quantiles(errors, n=20)[-1]
        rows.append((name, str(len(errors)), f"{median(errors):.2%}", f"{tail:.2%}"))
    rows.append(("bar", "", f"{MEDIAN_BAR:.0%}", f"{TAIL_BAR:.0%}"))
    yield table(f"{SERIES} of the corpus against the ministry's daily series", rows)
    worst = sorted(reported & toll.keys(), key=lambda day: -abs(off(day)))
    yield table(
        "The days that are furthest off",
        [
            (
                str(day),
                f"{best[day]:,.0f}",
                f"{toll[day]:,.0f}",
                f"{off(day):+.1%}",
            )
            for day in worst[:5]
        ],
    )
    told = [Told(*row) for row in con.execute(TOLD, {"series": SERIES}).fetchall()]
    leaks = [figure for figure in told if is_leak(figure, toll)]
    title = f"Figures of something else in it: {len(leaks)} of {len(told)}"
    yield "\n".join(
        [
            f"{title} ({len(leaks) / len(told):.1%}, bar {LEAKS_BAR:.0%})",
            *(f"  {leak.published_on} {leak.outlet}: {around(leak)}" for leak in leaks[:SHOWN]),
        ]
    )


def is_leak(figure: Told, toll: dict[date, float]) -> bool:
    """Tell a figure that the toll of no day of the last fortnight can have been.

    Vague words tell too little to say.
    """
    day = figure.published_on + timedelta(days=1)
    lately = [toll[day - timedelta(days=n)] for n in range(16) if day - timedelta(days=n) in toll]
    if figure.value is None or not lately:
        return figure.value is not None
    is_floor = figure.low is not None and figure.high is None
    least = min(lately) * (FLOOR if is_floor else 1 - NEAR)
    return not least <= figure.value <= max(lately) * (1 + NEAR)


def around(figure: Told) -> str:
    """The sentence with the number marked, cut to what is near it."""
    sentence = " ".join(figure.sentence.split()).replace(figure.quote, f"«{figure.quote}»", 1)
    place = max(sentence.find("«"), 0)
    return sentence[max(0, place - 110) : place + 90]
