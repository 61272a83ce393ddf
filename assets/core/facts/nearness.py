"""Which of the places that a sentence names governs a count.

Belongs here: how near the grammar holds a place to a count. Not here: finding places (`places.py`),
or what else tells where a count is (`setting.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Token

from assets.core.facts.links import Link
from assets.core.facts.places import Mention
from assets.core.facts.relations import Relation

LOCATIVE = frozenset((
    "in", "at", "near", "across", "throughout", "inside", "outside", "into", "within", "around",
))  # fmt: skip
# Nouns that mean a place named before, and of what sort it must be, if of any.
GENERAL_PLACES = {
    **dict.fromkeys(("town", "city", "village", "camp"), "city"),
    **dict.fromkeys(("area", "region", "district", "province", "there"), None),
    "country": "country",
}
APPOSED = 3  # tokens at most between a place and what it is said to be: "Rafah, which is home to"
IN_NAMES = frozenset(("poss", "compound", "amod", "nmod"))
# The place of the verb, of the clause around, of the counted, of whom the place owns, of what
# governs the count, and of anything else in the sentence.
AT_VERB, AROUND, AT_COUNTED, HOME, OWNER, ABOVE, ELSEWHERE = 0.0, 0.2, 0.3, 0.4, 1.5, 2.0, 4.0
TOKENS = 10  # tokens of distance that are worth 1 elsewhere in the sentence


@dataclass(frozen=True, slots=True)
class Nearness:
    """A place and how far the grammar holds it from a count; 0 is nearest."""

    place: str
    distance: float


def governing(
    mentions: Sequence[Mention], link: Link, relation: Relation | None
) -> Nearness | None:
    """Return the mention that the grammar holds nearest to a count.

    A place stands to the verb ("killed in …"), to the counted ("people in …", "the town's …"), to
    the clause around ("…, where 12 were killed"), or at least in the same sentence.
    """
    near = [
        Nearness(mention.place, distance)
        for mention in mentions
        if (distance := _distance(mention, link, relation)) is not None
    ]
    return min(near, key=lambda found: found.distance, default=None)


def _distance(mention: Mention, link: Link, relation: Relation | None) -> float | None:
    span = link.top.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return None
    place = span.root
    if relation is not None and _is_apposed(place, relation.token):
        return AROUND
    if place.dep_ in IN_NAMES:
        return _of_owner(place, link, relation)
    if any(c.dep_ in ("relcl", "appos") and c.is_ancestor(link.top) for c in place.children):
        return AROUND
    if place.dep_ == "nsubj":  # "Rafah was home to 250,000 people"
        is_home = place.head.lemma_ == "be" and place.head in link.top.ancestors
        return HOME if is_home else None
    return _of_preposition(place, link, relation)


def _is_apposed(place: Token, word: Token) -> bool:
    """Tell "Rafah, home to" and "Rafah, which is home to"."""
    between = place.doc[place.i + 1 : word.i]
    return (
        0 < word.i - place.i <= APPOSED + 1
        and between[:1].text == ","
        and all(token.is_punct or token.lemma_ in ("which", "be") for token in between)
    )


def _of_owner(place: Token, link: Link, relation: Relation | None) -> float | None:
    """Return the distance of "Gaza's people", "the Gaza death toll"."""
    if place.head not in (link.top, link.head, None if relation is None else relation.token):
        return None
    is_of_noun = relation is not None and relation.role in ("noun", "head", "possessed")
    return AT_VERB if is_of_noun else OWNER


def _of_preposition(place: Token, link: Link, relation: Relation | None) -> float | None:
    if place.dep_ == "pobj" and place.head.lower_ == "of":
        general = place.head.head  # "into the city of …"
        place = general if general.lemma_ in GENERAL_PLACES else place
    if place.dep_ != "pobj" or place.head.lower_ not in LOCATIVE:
        return None
    attached = place.head.head
    if relation is not None and attached == relation.token:
        return AT_VERB
    if attached in (link.top, link.head):
        return AT_COUNTED
    steps = next((n for n, node in enumerate(link.top.ancestors) if node == attached), None)
    if steps is not None:
        return ABOVE + steps
    return ELSEWHERE + abs(place.i - link.top.i) / TOKENS


def refers_back(link: Link, relation: Relation | None) -> Token | None:
    """Return the word by which a count is "there" or in "this town": in a place named before."""
    nodes = {link.top, link.head or link.top, relation.token if relation else link.top}
    children = [child for node in nodes for child in node.children]
    described = (node.head for node in link.top.ancestors if node.dep_ == "relcl")
    places = (
        noun
        for preposition in children
        if preposition.dep_ == "prep" and preposition.lower_ in LOCATIVE
        for noun in preposition.children
    )
    named = (noun for noun in (*described, *places) if noun.lemma_ in GENERAL_PLACES)
    return next(chain(filter(_is_there, children), named), None)


def _is_there(token: Token) -> bool:
    """Tell "were killed there" from "there were"."""
    return bool(token.lower_ == "there" and token.dep_ == "advmod" and token.tag_ == "RB")
