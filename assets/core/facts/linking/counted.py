"""The noun that a quantity counts, by the order of words and by the tree.

Belongs here: noun phrases around a number. Not here: what happens to the counted (`relations.py`).
"""

from spacy.tokens import Doc, Span, Token

from assets.core.facts.linking.relations import CAPTIVE
from assets.core.facts.text.tree import NOUN_TAGS

BEFORE_NOUN = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "RB", "RBS", "FW", "``", "AFX"))
DETERMINERS = frozenset(("DT", "PRP$", "CD", "PDT"))
INSIDE_NAMES = frozenset(("compound", "nmod", "amod", "poss", "nummod", "det", "npadvmod"))
EVERYBODY = ("men", ",", "women", "and", "children")
QUOTES = frozenset(("``", "''", '"'))
# What joins a number to what it is of: "six months into the war", "$5m for repairs".
JOINING = {
    "count": ("of",),
    "fraction": ("of",),
    "percent": ("of", "in"),
    "money": ("of", "in", "for", "on"),
}
JOINING_MEASURES = ("of", "into")
JOINING_ANY = frozenset(word for words in (*JOINING.values(), JOINING_MEASURES) for word in words)


def counted_noun(doc: Doc, last: int, anchor: Token, unit: str) -> Token | None:
    """Return the noun that the number ending in token `last` counts; None if it is elided."""
    follows = _skip_asides(doc, last + 1)
    if follows == len(doc) or _is_captivity(doc, follows):
        return None
    if (noun := noun_phrase_head(doc, follows)) is not None:
        return _agreeing(noun, anchor)
    if doc[follows].lower_ in JOINING.get(unit, JOINING_MEASURES):
        return _after_of(doc, follows + 1)
    parent = anchor.head
    is_modifier = anchor.dep_ in ("nummod", "amod", "compound")
    return parent if is_modifier and parent.i > last and parent.tag_ in NOUN_TAGS else None


def _is_captivity(doc: Doc, position: int) -> bool:
    """Tell what befell those counted, who are left out: "240 taken hostage", "took 240 captive"."""
    following = doc[position : position + 2]
    if doc[position].lower_ in CAPTIVE:
        return doc[position - 1].lower_ != "one" and following[-1].tag_ not in NOUN_TAGS
    return len(following) == 2 and following[0].tag_ == "VBN" and following[1].lower_ in CAPTIVE


def _agreeing(noun: Token, anchor: Token) -> Token:
    """Return the plural that a number other than one asks for: "77 search and rescue men"."""
    governor = anchor.head
    is_nearer = anchor.dep_ == "nummod" and governor.tag_ == "NNS" and governor.i > noun.i
    return governor if is_nearer and noun.tag_ == "NN" and anchor.lower_ != "one" else noun


def _skip_asides(doc: Doc, position: int) -> int:
    """Return the position after a hyphen, a closing quote or words in brackets."""
    while position < len(doc):
        if doc[position].tag_ in ("HYPH", *QUOTES):
            position += 1
        elif doc[position].text == "(":
            closing = next((t.i for t in doc[position:] if t.text == ")"), len(doc) - 1)
            position = closing + 1
        else:
            break
    return position


def _after_of(doc: Doc, start: int) -> Token | None:
    """Return the noun of "of the 253 hostages", "of Gaza's population", "of the injured"."""
    position = _skip_determiners(doc, start)
    noun = noun_phrase_head(doc, position)
    if noun is None and start < position < len(doc) and doc[position].tag_ in ("JJ", "VBN"):
        return doc[position]
    while noun is not None and noun.i + 1 < len(doc) and doc[noun.i + 1].tag_ == "POS":
        noun = noun_phrase_head(doc, _skip_determiners(doc, noun.i + 2))
    return noun


def _skip_determiners(doc: Doc, position: int) -> int:
    while position < len(doc) and doc[position].tag_ in DETERMINERS:
        position += 1
    return position


def noun_phrase_head(doc: Doc, start: int) -> Token | None:
    """Return the last noun of the noun phrase that starts at a position; None if none does."""
    head: Token | None = None
    for token in doc[start:]:
        if token.tag_ in NOUN_TAGS:
            if head is not None and _is_complete(head, token):
                break
            head = token
        elif not _continues(token, is_open=head is None, is_first=token.i == start):
            break
    return head


def _continues(token: Token, *, is_open: bool, is_first: bool) -> bool:
    """Tell whether a word that is no noun can stand in the phrase: before its noun, or a hyphen."""
    if not is_open:
        return bool(token.tag_ == "HYPH")
    return token.tag_ in BEFORE_NOUN or (not is_first and _joins(token))


def _joins(token: Token) -> bool:
    """Tell "Israeli and foreign hostages" from "two dead and dozens injured".

    So joins the number, too, in "83 Palestinian and two Israeli journalists".
    """
    doc, position = token.doc, token.i
    if token.tag_ == "CD":
        return bool(doc[position - 1].tag_ == "CC")
    if token.tag_ != "CC" or position + 1 == len(doc):
        return False
    before, after = doc[position - 1], doc[position + 1]
    both_describe = before.tag_ in BEFORE_NOUN and after.tag_ in BEFORE_NOUN
    return both_describe or (before.is_title and before.tag_ == "JJ" and after.tag_ == "CD")


def _is_complete(noun: Token, following: Token) -> bool:
    """Tell where a phrase ends before a noun: "12 people Monday", "40 people hostage"."""
    if noun.tag_ == "NNS" and following.tag_ == "NNP":
        return True
    if noun.lower_ == "people":
        return True
    return noun.tag_ in ("NNS", "NNPS") and noun.dep_ not in INSIDE_NAMES


def phrase(doc: Doc, last: int, head: Token) -> Span:
    """Return the counted noun with what stands before it and what is joined to it by "and"."""
    skipped = (*DETERMINERS, "HYPH", *QUOTES)
    start = _skip_asides(doc, last + 1)
    while start < head.i and (
        doc[start].lower_ in ("more", "other", "another", *JOINING_ANY)
        or doc[start].tag_ in skipped
    ):
        start += 1
    end = head.i + 1
    listed = doc[head.i : head.i + len(EVERYBODY)]
    if tuple(token.lower_ for token in listed) == EVERYBODY:
        return doc[start : listed.end]
    if end + 1 < len(doc) and doc[end].lower_ in ("and", "or"):
        joined = noun_phrase_head(doc, end + 1)
        if joined is not None and joined.head == head and joined.dep_ == "conj":
            end = joined.i + 1
    return doc[start:end]
