"""Whether a figure is said to be so: asserted, feared, proposed, alleged, denied or retracted.

Belongs here: the words about a quantity that take its fact back or leave it open. Not here: who
says it (`attribution.py`).
"""

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.authorities import lexicon
from assets.core.facts.tree import NOUN_TAGS, ancestors, token_at
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

Cues = dict[str, frozenset[str]]


def modality_of(sentence: Sentence, quantity: Quantity, catalogue: Catalogue) -> str:
    """Return the modality of a quantity, one of `contract.MODALITIES`."""
    if sentence.role == "correction":
        return _in_correction(sentence.text[: quantity.start], catalogue)
    token = sentence.parse and token_at(sentence.parse, quantity.start, quantity.end)
    if not token:
        return "asserted"
    cues = lexicon(catalogue).cues
    if _is_denied_outright(token):
        return "denied"
    if _is_whole(token):
        return "asserted"
    below = token
    for above in chain([token], ancestors(token)):
        if found := _said_by(above, below, cues):
            return found
        if _presupposes(above) or (above.lemma_ in cues["saying"] and above != token):
            break
        below = above
    return "asserted"


def _said_by(word: "Token", below: "Token", cues: Cues) -> str | None:
    """Return what a governing word and its auxiliaries make of what stands below it, if anything."""
    lemma = word.lemma_.lower()
    beside = {child.lower_ for child in word.children}
    if lemma in cues["denying"] and below != word and below.dep_ not in {"nsubj", "nsubjpass"}:
        return "denied"
    if lemma in cues["fear"] or _has_fear(word, cues):
        return "feared"
    if lemma in cues["alleging"] or beside & cues["alleging"] or _is_claimed(word):
        return "alleged"
    if beside & cues["doubt"] and "have" in beside:
        return "feared"
    if beside & cues["prospect"] or _is_condition(word):
        return "proposed"
    if lemma in cues["proposing"] and below != word and _is_what_is_proposed(below):
        return "proposed"
    return None


def _is_denied_outright(token: "Token") -> bool:
    """Tell whether "not" denies the number, or the verb that it is the object of."""
    noun = token.head if token.dep_ == "nummod" else token
    denied = [token, noun.head] if noun.dep_ == "dobj" else [token]
    return any(child.dep_ == "neg" for word in denied for child in word.children)


def _is_whole(token: "Token") -> bool:
    """Tell whether a number is what another one is out of, which the words take for given."""
    noun = token.head if token.dep_ == "nummod" else token
    of = noun.head
    return (
        noun.dep_ == "pobj"
        and of.lower_ == "of"
        and (of.head.tag_ == "CD" or of.head.lower_ == "out")
    )


def _has_fear(word: "Token", cues: Cues) -> bool:
    return any(
        child.lemma_.lower() in cues["fear"] and child.dep_ in {"acl", "amod", "ccomp"}
        for child in word.children
    )


def _is_claimed(word: "Token") -> bool:
    """Tell whether the word is "it is claimed": a claim that nobody owns."""
    return word.lower_ == "claimed" and any(child.dep_ == "auxpass" for child in word.children)


def _is_condition(word: "Token") -> bool:
    return any(child.lower_ in {"if", "unless"} and child.dep_ == "mark" for child in word.children)


def _is_what_is_proposed(below: "Token") -> bool:
    """Tell whether a dependant is the content of a proposal, not who makes it or when."""
    return below.dep_ in {"dobj", "ccomp", "xcomp", "acl", "prep", "pobj", "nsubjpass"}


def _presupposes(word: "Token") -> bool:
    """Tell whether a definite noun takes its number for given: "free the 130 hostages"."""
    return word.tag_ in NOUN_TAGS and any(
        child.lower_ in {"the", "those", "these"} or child.dep_ == "poss" for child in word.children
    )


@lru_cache(maxsize=4)
def _turns(catalogue: Catalogue) -> re.Pattern[str]:
    cues = lexicon(catalogue).cues
    groups = (
        f"(?P<{name}>{'|'.join(map(re.escape, sorted(cues[name], key=len, reverse=True)))})"
        for name in ("mistaken", "amended")
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)


def _in_correction(before: str, catalogue: Catalogue) -> str:
    """Return whether the last turn of a correction notice before a figure takes it back."""
    last = None
    for last in _turns(catalogue).finditer(before):
        pass
    return "retracted" if last and last.lastgroup == "mistaken" else "asserted"
