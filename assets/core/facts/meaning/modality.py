"""Whether a figure is said to be so: asserted, feared, proposed, alleged, denied or retracted.

Belongs here: the words about a quantity that take its fact back or leave it open. Not here: who
says it (`attribution/attribution.py`).
"""

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.text.cues import Cues, cues_of
from assets.core.facts.text.sentence import Sentence
from assets.core.facts.text.tree import NOUN_TAGS, SUBJECTS, ancestors, token_at

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTENT: Final = frozenset({"ccomp", "xcomp", "acl", "prep", "pcomp"})
OBJECTS: Final = frozenset({"dobj", "pobj", "nsubjpass"})
CONDITIONS: Final = frozenset({"if", "unless", "provided"})
INSTEAD: Final = frozenset({"instead of", "rather than"})
OPEN: Final = frozenset({"feared", "proposed"})
PAST: Final = frozenset({"VBD", "VBP", "VBZ"})  # "was", "have" and "has" before a participle
UNVERIFIED: Final = re.compile(  # of the figure itself; an outlet may say so of all it reports
    r"\b(?:claim|figure|number|account)s? [^.;]{0,20}\bnot\b[^.;]{0,20} (?:verifi|confirm)ed\b"
    r"|\bwithout (?:providing|presenting|offering|giving|showing) (?:any )?(?:evidence|proof)\b"
)
REJECTED: Final = re.compile(r"\bden(?:y|ies|ied) (?:this|that|the) (?:figure|number|claim|toll)\b")
GIVEN: Final = frozenset({"the", "those", "these"})


def modality_of(sentence: Sentence, quantity: Quantity, catalogue: Catalogue) -> str:
    """Return the modality of a quantity, one of `contract.MODALITIES`."""
    if sentence.role == "correction":
        return _in_correction(sentence.text[: quantity.start], catalogue)
    token = sentence.parse and token_at(sentence.parse, quantity.start, quantity.end)
    if not token or _is_whole(token):
        return "asserted"
    cues = cues_of(catalogue)
    modality = "denied" if _is_denied_outright(token, cues) else _governed(token, cues)
    if modality != "asserted":
        return modality
    if REJECTED.search(sentence.text, quantity.end):
        return "denied"
    return "alleged" if UNVERIFIED.search(sentence.text, quantity.end) else "asserted"


def _governed(token: "Token", cues: Cues) -> str:
    """Return what the words above a quantity make of it, as far as their word reaches.

    It ends at a verb of reporting or showing, whose content is asserted, and at a definite noun
    that takes its number for given: "to free the 130 hostages", "the population of 9,000".
    """
    counted = token.head if token.dep_ == "nummod" else token
    below, is_past = token, False
    for above in chain([token], ancestors(token)):
        for modality, holds in RULES:
            if not (is_past and modality in OPEN) and holds(above, below, cues):
                return modality
        is_past = is_past or _has_happened(above)
        is_of = below.dep_ == "prep" and above.lemma_ in cues["wholes"]
        is_whole = above == counted or is_of
        if is_whole and _is_definite(above):
            break
        if above != token and _is_reporting(above, below, cues):
            break
        below = above
    return "asserted"


def _has_happened(word: "Token") -> bool:
    """Tell a relative clause in the past, which nothing above it leaves open any more."""
    tenses = {word.tag_, *(c.tag_ for c in word.children if c.dep_ in {"aux", "auxpass"})}
    return word.dep_ == "relcl" and bool(tenses & PAST)


def _is_reporting(verb: "Token", content: "Token", cues: Cues) -> bool:
    """Tell a verb of reporting, or of showing where it has a clause for its content."""
    is_shown = verb.lemma_ in cues["showing"] and content.dep_ == "ccomp"
    return is_shown or verb.lemma_ in cues["saying"]


def _is_denied(word: "Token", below: "Token", cues: Cues) -> bool:
    is_content = below != word and below.dep_ not in {"nsubj", "nsubjpass"}
    return word.lemma_ in cues["denying"] and is_content


def _is_feared(word: "Token", below: "Token", cues: Cues) -> bool:
    """Tell "feared dead", "fears that …" and "may have died" from what is known.

    Of those for whom one fears the number is known.
    """
    if below.dep_ == "prep" and below.lower_ == "for":
        return False
    beside = {child.lower_ for child in word.children}
    if beside & cues["doubt"]:
        state = {child.lemma_ for child in word.children} if word.lemma_ == "be" else set()
        has_been = "have" in beside or word.tag_ == "VBG"  # "may have died", "may be missing"
        if (word.lemma_ in cues["harm"] and has_been) or state & cues["harm"]:
            return True
    modifiers = (c for c in word.children if c.dep_ in {"acl", "amod", "ccomp"})
    return any(near.lemma_ in cues["fear"] for near in chain([word], modifiers))


def _is_alleged(word: "Token", below: "Token", cues: Cues) -> bool:
    """Tell "allegedly killed", "accused of killing" and the claim that nobody owns."""
    beside = {child.lower_ for child in word.children}
    if beside & cues["alleging"] or (word.lemma_ in cues["alleging"] and below.dep_ in CONTENT):
        return True
    is_said = word.lower_ == "said" and ("it" in beside or below.dep_ == "xcomp")
    return _is_passive(word) and (word.lower_ == "claimed" or is_said)


