"""The lexer on quantulum3's own tests (0.10.0, MIT).

They are that tool's own unit tests. They count every bare number, years and model names included,
which is the opposite of news use; so the second row leaves out what they call dimensionless. A hit is
a value that is equal and whose span overlaps.
"""

from assets.core.facts.lexer import lex
from tests.evaluation.scoring import ABSENT, HEADER, SHARED, Score, records, same, table

FOLDER = SHARED / "benchmarks" / "quantulum3_tests"


def score(*, measured_only: bool, show: bool = False) -> Score:
    total = Score()
    for path in sorted(FOLDER.glob("*.jsonl")):
        for record in records(path):
            golds = [
                g for g in record["gold"] if not measured_only or g["unit_norm"] != "dimensionless"
            ]
            found = [q for q in lex(record["text"]) if not measured_only or q.unit != "count"]
            hits = 0
            for gold in golds:
                twin = any(
                    same(q.value, gold["value"]) and q.start < gold["end"] and gold["start"] < q.end
                    for q in found
                )
                hits += twin
                if show and not twin:
                    print(
                        repr(record["text"][:150]),
                        "WANTED",
                        gold["surface"],
                        gold["value"],
                        gold["unit_norm"],
                        "GOT",
                        [(record["text"][q.start : q.unit_end], q.value, q.unit) for q in found],
                    )
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
    score(measured_only=True, show=True)
    print(report())
