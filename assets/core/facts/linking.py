"""What a quantity counts, and which words it stands in relation to.

Belongs here: grammar alone, from the parse, and from the order of words where the parse is weak
(headlines, lists, ellipsis). Not here: what the words mean (`meaning.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Token

from assets.core.facts.quantity import Quantity

Role = Literal["object", "subject", "modifier", "noun", "head", "possessed"]

# How sure a relation is: read off the tree, through a second verb, through coordination, or by
# the order of words alone.
DIRECT, CHAINED, SHARED, ADJACENT = 4, 3, 2, 1

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "RB", "RBS", "FW", "``", "AFX"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
# Nouns that hand over to what they are a number of.
CARRIERS = frozenset(
    {"number", "total", "figure", "count", "estimate", "group", "crowd", "remain", "majority"}
)
# Verbs between a level and what it is the level of.
LEVEL_VERBS = frozenset(
    {
        *("be", "stand", "reach", "pass", "exceed", "surpass", "top", "hit", "rise", "climb"),
        *("grow", "jump", "soar", "increase", "fall", "drop", "decline", "approach", "near"),
        *("total", "cross", "go", "come", "rocket", "swell", "shoot", "remain", "number", "put"),
    }
)
# What joins a measure, a share or a sum to what it is of: "six months into the war".
OF_MEASURES = ("of", "into", "in", "for", "on")
SKIPPED_AFTER_NOUN = frozenset(
    {
        *(
            "be",
            "have",
            "get",
            "reportedly",
            "also",
            "still",
            "now",
            "already",
            "report",
            "confirm",
        ),
        *(
            "believe",
            "fear",
            "presume",
            "think",
            "know",
            "say",
            "to",
            "so",
            "far",
            "either",
            "list",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Relation:
    """The part that the counted thing plays to a word: it is the object of `token`, and so on."""

    role: Role
    token: Token
    strength: int


@dataclass(slots=True)
class Link:
    """A quantity in its sentence: its tokens, the counted noun (None if elided), its relations.

    `top` is the token by which number and noun together hang on the rest of the sentence.
    """

    quantity: Quantity
    first: int
    last: int
    top: Token
    head: Token | None
    counted: str | None
    relations: list[Relation] = field(default_factory=list)
    is_level: bool = False  # said to have been reached: "the toll has risen to 12"
    is_of: bool = False  # belongs to a thing that is none of them: "the families of 12 men"

    def inside(self) -> list[Relation]:
        """Return the relations to words of the quantity's own noun phrase."""
        nodes = (self.top, self.head)
        return [r for r in self.relations if r.token in nodes or r.token.head in nodes]


def link(doc: Doc, quantity: Quantity) -> Link:
    """Read the counted noun of a quantity and the words around it off a parsed sentence."""
    first, last = _tokens(doc, quantity.start, max(quantity.end, quantity.unit_end))
    anchor = _anchor(doc, first, last)
    head = _counted_noun(doc, first, last, anchor, quantity.unit)
    top = anchor if head is None or anchor.is_ancestor(head) else head
    found = Link(quantity, first, last, top, head, None)
    if head is not None and head.i > last:
        found.counted = _phrase(doc, last, head)
    found.is_of = _is_of_others(top)
    found.relations = [*_relations(found), *_adjacent(doc, found)]
    if head is None or quantity.unit not in ("count", "fraction"):
        found.relations += _measured(found, anchor)
    return found


def _is_of_others(top: Token) -> bool:
    """Tell "the families of 12 men" from "12 men", "a total of 12 men" and "the death of 12 men"."""
    if top.dep_ != "pobj" or top.head.lower_ != "of":
        return False
    owner = top.head.head
    return owner.tag_ == "NNS" and owner.lemma_ not in (*CARRIERS, "death")


