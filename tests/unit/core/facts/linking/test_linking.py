"""What a quantity counts, and what happened to it, by grammar alone."""

import pytest

from assets.core.facts.linking.linking import link
from assets.core.facts.quantities.lexer import lex
from assets.core.facts.text.grammar import parse


def links(text):
    (doc,) = parse([text])
    return {text[q.start : q.end]: link(doc, q) for q in lex(text)}


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("The blast killed 14 young workers.", "14", "young workers"),
        ("Hundreds of villagers left.", "Hundreds", "villagers"),
        ("They freed 12 of the prisoners.", "12", "prisoners"),
        ("About 40 (or 8%) of the houses burnt.", "40", "houses"),
        ("Some 30 Malian and foreign hostages were seen.", "30", "Malian and foreign hostages"),
        ("They saw 12 people Monday.", "12", "people"),
        ("The rebels took 40 people hostage.", "40", "people"),
        ("A strike killed nine of Loma's fishermen.", "nine", "Loma's fishermen"),
        ("They agreed on a 40-day truce.", "40", "truce"),
        ("The bank lent $5m for repairs.", "$5m", "repairs"),
        ("Nine dead, 21 hurt", "Nine", None),
    ],
)
def test_the_counted_is_the_noun_of_the_number(text, number, counted):
    assert links(text)[number].counted == counted


@pytest.mark.parametrize(
    ("text", "number", "role", "word"),
    [
        ("The blast killed 14 workers.", "14", "object", "kill"),
        ("Fourteen workers were killed by the blast.", "Fourteen", "object", "kill"),
        ("Fourteen workers died.", "Fourteen", "subject", "die"),
        ("The death of 14 workers shook the town.", "14", "object", "death"),
        ("The fire that killed 14 workers is out.", "14", "object", "kill"),
        ("Officials confirmed 14 workers killed.", "14", "object", "kill"),
        ("Fourteen workers are feared drowned.", "Fourteen", "object", "drown"),
        ("Fourteen workers are still missing.", "Fourteen", "subject", "miss"),
        ("The blast killed seven and injured 11.", "11", "object", "injure"),
        ("Seven people were killed and 11 injured.", "11", "object", "injure"),
        ("9 dead, 21 wounded in blast", "21", "object", "wound"),
        ("The death toll has passed 300.", "300", "head", "toll"),
        ("The town has a population of 9,000.", "9,000", "head", "population"),
        ("The island's 9,000 people were warned.", "9,000", "possessed", "people"),
        ("Two men - both miners - were hurt.", "Two", "object", "hurt"),
        ("The men were swapped in return for 40 captives.", "40", "object", "return"),
    ],
)
def test_the_counted_plays_a_part_to_the_words_around_it(text, number, role, word):
    relations = links(text)[number].relations
    assert (role, word) in {(r.role, r.token.lemma_) for r in relations}


def test_a_number_of_things_hands_over_to_the_things():
    found = links("The number of people killed has risen to 47.")["47"]
    assert found.is_level
    assert found.counted == "people"
    assert ("object", "kill") in {(r.role, r.token.lemma_) for r in found.relations}


def test_the_verb_does_not_speak_of_all_where_it_speaks_of_most():
    found = links("Most of the 60 residents fled.")["60"]
    assert all(r.strength < 1 for r in found.relations if r.token.lemma_ == "flee")
