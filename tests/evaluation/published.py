"""Where people read what was measured: the README's table and the report's page on method.

Belongs here: writing the lines that evaluations yield into both. Not here: measuring.
"""

import csv
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

from tests.evaluation.scoring import Measured

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
REPORT = ROOT / "assets" / "out" / "report" / "measured.csv"
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->\n"
COLUMNS = [field.name for field in fields(Measured)]


def publish(lines: Sequence[Measured]) -> None:
    """Write all lines to the report's data and, as a table, between the marks of the README."""
    with REPORT.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        rows.writeheader()
        rows.writerows(map(asdict, lines))
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(before + BEGIN + as_markdown(lines) + END + after, encoding="utf-8")


def as_markdown(lines: Sequence[Measured]) -> str:
    """Return the lines as a table of markdown."""
    header = ("what", "on", "ours", "others")
    rows = [(line.what, line.measured_on, line.result, line.others) for line in lines]
    return "".join(f"| {' | '.join(row)} |\n" for row in [header, ("---",) * 4, *rows])