def _tokens(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the first and last token that overlap `[start, end)` of the sentence."""
    inside = [token.i for token in doc if token.idx < end and token.idx + len(token) > start]
    return inside[0], inside[-1]


def _anchor(doc: Doc, first: int, last: int) -> Token:
    """Return the token of the number that hangs on the rest of the sentence."""
    for token in doc[first : last + 1]:
        if not first <= token.head.i <= last or token.head == token:
            return token
    return doc[last]


def _counted_noun(doc: Doc, first: int, last: int, anchor: Token, unit: str) -> Token | None:
    """Return the noun that is counted, by the order of words, else by the tree."""
    follows = last + 1
    if follows < len(doc) and doc[follows].tag_ == "HYPH":
        follows += 1
    if (noun := _noun_phrase_head(doc, follows)) is not None:
        return noun
    joining = ("of",) if unit in ("count", "fraction") else OF_MEASURES
    if follows < len(doc) and doc[follows].lower_ in joining:
        return _after_of(doc, follows + 1)
    parent = anchor.head
    if (
        anchor.dep_ in ("nummod", "amod", "compound")
        and parent.i > last
        and parent.tag_ in NOUN_TAGS
    ):
        return parent
    return None


def _after_of(doc: Doc, start: int) -> Token | None:
    """Return the noun of "of the 253 hostages", "of Gaza's population", "of them" (none)."""
    position = start
    while position < len(doc) and doc[position].tag_ in ("DT", "PRP$", "CD", "PDT"):
        position += 1
    noun = _noun_phrase_head(doc, position)
    if noun is None and start < position < len(doc) and doc[position].tag_ in ("JJ", "VBN"):
        return doc[position]  # "176 of the injured"
    while noun is not None and noun.i + 1 < len(doc) and doc[noun.i + 1].tag_ == "POS":
        noun = _noun_phrase_head(doc, noun.i + 2)
    return noun


def _noun_phrase_head(doc: Doc, start: int) -> Token | None:
    """Return the last noun of the noun phrase that starts at a position; None if none does."""
    head = None
    for token in doc[start:]:
        if token.tag_ in NOUN_TAGS:
            if head is not None and token.tag_ == "NNP" and head.tag_ == "NNS":
                break  # "12 people Monday"
            head = token
        elif token.tag_ not in BEFORE_NOUN or (head is not None and token.tag_ != "HYPH"):
            if not (head is None and token.tag_ == "CC" and token.i > start):
                break
    return head


def _phrase(doc: Doc, last: int, head: Token) -> str:
    """Return the counted noun with what stands before it and what is joined to it by "and"."""
    start = last + 1
    while start < head.i and (
        doc[start].lower_ in ("of", "more", "other", "another") or doc[start].tag_ in SKIPPED_TAGS
    ):
        start += 1
    end = head.i + 1
    if end + 1 < len(doc) and doc[end].lower_ in ("and", "or"):
        joined = _noun_phrase_head(doc, end + 1)
        if joined is not None and joined.head == head and joined.dep_ == "conj":
            end = joined.i + 1
    return doc[start:end].text


SKIPPED_TAGS = frozenset({"DT", "PRP$", "CD", "PDT", "HYPH"})


def _relations(found: Link) -> Iterator[Relation]:
    """Yield what a quantity is to the words it governs, and to those that govern it."""
    head, top = found.head, found.top
    if head is not None:
        yield Relation("noun", head, DIRECT)
        yield from _below(head)
    if top != head:
        yield from _below(top)
    yield from _above(top, DIRECT)


def _below(node: Token) -> Iterator[Relation]:
    for child in node.children:
        if child.dep_ in ("amod", "compound"):
            yield _modifier(child, DIRECT)
        elif child.dep_ == "acl":
            yield Relation("subject" if child.tag_ == "VBG" else "object", child, DIRECT)
            yield from _complements(child)
            yield from _joined(child, "object")
        elif child.dep_ == "relcl":
            yield from _relative(child)
        elif child.dep_ == "prep":
            yield from (_modifier(noun, SHARED) for noun in child.children if noun.dep_ == "pobj")
        elif child.dep_ == "poss":
            yield Relation("possessed", node, DIRECT)


def _modifier(token: Token, strength: int) -> Relation:
    """Return the relation to an adjective or participle that says what state the counted is in."""
    return Relation("object" if token.tag_ in ("VBN", "VBD") else "modifier", token, strength)


def _relative(verb: Token) -> Iterator[Relation]:
    """Yield the part that the antecedent plays in its relative clause."""
    for child in verb.children:
        if child.dep_ == "nsubjpass":
            yield from _verb(verb, "object", DIRECT)
            return
        if child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP"):
            yield from _verb(verb, "subject", DIRECT)
            return
    yield Relation("object", verb, DIRECT)


def _above(node: Token, strength: int) -> Iterator[Relation]:
    parent, dependency = node.head, node.dep_
    if dependency == "nsubjpass":
        yield from _verb(parent, "object", strength)
    elif dependency == "nsubj":
        yield from _verb(parent, "object" if _is_bare_participle(parent) else "subject", strength)
    elif dependency in ("dobj", "dative", "oprd"):
        yield from _verb(parent, "object", strength)
    elif dependency == "pobj":
        yield from _through_preposition(parent, strength)
    elif dependency in ("conj", "appos") and parent.tag_ not in VERB_TAGS:
        yield from _above(parent, min(strength, SHARED))


def _is_bare_participle(verb: Token) -> bool:
    """Tell "11 injured" from "they have injured"."""
    return verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _verb(verb: Token, role: Role, strength: int) -> Iterator[Relation]:
    """Yield the relation to a verb, to what completes it, and to verbs joined to it."""
    yield Relation(role, verb, strength)
    yield from _complements(verb)
    if role != "object" or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        yield from _joined(verb, role)


def _joined(verb: Token, role: Role) -> Iterator[Relation]:
    for child in verb.children:
        if child.dep_ == "conj" and not any(
            c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in child.children
        ):
            yield Relation(role, child, SHARED)
            yield from _complements(child)


def _complements(verb: Token) -> Iterator[Relation]:
    """Yield states that a verb ascribes: "confirmed dead", "feared buried", "remain in captivity"."""
    for child in verb.children:
        if child.dep_ in ("acomp", "oprd", "attr"):
            yield _modifier(child, CHAINED)
        elif child.dep_ in ("xcomp", "advcl", "ccomp") and child.i > verb.i:
            passive = child.tag_ == "VBN" and not _is_perfect(child)
            yield Relation("object" if passive else "subject", child, CHAINED)
            if child.dep_ == "xcomp":
                yield from _complements(child)
        elif child.dep_ == "prep":
            yield from (
                Relation("modifier", noun, CHAINED)
                for noun in child.children
                if noun.dep_ == "pobj"
            )


def _is_perfect(verb: Token) -> bool:
    auxiliaries = {c.lemma_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return "have" in auxiliaries and "be" not in auxiliaries


def _through_preposition(preposition: Token, strength: int) -> Iterator[Relation]:
    governor = preposition.head
    if preposition.dep_ == "agent":
        yield Relation("subject", governor, strength)
    elif governor.tag_ in NOUN_TAGS and governor.lemma_ in CARRIERS:
        yield from _below(governor)
        yield from _above(governor, strength)
    elif preposition.lower_ in ("of", "to", "for", "among", "with", "into", "at"):
        yield Relation("object", governor, min(strength, CHAINED))
        if governor.dep_ == "pobj":  # "in return for 240 prisoners"
            yield from _above(governor, SHARED)


def _adjacent(doc: Doc, found: Link) -> Iterator[Relation]:
    """Yield the state that follows the counted, and the verb it follows, by the order of words."""
    after = found.last if found.head is None else max(found.head.i, found.last)
    seen_auxiliary = False
    for token in doc[after + 1 : after + 7]:
        base = token.lemma_
        if token.tag_ in ("VBN", "JJ", "VBD") and base not in SKIPPED_AFTER_NOUN:
            if token.tag_ != "VBD" or seen_auxiliary or found.head is None:
                yield _modifier(token, ADJACENT)
            break
        if base not in SKIPPED_AFTER_NOUN and token.tag_ != "RB":
            break
        seen_auxiliary |= base in ("be", "have")
    hedge = found.quantity.hedge_start
    start = found.first if hedge is None else min(found.first, _tokens(doc, hedge, hedge + 1)[0])
    while start > 0 and (doc[start - 1].tag_ in ("DT", "RB", "JJ", "RBR", "JJR")):
        start -= 1
    if start > 0 and doc[start - 1].tag_ in VERB_TAGS:
        yield Relation("object", doc[start - 1], ADJACENT)


def _measured(found: Link, anchor: Token) -> Iterator[Relation]:
    """Yield what a level is the level of ("the death toll passed 30,000") and set the counted."""
    noun = _subject_of_level(anchor)
    if noun is None:
        return
    found.is_level = True
    if noun.lemma_ in CARRIERS:
        for preposition in (c for c in noun.children if c.dep_ == "prep"):
            for counted in (c for c in preposition.children if c.dep_ == "pobj"):
                found.head = found.head or counted
                found.counted = found.counted or _phrase(
                    counted.doc, counted.left_edge.i - 1, counted
                )
                yield from _below(counted)
        return
    if found.head is None:
        found.head, found.counted = noun, noun.text
    yield Relation("head", noun, DIRECT)


def _subject_of_level(anchor: Token) -> Token | None:
    node = anchor
    while node.dep_ in ("quantmod", "nummod", "npadvmod", "compound") and node.head.i != node.i:
        node = node.head
    if node.dep_ == "pobj":
        governor = node.head.head
        if node.head.lower_ == "of" and governor.tag_ in NOUN_TAGS:
            return governor
        node = node.head
    verb = node.head
    if verb.tag_ in VERB_TAGS and verb.lemma_ in LEVEL_VERBS:
        return _subject(verb)
    return None


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb, its own or that of the verb it hangs on."""
    while True:
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child if child.tag_ in NOUN_TAGS else _antecedent(verb)
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.tag_ not in VERB_TAGS:
            return verb.head if verb.dep_ == "acl" and verb.head.tag_ in NOUN_TAGS else None
        verb = verb.head


def _antecedent(verb: Token) -> Token | None:
    return verb.head if verb.dep_ == "relcl" and verb.head.tag_ in NOUN_TAGS else None
