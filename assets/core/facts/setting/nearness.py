"""Which of the places that a sentence names governs a count.

Belongs here: how near the grammar holds a place to a count. Not here: finding places (`places.py`),
or what else tells where a count is (`setting.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from assets.core.facts.linking.links import Link
from assets.core.facts.linking.relations import Relation
from assets.core.facts.setting.places import Mention
from assets.core.facts.setting.recalls import GENERAL_PLACES
from assets.core.facts.text.tree import FINITE_TAGS, VERB_TAGS

LOCATIVE = frozenset((
    "in", "at", "near", "across", "throughout", "inside", "outside", "into", "within", "around",
))  # fmt: skip
APPOSED = 3  # tokens at most between a place and what it is said to be: "Rafah, which is home to"
IN_NAMES = frozenset(("poss", "compound", "amod", "nmod"))
# The place of the verb, of the clause around, of the counted, of whom the place owns, of what
# governs the count, and of anything else in the sentence.
AT_VERB, AROUND, AT_COUNTED, HOME, OWNER, ABOVE, ELSEWHERE = 0.0, 0.2, 0.3, 0.4, 1.5, 2.0, 4.0
NEAREST = AT_VERB
TOKENS = 10  # tokens of distance that are worth 1 elsewhere in the sentence


UNDERGOING = frozenset(("be", "have", "see", "lose", "suffer", "witness", "mourn"))
JOINED = re.compile(r",? and (?:in )?(?:the )?")
AGAINST = frozenset(("on", "against", "of", "into"))


@dataclass(frozen=True, slots=True)
class Nearness:
    """A place and how far the grammar holds it from a count; 0 is nearest.

    Another place `beside` it is where the count is, too: "in Libya and Egypt".
    """

    place: str
    distance: float
    beside: str | None = None


def governing(
    mentions: Sequence[Mention], link: Link, relation: Relation | None, doer: Token | None
) -> Nearness | None:
    """Return the mention that the grammar holds nearest to a count, which `doer` has made.

    A place stands to the verb ("killed in …"), to the counted ("people in …", "the town's …"), to
    the clause around ("…, where 12 were killed"), to the doer ("raids on … have killed 12"), or at
    least in the same sentence.
    """
    doc = link.top.doc
    near = []
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        distance = None if span is None else _distance(span.root, link, relation, doer)
        if distance is not None:
            near.append(Nearness(mention.place, distance, _beside(mention, mentions, doc.text)))
    return min(near, key=lambda found: found.distance, default=None)


def _is_of_doer(place: Token, doer: Token | None) -> bool:
    """Tell where somebody did it: "raids on the town have killed 12"."""
    is_theirs = doer is not None and place.dep_ == "pobj" and place.head.head == doer
    return is_theirs and place.head.lower_ in LOCATIVE | AGAINST


def _beside(mention: Mention, others: Sequence[Mention], text: str) -> str | None:
    """Return the place that is named together with one: "in Libya and Egypt"."""
    for other in others:
        first, last = sorted((mention, other), key=lambda m: m.start)
        if JOINED.fullmatch(text, first.end, last.start):
            return other.place
    return None


def _distance(
    place: Token, link: Link, relation: Relation | None, doer: Token | None
) -> float | None:
    if place.lower_ == "there" and place.dep_ == "advmod":
        return _of_adverb(place, link, relation)
    if _is_of_doer(place, doer):
        return AROUND
    if place.dep_ in IN_NAMES:
        return _of_owner(place, link, relation)
    is_apposed = relation is not None and _is_apposed(place, relation.token)
    if is_apposed or any(_tells_of(clause, link.top) for clause in place.children):
        return AROUND
    if place.dep_ == "nsubj":  # "Rafah was home to 250,000 people"
        return HOME if _is_undergone(place.head, link.top) else None
    return _of_preposition(place, link, relation)


def _tells_of(clause: Token, counted: Token) -> bool:
    """Tell whether what describes a place tells of a count, not as a time or cause besides."""
    if clause.dep_ not in ("relcl", "appos") or not clause.is_ancestor(counted):
        return False
    within = takewhile(lambda token: token != clause, counted.ancestors)
    return not any(t.dep_ == "advcl" and t.tag_ in FINITE_TAGS for t in within)


def _is_undergone(verb: Token, counted: Token) -> bool:
    """Tell whether a verb says what a place is or what befell it, in the clause of a count."""
    if verb.lemma_ not in UNDERGOING:
        return False
    above = takewhile(lambda token: token != verb, counted.ancestors)
    return verb in counted.ancestors and all(token.tag_ not in FINITE_TAGS for token in above)


def _is_apposed(place: Token, word: Token) -> bool:
    """Tell "Rafah, home to" and "Rafah, which is home to"."""
    between = place.doc[place.i + 1 : word.i]
    return (
        0 < word.i - place.i <= APPOSED + 1
        and word.tag_ not in VERB_TAGS
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
    is_governing = attached == link.top.head and attached.tag_ in VERB_TAGS
    if is_governing or attached in (link.top, link.head):
        return AT_COUNTED
    steps = next((n for n, node in enumerate(link.top.ancestors) if node == attached), None)
    if steps is not None:
        return ABOVE + steps
    return ELSEWHERE + abs(place.i - link.top.i) / TOKENS


def _of_adverb(there: Token, link: Link, relation: Relation | None) -> float | None:
    """Return the distance of "were killed there", "people there"."""
    if there.tag_ != "RB":
        return None
    if relation is not None and there.head == relation.token:
        return AT_VERB
    return AT_COUNTED if there.head in (link.top, link.head) else None


def sites_of(link: Link, relation: Relation | None) -> Iterator[Token]:
    """Yield the nouns in or at which the counted are: "at a school", "a school where 12 died"."""
    head = link.head or link.top
    nodes = {link.top, head, relation.token if relation else link.top}
    behind = head.doc[head.i + 1 : head.i + 2]  # "the slaughter of 12 people at a concert"
    yield from (c for word in behind if word.lower_ in LOCATIVE for c in word.children)
    yield from (c for verb in head.children if verb.lemma_ == "attend" for c in verb.children)
    for node in nodes:
        if any(child.lower_ == "where" for child in node.children):
            yield from [node.head] if node.dep_ == "relcl" else _named(node.head)
        for preposition in node.children:
            nouns = [noun for noun in preposition.children if noun.dep_ == "pobj"]
            if preposition.lower_ in LOCATIVE:
                yield from nouns
            elif preposition.lower_ == "from":  # of one place: people are driven "from their homes"
                yield from (noun for noun in nouns if noun.tag_ == "NN")


def _named(verb: Token) -> Iterator[Token]:
    """Yield what a verb has for subject and object, with its sort: "toured Kibbutz Be'eri"."""
    for noun in verb.children:
        if noun.dep_ in ("nsubj", "dobj"):
            yield noun
            yield from (child for child in noun.children if child.dep_ == "compound")
