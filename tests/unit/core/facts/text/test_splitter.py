import pytest

from assets.core.facts.text.splitter import sentences_of, spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ten died. Two fled.", ["Ten died.", "Two fled."]),
        ("Mr. Roe met Lt. Col. Ash of the U. N. in St. Ives.", None),
        ("It fell 3.5 per cent. Nobody was hurt.", ["It fell 3.5 per cent.", "Nobody was hurt."]),
        ('"Ten died." He left.', ['"Ten died."', "He left."]),
        ('He said ten died. "About 40 fled.', ["He said ten died.", '"About 40 fled.']),
        ("The war ended.The ministry spoke.", ["The war ended.", "The ministry spoke."]),
        ("Read example.com today.", None),
        ("Why now? Ten died!", ["Why now?", "Ten died!"]),
        ("More talks\nTen died", ["More talks", "Ten died"]),
        ("They met at 5 p.m. Ten left.", ["They met at 5 p.m.", "Ten left."]),
    ],
)
def test_a_full_stop_ends_a_sentence_unless_it_shortens_a_word(text, sentences):
    found = [text[start:end] for start, end in spans(text, 0, len(text))]
    assert found == (sentences or [text])


def test_a_decimal_that_extraction_pulled_apart_stays_in_its_sentence():
    text = "Of the town's 1. 4 million people, 0. 5% left. 30 of them walked."
    found = [text[start:end] for start, end in spans(text, 0, len(text))]
    assert found == ["Of the town's 1. 4 million people, 0. 5% left.", "30 of them walked."]


def test_sentences_keep_their_offsets_and_the_role_of_their_segment():
    text = "A title\nTen died. Two fled."
    segments = [
        {"role": "headline", "start": 0, "end": 7},
        {"role": "body", "start": 8, "end": len(text)},
    ]
    sentences = sentences_of(text, segments)
    assert [s.role for s in sentences] == ["headline", "body", "body"]
    assert all(text[s.start : s.end] == s.text for s in sentences)
