"""Reading a quantity off a parsed sentence: what it counts, and the words it stands in relation to.

Belongs here: putting together the counted noun (`counted.py`), the tree (`relations.py`), the order
of words (`word_order.py`) and levels (`levels.py`). Not here: what words mean (`meaning/`).
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from assets.core.facts.linking.counted import counted_noun, phrase
from assets.core.facts.linking.levels import read_level
from assets.core.facts.linking.links import Link
from assets.core.facts.linking.relations import (
    CAPTIVE,
    GOVERNED,
    PARTIAL,
    SUBJECTS,
    Relation,
    above,
    below,
)
from assets.core.facts.linking.word_order import following_state, preceding_word
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.text.tree import tokens_at

PARTITIVES = frozenset(("most", "many", "much", "some", "few", "majority", "part", "none"))


def link(doc: Doc, quantity: Quantity) -> Link:
    """Read the counted noun of a quantity and the words around it off a parsed sentence."""
    first, last = tokens_at(doc, quantity.start, max(quantity.end, quantity.unit_end))
    anchor = _anchor(doc, first, last)
    head = counted_noun(doc, last, anchor, quantity.unit)
    top = anchor if head is None or anchor.is_ancestor(head) else head
    if head is None and anchor.dep_ == "nummod" and anchor.head.lower_ in CAPTIVE:
        top = anchor.head  # "took 240 captive"
    found = Link(quantity, first, last, top, head)
    state_after = last
    if head is not None:
        named = phrase(doc, last, head)
        found.counted = named.text
        state_after = named.end - 1
        found.relations += [Relation("noun", head, GOVERNED), *below(head)]
    if top.dep_ == "pobj" and top.head.lower_ == "of":
        found.owner = top.head.head
    if top != head:  # "thousands of its people" are not all of them
        found.relations = [r for r in found.relations if r.role != "possessed"]
        found.relations += below(top)
    found.relations += above(top)
    found.relations += following_state(doc, max(state_after, last), is_elided=found.is_elided)
    found.relations += preceding_word(doc, found)
    read_level(found, anchor)
    if found.head is None:
        _take_subject(found, _subject_before(top))
    if found.owner is not None and found.owner.lemma_ in PARTITIVES:
        inside = found.inside()
        found.relations = [
            r if r in inside else replace(r, strength=PARTIAL) for r in found.relations
        ]
    return found


def _take_subject(found: Link, noun: Token | None) -> None:
    if noun is not None:
        found.head = noun
        found.counted = phrase(noun.doc, noun.left_edge.i - 1, noun).text


def _subject_before(top: Token) -> Token | None:
    """Return the subject of the clause before: "The gunmen fled but two were arrested"."""
    if top.dep_ not in SUBJECTS or top.head.dep_ != "conj":
        return None
    subjects = (c for c in top.head.head.children if c.dep_ in SUBJECTS and c.i < top.i)
    return next((c for c in subjects if c.tag_ in ("NNS", "NNPS") and not _has_number(c)), None)


def _has_number(noun: Token) -> bool:
    return any(child.tag_ == "CD" for child in noun.children)


def _anchor(doc: Doc, first: int, last: int) -> Token:
    """Return the token of the number that hangs on the rest of the sentence."""
    for token in doc[first : last + 1]:
        if not first <= token.head.i <= last or token.head == token:
            return token
    return doc[last]
