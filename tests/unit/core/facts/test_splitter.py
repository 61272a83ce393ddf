"""Where sentences end, and where they do not."""

from assets.core.facts.splitter import spans


def split(text):
    return [text[start:end] for start, end in spans(text, 0, len(text))]


def test_a_decimal_that_extraction_pulled_apart_stays_in_its_sentence():
    text = "Of the town's 1. 4 million people, 0. 5% left. 30 of them walked."
    assert split(text) == ["Of the town's 1. 4 million people, 0. 5% left.", "30 of them walked."]
