"""The bars that extraction must reach on the gold beside the project."""

import json

import pytest

from tests.evaluation.gold import gold_sets, score
from tests.evaluation.scoring import ABSENT, SHARED

BARS = {
    "seeds": {
        "value": 0.97,
        "value+bound": 0.95,
        "metric only": 0.92,
        "value+authority": 0.92,
        "series only": 0.95,
    },
    "development": {
        "value": 0.94,
        "value+bound": 0.90,
        "value+metric": 0.85,
        "value+authority": 0.80,
        "series only": 0.85,
    },
}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason=ABSENT.format(SHARED))
def test_extraction_reaches_its_bars_on_gold():
    scores = {
        gold.name: json.loads(score(gold, "--json")) for gold in gold_sets() if gold.name in BARS
    }
    below = [
        (name, level, scores[name][level]["f1"])
        for name, bars in BARS.items()
        for level, bar in bars.items()
        if scores[name][level]["f1"] < bar
    ]
    assert below == []
