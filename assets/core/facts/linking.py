"""A quantity in its sentence: what it counts, and the words it stands in relation to.

Belongs here: putting the counted noun (`counted.py`) and its relations (`relations.py`) together,
levels ("the toll has risen to 12"), and the order of words where the parse is weak (headlines,
lists, ellipsis). Not here: what the words mean (`meaning.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from assets.core.facts.counted import counted_noun, phrase
from assets.core.facts.quantity import Quantity
from assets.core.facts.relations import (
    ADJACENT,
    CARRIERS,
    CHAINED,
    GOVERNED,
    PARTIAL,
    SUBJECTS,
    SURE,
    Relation,
    above,
    below,
    is_instrument,
    modifier,
)
from assets.core.facts.tree import FINITE_TAGS, NOUN_TAGS, VERB_TAGS

# Verbs between a level and what it is the level of; the setting ones have it for their object.
SETTING_VERBS = frozenset(("put", "estimate", "bring", "push", "raise", "take", "revise"))
LEVEL_VERBS = frozenset((
    "be", "stand", "reach", "pass", "exceed", "surpass", "top", "hit", "rise", "climb", "grow",
    "jump", "soar", "increase", "fall", "drop", "decline", "approach", "near", "total", "cross",
    "go", "come", "rocket", "swell", "shoot", "remain", "number", *SETTING_VERBS,
))  # fmt: skip
# Words between the counted and its state: "12 people have been reported dead".
BEFORE_STATE = frozenset((
    "be", "have", "get", "reportedly", "also", "still", "now", "already", "report", "confirm",
    "believe", "fear", "presume", "think", "know", "say", "to", "so", "far", "either", "list",
))  # fmt: skip
LEVELS = frozenset(("dobj", "attr", "acomp", "npadvmod"))
LEVEL_PREPOSITIONS = frozenset(("to", "at", "by", "from", "above", "over", "past", "beyond"))
INSIDE_LEVEL = frozenset(("quantmod", "nummod", "npadvmod", "compound"))
PARTITIVES = frozenset(("most", "many", "much", "some", "few", "majority", "part", "none"))
PRONOUNS = frozenset(("others", "other", "more", "those", "whom", "them"))
BEFORE_NUMBER = frozenset(("DT", "RB", "JJ", "RBR", "JJR", "``"))
TOLL = "toll"
LIST_JOINTS = frozenset((",", "and"))
IN_LIST = BEFORE_NUMBER | NOUN_TAGS | {"CD", "PRP$"}
REACH = 6  # tokens after the counted in which a state is looked for
ASIDE = 8  # tokens of an aside: "12 people - mostly children - were killed"


@dataclass(slots=True)
class Link:
    """A quantity in its sentence: its tokens, the counted noun (None if elided), its relations.

    `top` is the token by which number and noun together hang on the rest of the sentence; `owner`
    is what they belong to ("the families of 12 men"); `is_level` tells that the figure was reached
    ("the toll has risen to 12"), `is_bare_total` that it sums up what was counted before.
    """

    quantity: Quantity
    first: int
    last: int
    top: Token
    head: Token | None
    counted: str | None = None
    relations: list[Relation] = field(default_factory=list)
    owner: Token | None = None
    is_level: bool = False
    is_bare_total: bool = False

    @property
    def is_elided(self) -> bool:
        """Whether the quantity leaves out its noun, or says "others" for it."""
        return self.head is None or self.head.lower_ in PRONOUNS

    def inside(self) -> list[Relation]:
        """Return the relations to words of the quantity's own noun phrase."""
        nodes = (self.top, self.head)
        return [
            r
            for r in self.relations
            if r.strength == SURE or r.token in nodes or r.token.head in nodes
        ]


def link(doc: Doc, quantity: Quantity) -> Link:
    """Read the counted noun of a quantity and the words around it off a parsed sentence."""
    first, last = _tokens(doc, quantity.start, max(quantity.end, quantity.unit_end))
    anchor = _anchor(doc, first, last)
    head = counted_noun(doc, last, anchor, quantity.unit)
    top = anchor if head is None or anchor.is_ancestor(head) else head
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
    found.relations += _following_state(doc, max(state_after, last), is_elided=found.is_elided)
    found.relations += _preceding_word(doc, found)
    _read_level(found, anchor)
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


