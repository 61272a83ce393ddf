"""How the days that a sentence names hang together with a quantity in it.

Belongs here: the grammar of time, read off the tree. Not here: which days the words mean
(`days.py`, `occasions.py`), what follows for the quantity (`dating.py`).
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from assets.core.facts.text.cues import Cues
from assets.core.facts.text.tree import FINITE_TAGS, PROPER_TAGS, VERB_TAGS, meeting_paths
from assets.core.facts.time.days import Days

if TYPE_CHECKING:
    from spacy.tokens import Token

BESIDE_VERB: Final = frozenset({"pobj", "prep", "npadvmod", "nummod", "advmod", "compound"})
PERFECT: Final = frozenset({"has", "have", "'ve", "\u2019ve"})
WHEN: Final = frozenset({"when", "after", "since", "before", "until"})
PRESENT_TAGS: Final = frozenset({"VBZ", "VBP"})
SUPERLATIVES: Final = frozenset({"JJS", "RBS"})

Tie = Literal["in", "since", "before", "until", "after", "as", "by", "report", "level"]


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties days to a quantity, and how many steps in the tree part them.

    `report` ties the days on which a figure was given, `level` those on which a total reached it;
    the other ties are the words for them, "in" for all that say when.
    """

    days: Days
    tie: Tie
    length: int


def bond_of(days: Days, dated: "Token", counted: "Token", cues: Cues) -> Bond | None:
    """Return the bond of days at token `dated` with a quantity at token `counted`, if any."""
    to_days, to_quantity = meeting_paths(dated, counted)
    meeting, below_days, below_quantity = to_days[-1], to_days[:-1], to_quantity[:-1]
    if meeting != to_quantity[-1] or _is_ahead(to_days, cues):
        return None
    length = len(to_days) + len(to_quantity)
    tie = _tie(below_days or [dated, dated.head], cues)
    if any(_is_reported(step, cues) for step in below_quantity):
        is_of_report = tie in {"in", "as", "by"} and _is_beside_verb(below_days)
        is_of_now = any(_is_of_now(step) for step in below_quantity)
        return Bond(days, "report", length) if is_of_report and not is_of_now else None
    if _follows_superlative(dated) or _are_apart(meeting, below_days, below_quantity, cues):
        return None
    verb = next((step for step in to_quantity if step.tag_ in VERB_TAGS), None)
    if tie is None or verb is None:
        return tie and Bond(days, tie, length)
    if days.is_event and _is_begun(below_days, meeting, cues):
        return Bond(replace(days, last=days.first), "in", length)
    if tie in {"in", "after"}:
        is_beside = tie == "in" and meeting == verb and _is_beside_verb(below_days)
        tie = _tie_by_tense(tie, verb, days, cues, is_beside=is_beside)
    return Bond(days, tie, length)


def _tie(path: "list[Token]", cues: Cues) -> Tie | None:
    """Return the word on the way from days to a quantity that ties them; None if they do not tie.

    A noun that stands aside of what is counted ("in response to Friday's attack") has days of its
    own.
    """
    for step in path:
        for word in (step, *(child for child in step.children if child.dep_ == "mark")):
            for tie in ("since", "before", "until", "after", "as", "by"):
                if word.lower_ == tie:
                    return tie
            if word.dep_ == "prep" and word.lower_ in cues["no_time"]:
                return None
    return "in"


def _tie_by_tense(tie: Tie, verb: "Token", days: Days, cues: Cues, *, is_beside: bool) -> Tie:
    """Return what the tense of the counting verb makes of days in the past.

    "Reached 40 on Friday" is a level; "Friday's storm has killed 40" counts up to now.
    """
    if verb.lemma_ in cues["level"]:
        return "level" if is_beside else "since"
    if (_is_perfect(verb) and not (is_beside or days.is_fresh)) or (
        days.is_event and days.is_fresh
    ):
        return "since"
    return tie


def _are_apart(
    meeting: "Token", below_days: "list[Token]", below_quantity: "list[Token]", cues: Cues
) -> bool:
    """Tell whether days and quantity stand in clauses that do not share their time."""
    if any(_is_reported(step, cues) for step in below_days):
        return True
    if meeting.tag_ in VERB_TAGS and any(_has_own_time(step) for step in below_quantity):
        return True
    of_place = any(
        step.dep_ == "relcl" and above.tag_ in PROPER_TAGS for step, above in pairwise(below_days)
    )
    return of_place or any(
        step.dep_ == "appos"
        or (step.tag_ == "CD" and step.dep_ != "conj")
        or (step.dep_ == "advcl" and step.tag_ in FINITE_TAGS and not _is_of_time(step, WHEN))
        for step in below_days[1:]
    )


def _has_own_time(clause: "Token") -> bool:
    """Tell a clause with a time of its own: "which killed 12", "…, as the toll rose to 12"."""
    if clause.dep_ == "conj":
        return any(child.lower_ == "but" for child in clause.head.children)
    is_aside = clause.dep_ == "advcl" and clause.tag_ in FINITE_TAGS
    return clause.dep_ == "relcl" or (is_aside and not _is_of_time(clause, {"when"}))


def _is_of_time(clause: "Token", words: "frozenset[str] | set[str]") -> bool:
    return any(child.lower_ in words for child in clause.children)


def _is_reported(step: "Token", cues: Cues) -> bool:
    return step.dep_ == "ccomp" and step.head.lemma_ in cues["saying"]


def _is_of_now(step: "Token") -> bool:
    """Tell an aside of the writer's own day: "said last week it would move on, where 40 live"."""
    return step.dep_ == "relcl" and any(
        word.tag_ in PRESENT_TAGS for word in (step, *step.children) if word.tag_ in VERB_TAGS
    )


def _is_ahead(path: "list[Token]", cues: Cues) -> bool:
    """Tell whether the verb that days stand by speaks of what is still to come."""
    verb = next((step for step in path if step.tag_ in VERB_TAGS), None)
    if verb is None:
        return False
    auxiliaries = {child.lower_ for child in verb.children}
    return bool(auxiliaries & cues["prospect"]) or (verb.tag_ == "VB" and "to" in auxiliaries)


def _is_begun(path: "list[Token]", meeting: "Token", cues: Cues) -> bool:
    """Tell whether an event is said to begin: "the war began when …"."""
    above = (*path[1:], meeting)
    verb = next((step for step in above if step.tag_ in VERB_TAGS), None)
    marks = {child.lower_ for child in verb.children} if verb is not None else set()
    return verb is not None and verb.lemma_ in cues["beginning"] and not marks & WHEN - {"when"}


def _is_beside_verb(path: "list[Token]") -> bool:
    """Tell whether days stand beside the verb ("died on Friday"), not inside one of its nouns."""
    return all(step.dep_ in BESIDE_VERB for step in path)


def _is_perfect(verb: "Token") -> bool:
    """Tell whether a verb, or the one it is joined to, counts up to the present: "has killed"."""
    verbs = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    return any(child.lower_ in PERFECT for word in verbs for child in word.children)


def _follows_superlative(dated: "Token") -> bool:
    """Tell days of "the deadliest raid since" or "the first time since" from those of a start."""
    before = dated.doc[max(0, dated.i - 6) : dated.i]
    words = [word.lower_ for word in before]
    if "since" not in words:
        return False
    best = before[: words.index("since")]
    return any(word.tag_ in SUPERLATIVES or word.lower_ == "first" for word in best)
