"""The parts that a counted thing plays to the words around it, off the dependency tree.

Belongs here: grammar alone. Not here: which noun is counted (`counted.py`), what the words mean
(`meaning/meaning.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from assets.core.facts.text.tree import NOUN_TAGS, VERB_TAGS, told_of

Role = Literal["object", "subject", "modifier", "noun", "head", "possessed"]

# How sure a relation is: of a bare number to the state next to it, of the verb of the clause, of
# the counted noun's own clause, of a noun that names a deed, through a second verb, through
# coordination, or by the order of words alone; least where the verb speaks of a part only ("most
# of the 12 men").
SURE, GOVERNED, OWN, DEED = 5.0, 4.0, 3.5, 3.45
CHAINED, SHARED, ADJACENT, PARTIAL = 3.0, 2.0, 1.0, 0.2

# Nouns that hand over to what they are a number of.
CARRIERS = frozenset((
    "number", "total", "figure", "count", "estimate", "group", "crowd", "remain", "life",
))  # fmt: skip
AUXILIARIES = frozenset(("aux", "auxpass"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
OF_LIKE = frozenset(("of", "to", "for", "among", "with", "into", "at"))
CAPTIVE = frozenset(("hostage", "captive", "prisoner"))  # what people are taken, and held
TOGETHER = frozenset(("along", "together"))


@dataclass(frozen=True, slots=True)
class Relation:
    """The part that the counted thing plays to a word: it is the object of `token`, and so on."""

    role: Role
    token: Token
    strength: float


def below(node: Token) -> Iterator[Relation]:
    """Yield what a noun is to the words that describe it: "12 people killed", "12 wounded men"."""
    for child in node.children:
        if child.dep_ in ("amod", "compound"):
            yield modifier(child, OWN)
        elif child.dep_ == "acl":
            role: Role = "subject" if child.tag_ == "VBG" else "object"
            yield Relation(role, child, OWN)
            yield from _complements(child, role)
            yield from _joined(child, "object")
        elif child.dep_ == "relcl":
            yield from _relative(child)
        elif child.dep_ == "prep" and child.lower_ != "of":  # "people in custody"
            yield from (modifier(noun, SHARED) for noun in _objects(child))
        elif child.dep_ == "poss":
            yield Relation("possessed", node, OWN)


def above(node: Token, strength: float = GOVERNED) -> Iterator[Relation]:
    """Yield what a noun is to the words that govern it: "killed 12 people", "the death of 12"."""
    parent, dependency = node.head, node.dep_
    if dependency == "nsubjpass":
        yield from _verb(parent, "object", strength)
    elif dependency == "nsubj" and _is_bare_participle(parent):
        yield from _verb(parent, "object", strength)
        yield Relation("subject", parent, min(strength, CHAINED))  # "80 people drowned"
    elif dependency == "nsubj" and parent.tag_ == "JJ":  # "with 80 people dead"
        yield modifier(parent, strength)
    elif dependency == "nsubj":
        yield from _verb(parent, "subject", strength)
        yield from _of_company(parent)
        objects = [child for child in parent.children if child.dep_ == "dobj"]
        if parent.tag_ == "VBD" and all(noun.lower_ in CAPTIVE for noun in objects):
            yield Relation("object", parent, SHARED)  # "80 people wounded", taken for active
    elif dependency in ("dobj", "dative", "oprd"):
        yield from _verb(parent, "object", strength)
    elif dependency == "pobj":
        yield from _through_preposition(parent, strength)
    elif dependency == "poss":  # "the six monks' murder"
        yield Relation("object", parent, min(strength, CHAINED))
    elif dependency in ("conj", "appos") and parent.tag_ not in VERB_TAGS:
        yield from above(parent, min(strength, CHAINED if dependency == "conj" else SHARED))


def _of_company(verb: Token) -> Iterator[Relation]:
    """Yield what befell those that the counted are said to be among: "among the guests killed"."""
    for child in verb.children if verb.lemma_ == "be" else ():
        if child.lower_ == "among":
            for noun in _objects(child):
                yield from below(noun)


def modifier(token: Token, strength: float) -> Relation:
    """Return the relation to an adjective or participle that says what state the counted is in."""
    return Relation("object" if token.tag_ in ("VBN", "VBD") else "modifier", token, strength)


def _objects(preposition: Token) -> Iterator[Token]:
    return (child for child in preposition.children if child.dep_ == "pobj")


def _relative(verb: Token) -> Iterator[Relation]:
    """Yield the part that the antecedent plays in its relative clause."""
    for child in verb.children:
        if child.dep_ == "nsubjpass":
            yield from _verb(verb, "object", OWN)
            return
        if child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP"):
            yield from _verb(verb, "subject", OWN)
            return
    told = told_of(verb)
    if told is None:
        yield Relation("object", verb, OWN)
    else:
        is_passive = told.tag_ == "VBN" and not _is_active_perfect(told)
        has_subject = any(child.dep_ in SUBJECTS for child in told.children)
        yield from _verb(told, "object" if is_passive or has_subject else "subject", OWN)


def _is_bare_participle(verb: Token) -> bool:
    """Tell "11 injured" from "they have injured"."""
    return verb.tag_ == "VBN" and not any(c.dep_ in AUXILIARIES for c in verb.children)


def _verb(verb: Token, role: Role, strength: float) -> Iterator[Relation]:
    """Yield the relation to a verb, to what completes it, and to verbs joined to it."""
    yield Relation(role, verb, strength)
    yield from _complements(verb, role)
    if role != "object" or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        yield from _joined(verb, role)


def _joined(verb: Token, role: Role) -> Iterator[Relation]:
    for child in verb.children:
        has_own = any(c.dep_ in (*SUBJECTS, "dobj") for c in child.children)
        if child.dep_ == "conj" and not has_own:
            yield Relation(role, child, SHARED)
            yield from _complements(child, role)


def _complements(verb: Token, role: Role) -> Iterator[Relation]:
    """Yield states that a verb ascribes: "confirmed dead", "feared buried", "are in captivity".

    What a verb makes its object do ("asking them to flee") is no state of its subject.
    """
    has_object = role == "subject" and any(child.dep_ == "dobj" for child in verb.children)
    for child in verb.children:
        if child.dep_ in ("acomp", "oprd", "attr"):
            yield modifier(child, CHAINED)
            if child.tag_ == "JJ":  # "due to be freed", "the first to be freed"
                yield from _complements(child, role)
                yield from _infinitives(child)
        elif child.dep_ in ("xcomp", "advcl", "ccomp") and child.i > verb.i and not has_object:
            passive = child.tag_ == "VBN" and not _is_active_perfect(child)
            chained: Role = "object" if passive else "subject"
            yield Relation(chained, child, CHAINED)
            if child.dep_ == "xcomp":
                yield from _complements(child, chained)
        elif child.dep_ == "prep":
            yield from (Relation("modifier", noun, CHAINED) for noun in _objects(child))


def _infinitives(state: Token) -> Iterator[Relation]:
    for verb in state.children:
        if verb.dep_ in ("relcl", "acl") and any(c.lower_ == "to" for c in verb.children):
            yield Relation("object" if verb.tag_ == "VBN" else "subject", verb, CHAINED)


def _is_active_perfect(verb: Token) -> bool:
    auxiliaries = {c.lemma_ for c in verb.children if c.dep_ in AUXILIARIES}
    return "have" in auxiliaries and "be" not in auxiliaries


def _through_preposition(preposition: Token, strength: float) -> Iterator[Relation]:
    governor = preposition.head
    if preposition.dep_ == "agent":
        yield Relation("subject", governor, strength)
    elif _is_together(preposition) or preposition.lower_ == "including":
        yield from _in_company(governor)
    elif governor.tag_ in NOUN_TAGS and governor.lemma_ in CARRIERS:
        yield from below(governor)
        yield from above(governor, strength)
    elif preposition.lower_ in OF_LIKE and not is_instrument(preposition):
        is_deed = preposition.lower_ == "of" and governor.tag_ == "NN"  # "the release of 12"
        yield Relation("object", governor, min(strength, DEED if is_deed else CHAINED))
        if governor.dep_ == "pobj":  # "in return for 240 prisoners"
            yield from above(governor, SHARED)


def _is_together(preposition: Token) -> bool:
    """Tell the prepositions before company: "alongside", "along with", "together with"."""
    if preposition.lower_ == "alongside":
        return True
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    return preposition.lower_ == "with" and before in TOGETHER


def _in_company(governor: Token) -> Iterator[Relation]:
    """Yield what company shares with whom it is in: "he was killed alongside his three sons"."""
    node = governor.head if governor.lower_ in TOGETHER else governor
    if node.tag_ in NOUN_TAGS:
        yield from above(node, SHARED)
    elif node.tag_ in VERB_TAGS:
        yield from _verb(node, "object" if _has_object(node) else "subject", CHAINED)


def is_instrument(preposition: Token) -> bool:
    """Tell "he was killed with two shots" from what a verb is done to."""
    verb = preposition.head
    return preposition.lower_ == "with" and verb.tag_ in VERB_TAGS and _has_object(verb)


def _has_object(verb: Token) -> bool:
    """Tell a verb that is passive or has an object."""
    return _is_bare_participle(verb) or any(
        child.dep_ in ("nsubjpass", "auxpass", "dobj") for child in verb.children
    )
