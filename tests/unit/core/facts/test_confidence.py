"""Confidence is a chance, and what is read loosely is less sure."""

from assets.catalogue.catalogue import load
from assets.core.facts.confidence import confidence_of, features, weights
from assets.core.facts.extract import readings
from tests.extraction import article, articles

CATALOGUE = load()


def reading_of(text):
    ((_, reading),) = readings(articles([article("a", text)]), CATALOGUE)
    return reading


def test_every_feature_has_a_weight_and_every_weight_a_feature():
    assert set(features(reading_of("Ten died."))) == set(weights())


def test_confidence_is_a_chance():
    assert 0 < confidence_of(reading_of("Ten died.")) < 1


def test_a_figure_of_a_series_is_surer_than_one_that_fits_nothing():
    told = reading_of("Israel's offensive has killed 33,000 people in Gaza.")
    loose = reading_of("He said it was about 33,000.")
    assert confidence_of(told) > confidence_of(loose)
