"""The lexer on the English specs of Microsoft's Recognizers-Text: a public yardstick of odd forms.

They are that tool's own unit tests, so its own score would be an upper bound and is not given. A hit
is a value that is equal and whose span overlaps. The specs call every number a number, years, ages and
ordinals included; ours are the measures of the models whose meaning we share.
"""

from assets.core.facts.lexer import lex
from tests.evaluation.scoring import ABSENT, HEADER, SHARED, Score, records, same, table

FOLDER = SHARED / "benchmarks" / "recognizers_spec"
MODELS = {  # the model, and the units of ours that it asks for; None asks for any
    "NumberModel": None, "PercentModel": ("percent",), "CurrencyModel": ("money", "cent", "penny"),
    "DimensionModel": None, "TemperatureModel": None, "NumberRangeModel": None,
}  # fmt: skip


def agrees(quantity, gold: dict) -> bool:
    """Tell whether a quantity of ours says what a gold one does, at the same place."""
    if quantity.end <= gold["start"] or gold["end"] <= quantity.start:
        return False
    if gold["value"] is not None:
        return same(quantity.value, gold["value"])
    return same(quantity.low, gold["low"]) and same(quantity.high, gold["high"])


def score(model: str, *, show: bool = False) -> Score:
    total, units = Score(), MODELS[model]
    for record in records(FOLDER / f"{model}.jsonl"):
        if not record["meta"]["python_ok"]:
            continue
        found = [q for q in lex(record["text"]) if units is None or q.unit in units]
        golds = [
            g
            for g in record["gold"]
            if g["value"] is not None or g["low"] is not None or g["high"] is not None
        ]
        hits = 0
        for gold in golds:
            twin = next((q for q in found if agrees(q, gold)), None)
            hits += twin is not None
            if show and twin is None:
                print(
                    model,
                    repr(record["text"][:150]),
                    "WANTED",
                    gold["surface"],
                    gold["value"],
                    "GOT",
                    [(record["text"][q.start : q.end], q.value) for q in found],
                )
        total.add(hits, len(found), len(golds))
    return total


def report() -> str:
    if not FOLDER.is_dir():
        return ABSENT.format("the Recognizers-Text specs")
    rows = [score(model).row(model) for model in MODELS]
    return table("Recognizers-Text specs, value and overlapping span", [HEADER, *rows])


if __name__ == "__main__":
    for model in MODELS:
        score(model, show=True)
    print(report())
