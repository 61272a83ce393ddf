"""Everything measured at three sizes, and docs/benchmarks.md and its picture made of that.

Belongs here: the sizes and the words around the figures. Not here: measuring (`measures.py`).
"""

import math
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import linear_regression
from typing import NamedTuple

from bench import news
from bench.measures import Measured, measure_apart
from bench.plot import Line, log_log

DOCS = news.ROOT / "docs"


class Row(NamedTuple):
    """A measure, what it counts, and the sizes that show how it grows."""

    measure: str
    label: str
    counted: str
    sizes: tuple[int, int, int]


ROWS = (
    Row("extraction", "Crosstally", "articles", (100, 300, 900)),
    Row("spacy_ner", "spaCy, whole pipeline", "articles", (25, 75, 225)),
    Row("quantulum3", "quantulum3", "articles", (25, 75, 225)),
    Row("cqe", "CQE", "articles", (10, 30, 90)),
    Row("one_process", "one process", "articles", (800, 1600, 3200)),
    Row("two_processes", "two processes", "articles", (800, 1600, 3200)),
    Row("dask", "Dask, two workers", "articles", (800, 1600, 3200)),
    Row("ingest", "ingest", "files", (1_000, 3_000, 10_000)),
    Row("look_again", "ingest, all known", "files", (1_000, 3_000, 10_000)),
    Row("reconcile", "reconciliation", "facts", (10_000, 100_000, 1_000_000)),
    Row("report", "report", "articles", (500, 1500, 5000)),
    Row("nothing_new", "a run with nothing new", "files", (50, 300, 1800)),
)
PACKAGES = ("spacy", "polars", "duckdb", "dagster", "distributed")
SPREAD = ("two_processes", "dask")  # the work is done by other processes than the one measured
PEERS = ("spacy_ner", "quantulum3", "cqe")
HEADER = (
    "| what | size | seconds | of the processor | per second | characters per second | peak MB "
    "| slope |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)

HOW = (
    "Every measure runs in a process of its own; loading models is not timed. The slope is the "
    "exponent with which the time (of the processor, where one process does the work) grows with "
    "the size: 1 is linear, less shows a fixed cost. Memory is that of the largest process, "
    "counted from what the process that starts the measures holds."
)
WHAT = (
    "The peers find spans of quantities or entities; Crosstally also reads what they count, when, "
    "who says so, and which series they belong to. CQE runs without its classifiers of units, "
    "which only makes it faster (`bench/peers.py` says why). The two processes are timed with "
    "their start, Dask's workers are there already."
)


def write() -> None:
    """Measure row by row, telling each as it is done, and write the page."""
    subprocess.run([sys.executable, "-m", "bench.news"], cwd=news.ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = folder  # where the measures' processes work
        measured = measure()
    DOCS.mkdir(exist_ok=True)
    (DOCS / "benchmarks.svg").write_text(picture(measured))
    (DOCS / "benchmarks.md").write_text(page(measured))


def measure() -> dict[str, list[Measured]]:
    """Return what was measured, by the measure's name; one of what is not installed is left out."""
    measured: dict[str, list[Measured]] = {}
    for row in ROWS:
        done = [result for size in row.sizes if (result := measure_apart(row.measure, size))]
        if done:
            measured[row.measure] = done
        print("\n".join(lines(row, done)), flush=True)
    return measured


def lines(row: Row, done: Sequence[Measured]) -> list[str]:
    """Return a row's lines of the table."""
    if not done:
        return [f"| {row.label} | not installed here | | | | | | |"]
    return [
        f"| {row.label} | {m.size:,} {row.counted} | {m.seconds:.1f} | {m.cpu_seconds:.1f} "
        f"| {m.size / m.seconds:,.1f} | {rate_of_text(m)} | {m.peak_mb:,.0f} "
        f"| {format(slope(row, done), '.2f') if m is done[-1] else ''} |"
        for m in done
    ]


def rate_of_text(measured: Measured) -> str:
    """Return characters a second, where there were any."""
    return f"{measured.characters / measured.seconds:,.0f}" if measured.characters else ""


def slope(row: Row, done: Sequence[Measured]) -> float:
    """Return the exponent with which the time grows with the size, by least squares.

    The size of text is its characters: some articles are longer than others.
    """
    sizes = [math.log(m.characters or m.size) for m in done]
    times = [math.log(m.seconds if row.measure in SPREAD else m.cpu_seconds) for m in done]
    return linear_regression(sizes, times).slope


def picture(measured: dict[str, list[Measured]]) -> str:
    """Return the times over the sizes, as SVG."""
    labels = {row.measure: row.label for row in ROWS}
    return log_log(
        [Line(labels[name], [(m.size, m.seconds) for m in done]) for name, done in measured.items()]
    )


def page(measured: dict[str, list[Measured]]) -> str:
    """Return docs/benchmarks.md."""
    table = [line for row in ROWS for line in lines(row, measured.get(row.measure, []))]
    return "\n".join(
        [
            "# Benchmarks",
            "",
            f"Made by `make bench` on {datetime.now(UTC):%d %B %Y}: {machine()}.",
            f"The articles are {news.source()}, repeated as often as needed.",
            HOW,
            "",
            HEADER,
            *table,
            "",
            "![The same times over the sizes](benchmarks.svg)",
            "",
            *comparisons(measured),
            "",
            WHAT,
            "",
        ]
    )


def comparisons(measured: dict[str, list[Measured]]) -> list[str]:
    """Return a table of what was asked for and what came of it."""
    ours = measured["extraction"][-1]
    one, two, dask = (measured[name][-1] for name in ("one_process", "two_processes", "dask"))
    names = ("ingest", "look_again", "nothing_new")
    ingest, again, idle = (measured[name][-1] for name in names)
    told = [
        (
            "extraction is linear: slope at most 1.05",
            f"{slope(ROWS[0], measured['extraction']):.2f}",
        ),
        ("two processes do at least 1.7 times the work of one", f"{one.seconds / two.seconds:.2f}"),
        (
            "Dask is within 15 % of two processes",
            f"{dask.seconds / two.seconds - 1:+.0%} of their time",
        ),
        (
            f"{ingest.size:,} files are ingested at 1,500 a second at least",
            f"{ingest.size / ingest.seconds:,.0f}",
        ),
        (f"{again.size:,} known files are looked at in at most 2 s", f"{again.seconds:.1f} s"),
        (
            "a run with nothing new takes at most 3 s",
            f"{idle.seconds:.1f} s, {idle.cpu_seconds:.1f} of the processor, {idle.size:,} files",
        ),
    ]
    told += [
        (f"times as fast as {row.label}", f"{speed(ours) / speed(measured[row.measure][-1]):,.1f}")
        for row in ROWS
        if row.measure in PEERS and row.measure in measured
    ]
    return ["| asked for | measured |", "| --- | --- |", *(f"| {a} | {m} |" for a, m in told)]


def speed(measured: Measured) -> float:
    """Return characters a second of the processor, which other work on the machine slows less."""
    return measured.characters / measured.cpu_seconds


def machine() -> str:
    """Return what it was measured on, and how busy that was with other work."""
    info = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.+)", info.read_text() if info.exists() else "")
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{os.cpu_count()} cores of {(names or [platform.machine()])[0]}, "
        f"Python {platform.python_version()}, {packages}; load {os.getloadavg()[2]:.1f} over the "
        "last quarter of an hour"
    )