def _is_proposed(word: "Token", below: "Token", cues: Cues) -> bool:
    """Tell what would, could or is wanted to be from what is."""
    beside = {child.lower_ for child in word.children}
    marks = {child.lower_ for child in word.children if child.dep_ == "mark"}
    has_been = "have" in beside and beside & cues["doubt"]
    had_no_answer = "could" in beside and "not" in beside and word.lemma_ in cues["saying"]
    if (beside & cues["prospect"] and not has_been and not had_no_answer) or marks & CONDITIONS:
        return True
    if _is_undertaken(word, cues) or _is_bound(word, below, cues) or _is_agreed(word, below, cues):
        return True
    is_content = below != word and (below.dep_ in CONTENT | OBJECTS or _is_called_for(below))
    is_asked = word.lemma_ == "ask" and below.lower_ == "for"
    is_proposing = word.lemma_ in cues["proposing"] and not _has_another_sense(word)
    return is_asked or (is_proposing and is_content)


def _has_another_sense(verb: "Token") -> bool:
    """Tell "called up 12" and "are considered to be 12" from verbs of what is wanted."""
    is_particle = verb.lemma_ == "call" and any(child.lower_ == "up" for child in verb.children)
    return is_particle or (verb.lemma_ == "consider" and _is_passive(verb))


def _is_passive(verb: "Token") -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def _is_called_for(clause: "Token") -> bool:
    """Tell the clause of "called for the state to pay 12"."""
    return clause.dep_ == "advcl" and any(
        child.lower_ == "for" and child.dep_ == "mark" for child in clause.children
    )


def _is_bound(word: "Token", below: "Token", cues: Cues) -> bool:
    """Tell "set to free 12", "12 are due to be freed" and "12 expected to be freed"."""
    if word.lemma_ in cues["bound"] and below.dep_ == "xcomp":
        return True
    if below == word or below.dep_ == "nummod":
        states = [child for child in word.children if child.dep_ == "acl"]
    elif below.dep_ in SUBJECTS:
        states = [child for child in word.children if child.dep_ == "acomp"]
        states += [word] if below.dep_ == "nsubjpass" else []
    else:
        states = []
    return any(
        state.lemma_ in cues["bound"] and any(map(_is_to_come, state.children)) for state in states
    )


def _is_to_come(verb: "Token") -> bool:
    """Tell "to be freed" from "to have died"."""
    beside = {child.lower_ for child in verb.children}
    return verb.dep_ == "xcomp" and "to" in beside and "have" not in beside


def _is_undertaken(verb: "Token", cues: Cues) -> bool:
    """Tell "a deal to free 12", by the order of words too, and "a deal was made to free 12"."""
    to = next((child for child in verb.children if child.lower_ == "to"), None)
    if verb.tag_ != "VB" or to is None or to.i == 0:
        return False
    subjects = (child.lemma_ for child in verb.head.children if child.dep_ in SUBJECTS)
    return not cues["undertaking"].isdisjoint((to.nbor(-1).lemma_, *subjects))


def _is_agreed(word: "Token", below: "Token", cues: Cues) -> bool:
    """Tell "a deal for the release of 12", "agreed to a pause of 12 days", "… to allow 12 in"."""
    is_deal = word.tag_ in NOUN_TAGS and word.lemma_ in cues["undertaking"]
    if not (is_deal or word.lemma_ == "agree") or below.i < word.i:
        return False
    if below.dep_ in {"prep", "acl"}:
        return any(child.lemma_ in cues["agreed"] for child in below.children)
    return below.tag_ == "VB" and any(child.lower_ == "to" for child in below.children)


RULES: Final = (
    ("denied", _is_denied),
    ("feared", _is_feared),
    ("alleged", _is_alleged),
    ("proposed", _is_proposed),
)


def _is_denied_outright(token: "Token", cues: Cues) -> bool:
    """Tell whether "not" denies the number, or the verb that it is the object of."""
    noun = token.head if token.dep_ == "nummod" else token
    is_object = noun.dep_ == "dobj" and noun.head.lemma_ not in cues["saying"]
    denied = [token, noun.head] if is_object else [token]
    return any(child.dep_ == "neg" for word in denied for child in word.children)


def _is_whole(token: "Token") -> bool:
    """Tell whether a number is what another one is out of, which the words take for given."""
    noun = token.head if token.dep_ == "nummod" else token
    of = noun.head
    is_of = noun.dep_ == "pobj" and of.lower_ == "of"
    return is_of and (of.head.tag_ == "CD" or of.head.lower_ == "out")


def _is_definite(word: "Token") -> bool:
    return word.tag_ in NOUN_TAGS and any(
        child.lower_ in GIVEN or child.dep_ == "poss" for child in word.children
    )


@lru_cache(maxsize=4)
def _turns(catalogue: Catalogue) -> re.Pattern[str]:
    cues = cues_of(catalogue)
    groups = (
        f"(?P<{name}>{'|'.join(map(re.escape, sorted(cues[name], key=len, reverse=True)))})"
        for name in ("mistaken", "amended")
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)


def _in_correction(before: str, catalogue: Catalogue) -> str:
    """Return whether the last turn of a correction notice before a figure takes it back.

    After what was wrong, "rather than" turns to what is right: "wrongly gave 40 rather than 14".
    """
    turns = [
        (match.lastgroup, match.group().lower()) for match in _turns(catalogue).finditer(before)
    ]
    if not turns or turns[-1][0] != "mistaken":
        return "asserted"
    is_wrong_already = len(turns) > 1 and turns[-2][0] == "mistaken"
    return "asserted" if turns[-1][1] in INSTEAD and is_wrong_already else "retracted"
