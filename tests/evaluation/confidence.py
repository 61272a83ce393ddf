"""Whether confidence means something: the share that is right among facts of like confidence.

Belongs here: judging facts against gold, the Brier score, the reliability table, and fitting the
weights (`python -m tests.evaluation.confidence` prints them as `confidence.yaml` holds them).
"""

import importlib.util
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from types import ModuleType

import numpy as np
import yaml

from assets.catalogue.catalogue import load
from assets.core.facts.confidence import confidence_of, features
from assets.core.facts.extract import readings
from assets.core.facts.reading import Reading
from tests.evaluation.gold import Gold, gold_sets
from tests.evaluation.scoring import ABSENT, SHARED, Measured

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)
FIELDS = ("value", "bound", "unit", "modality", "kind", "metric", "authority", "series")
FIELDS_OF_NUMBER = ("value", "low", "high", "bound")
FIELDS_OF_READING = ("unit", "modality", "kind", "metric", "series")
PRIOR = 0.15  # pull of each weight towards nothing, in facts: there is little gold


def scoring_tool() -> ModuleType:
    """Return the scoring tool beside the gold as a module."""
    spec = importlib.util.spec_from_file_location("score_facts", SHARED / "tools/score_facts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(gold: Gold) -> list[tuple[Reading, bool]]:
    """Return each reading of the gold's articles with whether it is right in all fields.

    The kind is asked of what has a metric.

    What gold holds for optional is left out; what it does not know at all is wrong.
    """
    tool = scoring_tool()
    placed = {}
    for record in gold.records():
        for article in gold.articles.iter_rows(named=True):
            names = (article["raw_path"], article["record_key"])
            text = gold.texts.get(record["doc"])
            if record["doc"] in names and (span := tool.place(record, article["text"], text)):
                placed[article["article_id"], span[0]] = record
    found = []
    for article, reading in readings(gold.articles, load()):
        start = reading.sentence.start + reading.quantity.start
        record = placed.get((article.article_id, start))
        if record is None or not record["optional"]:
            found.append((reading, record is not None and _agrees(tool, reading, record)))
    return found


def _agrees(tool: ModuleType, reading: Reading, record: dict) -> bool:
    quantity, who = reading.quantity, reading.attribution
    fact = {
        **{name: getattr(quantity, name) for name in FIELDS_OF_NUMBER},
        **{name: getattr(reading, name) for name in FIELDS_OF_READING},
        "authority": who and who.authority,
    }
    # Readers do not agree among themselves which kind a count of no metric has.
    asked = (field for field in FIELDS if field != "kind" or record["metric"])
    return all(tool.agrees(field, fact, record) for field in asked)


def brier(cases: Iterable[tuple[float, bool]]) -> float:
    """Return the mean square of what confidence was off by; 0 is best.

    >>> brier([(1.0, True), (0.5, False)])
    0.125
    """
    squares = [(confidence - is_right) ** 2 for confidence, is_right in cases]
    return sum(squares) / len(squares)


def fit(cases: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Return the weights of a logistic curve by Newton's method, pulled towards nothing."""
    names = list(cases[0][0])
    facts = np.array([list(found.values()) for found, _ in cases])
    right = np.array([float(is_right) for _, is_right in cases])
    pull = PRIOR * len(names) * np.array([0.0, *[1.0] * (len(names) - 1)])
    weights = np.zeros(len(names))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-facts @ weights))
        slope = facts.T @ (right - chance) - pull * weights
        curve = (facts.T * (chance * (1 - chance))) @ facts + np.diag(pull + 1e-9)
        weights += np.linalg.solve(curve, slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


@cache
def all_cases() -> list[tuple[float, bool]]:
    """Return what was said of each fact that gold judges, and whether it was right."""
    return [(confidence_of(r), ok) for gold in gold_sets() for r, ok in judged(gold)]


def report() -> str:
    """Return the Brier score and the reliability table."""
    if not SHARED.is_dir():
        return f"Confidence: {ABSENT.format(SHARED)}"
    cases = all_cases()
    title = f"Confidence of {len(cases)} facts: Brier score {brier(cases):.3f}"
    lines = [title, "  said   right      n"]
    for low, high in pairwise(BINS):
        inside = [(c, ok) for c, ok in cases if low <= c < high]
        if inside:
            said, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            lines.append(f"  {said:.2f}   {right:.2f}  {len(inside):5}")
    return "\n".join(lines)


def measured() -> Iterator[Measured]:
    """Yield the Brier score."""
    if SHARED.is_dir():
        cases = all_cases()
        result = f"Brier score {brier(cases):.3f}"
        yield Measured(
            "confidence against what was right", f"{len(cases)} facts of all gold", result
        )


if __name__ == "__main__":
    known = [(features(r), ok) for gold in gold_sets() for r, ok in judged(gold)]
    print(yaml.safe_dump(fit(known), sort_keys=False))
