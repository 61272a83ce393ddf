"""How likely a fact is right in all fields, by what it was read from.

Belongs here: the features of a reading and the logistic curve over them. Not here: the weights,
which are data (`confidence.yaml`), and how they are fitted (`tests/evaluation/confidence.py`).
"""

from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path

import yaml

from assets.core.facts.linking.relations import OWN
from assets.core.facts.reading import Reading

WEIGHTS = Path(__file__).with_suffix(".yaml")
LONG = 40  # words of a sentence from which its parse is less to be trusted


def features(reading: Reading) -> dict[str, float]:
    """Return what is known to make a fact surer or less sure, each between 0 and 1."""
    meaning = reading.meaning
    return {
        "always": 1.0,
        "has_metric": float(meaning is not None),
        "has_series": float(reading.series is not None),
        "is_loosely_linked": float(meaning is not None and meaning.relation.strength < OWN),
        "is_elided": float(reading.link.is_elided),
        "has_no_counted": float(reading.counted is None),
        "is_measure": float(reading.quantity.unit not in ("count", "money", "percent")),
        "is_vague": float(reading.quantity.bound in ("vague", "between")),
        "has_source": float(reading.attribution is not None),
        "is_not_asserted": float(reading.modality != "asserted"),
        "is_part": float(reading.whole is not None),
        "is_in_long_sentence": float(reading.sentence.text.count(" ") >= LONG),
    }


@cache
def weights() -> Mapping[str, float]:
    """Return the fitted weight of each feature."""
    fitted: Mapping[str, float] = yaml.safe_load(WEIGHTS.read_text(encoding="utf-8"))
    return fitted


def confidence_of(reading: Reading) -> float:
    """Return the calibrated chance that a fact is right in all fields."""
    fitted = weights()
    score = sum(fitted[name] * value for name, value in features(reading).items())
    return round(1 / (1 + exp(-score)), 3)
