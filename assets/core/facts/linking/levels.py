"""What a figure is the level of: "the death toll has risen to 12", "a population of 9,000".

Belongs here: finding the noun that is measured. Not here: what it measures (`meaning/meaning.py`).
"""

from spacy.tokens import Token

from assets.core.facts.linking.counted import phrase
from assets.core.facts.linking.links import Link
from assets.core.facts.linking.relations import CARRIERS, GOVERNED, SUBJECTS, Relation, below
from assets.core.facts.text.tree import NOUN_TAGS, VERB_TAGS

# Verbs between a level and what it is the level of; the setting ones have it for their object.
SETTING_VERBS = frozenset((
    "put", "estimate", "bring", "push", "raise", "take", "revise", "give", "update",
))  # fmt: skip
LEVEL_VERBS = frozenset((
    "be", "stand", "reach", "pass", "exceed", "surpass", "top", "hit", "rise", "climb", "grow",
    "jump", "soar", "increase", "fall", "drop", "decline", "approach", "near", "total", "cross",
    "go", "come", "rocket", "swell", "shoot", "remain", "number", "plummet", "plunge", "tumble",
    "slip", "dip", "slump", "sink", "surge", "leap", "edge", *SETTING_VERBS,
))  # fmt: skip
LEVELS = frozenset(("dobj", "attr", "acomp", "npadvmod"))
LEVEL_PREPOSITIONS = frozenset(("to", "at", "by", "from", "above", "over", "past", "beyond", "as"))
COUNTING = frozenset(("of", "for", "among"))  # between a carrier and what it is a number of
INSIDE_LEVEL = frozenset(("quantmod", "nummod", "npadvmod", "compound"))
TOLL = "toll"
SUMS = frozenset(("total", "figure", "estimate"))  # of what was counted before


def read_level(found: Link, anchor: Token) -> None:
    """Read what a level is the level of ("the death toll passed 30,000") into a link."""
    noun = _subject_of_level(anchor)
    if noun is None or found.first <= noun.i <= found.last:
        return
    has_noun = found.head is not None and found.quantity.unit in ("count", "fraction")
    if has_noun and noun.lemma_ != TOLL:  # "the toll rose to 12 people"
        return
    if noun.lemma_ not in CARRIERS:
        if found.head is None:
            found.head, found.counted = noun, noun.text
        found.relations.append(Relation("head", noun, GOVERNED))
        found.is_level = True
        return
    found.is_bare_total = noun.lemma_ in SUMS
    for preposition in noun.children:
        if preposition.lower_ not in COUNTING:  # "the total in Peru"
            continue
        for counted in preposition.children:
            if counted.dep_ == "pobj" and counted.i < found.first:
                found.head = found.head or counted
                start = counted.left_edge.i - 1
                found.counted = found.counted or phrase(counted.doc, start, counted).text
                found.relations += [
                    Relation("head", counted, GOVERNED),
                    Relation("noun", counted, GOVERNED),
                    *below(counted),
                ]
                found.is_level = True
                found.is_bare_total = False


def _subject_of_level(anchor: Token) -> Token | None:
    node = anchor
    while node.dep_ in INSIDE_LEVEL and node.head.tag_ not in VERB_TAGS:
        node = node.head
    preposition = node.head if node.dep_ == "pobj" else None
    if preposition is not None and preposition.lower_ == "of":
        return preposition.head if preposition.head.tag_ in NOUN_TAGS else None
    if preposition is not None and preposition.lower_ in LEVEL_PREPOSITIONS:
        return _measured_by(preposition.head)
    return _measured_by(node.head) if node.dep_ in LEVELS else None


def _measured_by(verb: Token) -> Token | None:
    """Return what a verb says the level of."""
    if verb.tag_ not in VERB_TAGS or verb.lemma_ not in LEVEL_VERBS or _is_passed(verb):
        return None
    if verb.lemma_ in SETTING_VERBS:
        return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    return _subject(verb)


def _is_passed(verb: Token) -> bool:
    """Tell what is passed ("the bill was passed by 120 votes to 14") from what passes a level."""
    is_passive = verb.dep_ == "acl" or any(child.dep_ == "auxpass" for child in verb.children)
    return verb.lemma_ == "pass" and is_passive


def _subject(verb: Token) -> Token | None:
    """Return the noun that a verb has for its subject, its own or that of the verb it hangs on."""
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.tag_ in NOUN_TAGS:
                return child
            if child.dep_ in SUBJECTS:
                return _described(verb, "relcl")
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.tag_ not in VERB_TAGS:
            return _described(verb, "acl")
        verb = verb.head


def _described(verb: Token, dependency: str) -> Token | None:
    """Return the noun that a clause describes."""
    return verb.head if verb.dep_ == dependency and verb.head.tag_ in NOUN_TAGS else None