def _tokens(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the first and last token that overlap `[start, end)` of the sentence."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (0, 0) if span is None else (span.start, span.end - 1)


def _anchor(doc: Doc, first: int, last: int) -> Token:
    """Return the token of the number that hangs on the rest of the sentence."""
    for token in doc[first : last + 1]:
        if not first <= token.head.i <= last or token.head == token:
            return token
    return doc[last]


def _following_state(doc: Doc, last: int, *, is_elided: bool) -> Iterator[Relation]:
    """Yield the state after the counted, by the order of words: "40 hurt", "12 … were killed".

    A state right after a bare number is surer than any parse of it.
    """
    seen_auxiliary = False
    more = last + 1 < len(doc) and doc[last + 1].lower_ == "more"  # "40 more hurt"
    start = _after_aside(doc, last) + 1
    for token in doc[start : start + REACH]:
        if token.lemma_ in BEFORE_STATE or token.tag_ in ("RB", "JJR", "RBR"):
            seen_auxiliary |= token.lemma_ in ("be", "have")
            continue
        if (
            token.tag_ in ("VBN", "JJ")
            or (token.tag_ == "VBG" and is_elided)
            or (token.tag_ == "VBD" and (seen_auxiliary or is_elided))
        ):
            yield modifier(token, SURE if is_elided and token.i == last + 1 + more else ADJACENT)
        elif token.tag_ in FINITE_TAGS:
            yield Relation("subject", token, ADJACENT)
        break


def _after_aside(doc: Doc, position: int) -> int:
    """Return the last token of an aside in dashes, commas or brackets that starts after a token."""
    opening = doc[position + 1].text if position + 1 < len(doc) else ""
    if opening in ("-", "\u2013", "\u2014", ",", "("):
        closing = ")" if opening == "(" else opening
        for token in doc[position + 2 : position + 2 + ASIDE]:
            if token.text == closing:
                return int(token.i)
    return position


def _preceding_word(doc: Doc, found: Link) -> Iterator[Relation]:
    """Yield the word before the number and its hedge: "injured 11", "home to 9,000"."""
    hedge = found.quantity.hedge_start
    start = found.first if hedge is None else min(found.first, _tokens(doc, hedge, hedge + 1)[0])
    while start > 0 and doc[start - 1].tag_ in BEFORE_NUMBER:
        start -= 1
    first = start if found.top.dep_ in SUBJECTS else _list_start(doc, start)
    strength = ADJACENT if first == start else CHAINED
    if first > 1 and doc[first - 1].tag_ in ("IN", "TO") and doc[first - 1].dep_ != "mark":
        if not is_instrument(doc[first - 1]):
            yield Relation("object", doc[first - 2], strength)
    elif first > 0 and doc[first - 1].tag_ in VERB_TAGS:
        yield Relation("object", doc[first - 1], strength)


def _list_start(doc: Doc, start: int) -> int:
    """Return where the list begins of which an item starts at a token: "of a judge, two clerks".

    Only after a verb or "of" is it sure to be one.
    """
    first = start
    while first > 1 and doc[first - 1].lower_ in LIST_JOINTS and doc[first - 2].tag_ in NOUN_TAGS:
        first -= 2
        while first > 0 and doc[first - 1].tag_ in IN_LIST:
            first -= 1
    before = doc[first - 1] if first > 0 else None
    is_list = before is not None and (before.lower_ == "of" or before.tag_ in VERB_TAGS)
    return first if is_list else start


def _read_level(found: Link, anchor: Token) -> None:
    """Read what a level is the level of ("the death toll passed 30,000") into a link."""
    noun = _subject_of_level(anchor)
    if noun is None or found.first <= noun.i <= found.last:
        return
    has_noun = found.head is not None and found.quantity.unit in ("count", "fraction")
    is_toll = noun.lemma_ == TOLL and noun.doc[found.first - 1].lower_ == "to"
    if has_noun and not is_toll:  # "the toll rose to 12 people"
        return
    if noun.lemma_ not in CARRIERS:
        if found.head is None:
            found.head, found.counted = noun, noun.text
        found.relations.append(Relation("head", noun, GOVERNED))
        found.is_level = True
        return
    found.is_bare_total = noun.lemma_ == "total"
    for preposition in noun.children:
        for counted in preposition.children:
            if preposition.dep_ == "prep" and counted.dep_ == "pobj" and counted.i < found.first:
                found.head = found.head or counted
                start = counted.left_edge.i - 1
                found.counted = found.counted or phrase(counted.doc, start, counted).text
                found.relations += [Relation("head", counted, GOVERNED), *below(counted)]
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
    return verb.lemma_ == "pass" and any(child.dep_ == "auxpass" for child in verb.children)


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
