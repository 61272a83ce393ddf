"""The lexer on quantulum3's own tests (0.10.0, MIT).

They are that tool's own unit tests. They count every bare number, years and model names included,
which is the opposite of news use; so the second row leaves out what they call dimensionless. A hit
is a value that is equal and whose span overlaps.
"""

from assets.core.facts.quantities.lexer import lex
from tests.evaluation.scoring import ABSENT, HEADER, SHARED, Score, records, same, table

FOLDER = SHARED / "benchmarks" / "quantulum3_tests"


def agrees(quantity, gold: dict) -> bool:
    """Tell whether a quantity of ours says what a gold one does, at the same place."""
    overlaps = quantity.start < gold["end"] and gold["start"] < quantity.end
    return overlaps and same(quantity.value, gold["value"])


def score(*, measured_only: bool) -> Score:
    total = Score()
    for path in sorted(FOLDER.glob("*.jsonl")):
        for record in records(path):
            found, golds = lex(record["text"]), record["gold"]
            if measured_only:
                found = [quantity for quantity in found if quantity.unit != "count"]
                golds = [gold for gold in golds if gold["unit_norm"] != "dimensionless"]
            hits = sum(any(agrees(quantity, gold) for quantity in found) for gold in golds)
            total.add(hits, len(found), len(golds))
    return total


def report() -> str:
    if not FOLDER.is_dir():
        return ABSENT.format("quantulum3's tests")
    rows = [
        score(measured_only=False).row("all numbers"),
        score(measured_only=True).row("with a unit"),
    ]
    return table("quantulum3's tests, value and overlapping span", [HEADER, *rows])


if __name__ == "__main__":
    print(report())
