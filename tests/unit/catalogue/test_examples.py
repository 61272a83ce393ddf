"""Every metric of the shipped catalogue reads its own examples, refusals included."""

import pytest

from assets.catalogue.catalogue import load
from tests.extraction import read_texts

CATALOGUE = load()
EXAMPLES = [
    pytest.param(example, id=f"{metric.id}: {example.number} in {example.text[:40]}")
    for metric in CATALOGUE.metrics.values()
    for example in metric.examples
]


@pytest.fixture(scope="module")
def facts_of_text():
    texts = dict.fromkeys(p.values[0].text for p in EXAMPLES)
    return read_texts(texts, CATALOGUE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_read_as_its_metric(example, facts_of_text):
    found = [f for f in facts_of_text[example.text] if f["quote"] == example.number]
    assert [f["metric"] for f in found] == [example.metric]
    if example.metric is not None:
        assert [f["series"] for f in found] == [example.series]


def test_every_metric_has_examples_and_most_a_refusal():
    without = [metric.id for metric in CATALOGUE.metrics.values() if not metric.examples]
    assert without == []
