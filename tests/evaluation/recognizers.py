"""The lexer on the English specs of Microsoft's Recognizers-Text: a public yardstick of odd forms.

They are that tool's own unit tests, so its own score would be an upper bound and is not given. A
hit is a value that is equal and whose span overlaps. The specs call every number a number, powers
and telephone numbers included, and spell out forms that no newspaper prints; so they tell more of
currencies, measures and temperatures than of news.
"""

from assets.core.facts.quantities.lexer import lex
from tests.evaluation.scoring import ABSENT, HEADER, SHARED, Score, records, same, table

FOLDER = SHARED / "benchmarks" / "recognizers_spec"
MODELS = {  # the model, and the units of ours that it asks for; None asks for any
    "NumberModel": None, "PercentModel": ("percent",), "CurrencyModel": ("money", "cent", "penny"),
    "DimensionModel": None, "TemperatureModel": None,
}  # fmt: skip


def agrees(quantity, gold: dict) -> bool:
    """Tell whether a quantity of ours says what a gold one does, at the same place."""
    if quantity.end <= gold["start"] or gold["end"] <= quantity.start:
        return False
    return same(quantity.value, gold["value"])


def score(model: str) -> Score:
    total, units = Score(), MODELS[model]
    for record in records(FOLDER / f"{model}.jsonl"):
        if not record["meta"]["python_ok"]:
            continue
        found = [q for q in lex(record["text"]) if units is None or q.unit in units]
        golds = [gold for gold in record["gold"] if gold["value"] is not None]
        hits = sum(any(agrees(quantity, gold) for quantity in found) for gold in golds)
        total.add(hits, len(found), len(golds))
    return total


def report() -> str:
    if not FOLDER.is_dir():
        return ABSENT.format("the Recognizers-Text specs")
    rows = [score(model).row(model) for model in MODELS]
    return table("Recognizers-Text specs, value and overlapping span", [HEADER, *rows])


if __name__ == "__main__":
    print(report())
