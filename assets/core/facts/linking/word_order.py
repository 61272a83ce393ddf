"""What stands next to a counted noun, by the order of words where the parse is weak.

Belongs here: headlines, lists, asides, ellipsis. Not here: the tree (`relations.py`).
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from assets.core.facts.linking.links import Link
from assets.core.facts.linking.relations import (
    ADJACENT,
    CHAINED,
    SUBJECTS,
    SURE,
    Relation,
    modifier,
)
from assets.core.facts.text.tree import FINITE_TAGS, NOUN_TAGS, VERB_TAGS, tokens_at

# Words between the counted and its state: "12 people have been reported dead".
BEFORE_STATE = frozenset((
    "be", "have", "get", "reportedly", "also", "still", "now", "already", "report", "confirm",
    "believe", "fear", "presume", "think", "know", "say", "to", "so", "far", "either", "list",
))  # fmt: skip
BEFORE_NUMBER = frozenset(("DT", "RB", "JJ", "RBR", "JJR", "``"))
HANDING_OVER = frozenset(("of", "to", "for", "among"))  # "home to 9,000", not "in two raids"
LIST_JOINTS = frozenset((",", "and"))
IN_LIST = BEFORE_NUMBER | NOUN_TAGS | {"CD", "PRP$"}
REACH = 6  # tokens after the counted in which a state is looked for
ASIDE = 8  # tokens of an aside: "12 people - mostly children - were killed"


def following_state(doc: Doc, last: int, *, is_elided: bool) -> Iterator[Relation]:
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
        if is_elided and token.i == last + 1 and token.tag_ in ("VBP", "VBZ"):
            yield Relation("modifier", token, SURE)  # "40 hurt"
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


def preceding_word(doc: Doc, found: Link) -> Iterator[Relation]:
    """Yield the word before the number and its hedge: "injured 11", "home to 9,000"."""
    hedge = found.quantity.hedge_start
    start = found.first if hedge is None else min(found.first, tokens_at(doc, hedge, hedge + 1)[0])
    while start > 0 and doc[start - 1].tag_ in BEFORE_NUMBER:
        start -= 1
    if start > 1 and doc[start - 1].text == ":" and found.is_elided:
        yield Relation("modifier", doc[start - 2], SURE)  # "Injured: 12"
    first = start if found.top.dep_ in SUBJECTS else _list_start(doc, start)
    strength = ADJACENT if first == start else CHAINED
    if first > 1 and doc[first - 1].tag_ in ("IN", "TO") and doc[first - 1].dep_ != "mark":
        if doc[first - 1].lower_ in HANDING_OVER:
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
