"""What sort of count a quantity is: a running total, an event's count, a level, a share.

Belongs here: the choice of a kind, and the tense it depends on. Not here: windows (`time/`).
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from assets.core.facts.linking.links import Link
from assets.core.facts.linking.relations import AUXILIARIES, SUBJECTS, Relation
from assets.core.facts.reading import Reading
from assets.core.facts.text.tree import FINITE_TAGS, VERB_TAGS

LEANING = frozenset(("conj", "xcomp", "ccomp", "oprd", "acl", "acomp", "amod"))
PERFECT = frozenset(("have", "has", "'ve", "\u2019ve"))
SAID = frozenset(("ccomp", "xcomp"))
LEAVING = frozenset(("leave", "see"))
RECORDING = frozenset(("register", "record", "document", "count", "report", "confirm"))
ONE_EVENT = frozenset(("after", "when"))
PEOPLE = frozenset(("anyone", "folk", "peoples", "women_and_children", "soldiers"))
LASTING = frozenset(
    ("hold", "keep", "remain", "stay", "live", "function")
)  # verbs that tell a state
UNITS = frozenset(("count", "money"))  # of which running totals are told without a metric, too
SO_FAR = re.compile(r"\b(?:so far|to date|until now|up to now)\b", re.IGNORECASE)
RATE = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:an?|per|each|every)\s+(?:hour|day|week|month|year)\b")
PAST = frozenset(("was", "were", "had"))


def kind_of(reading: Reading, *, runs_on: bool, is_brief: bool) -> str | None:
    """Return the kind of a quantity.

    `runs_on` tells that its count has a start and goes on, `is_brief` that it is of a few days.
    """
    if reading.is_share:
        return "share" if reading.meaning is not None or _is_of_something(reading) else None
    if reading.meaning is None:
        return _kind_of_any(reading) if reading.quantity.unit in UNITS else None
    kinds = reading.meaning.metric.kinds
    if reading.quantity.change == "by" and "increment" in kinds:
        return "increment"
    if runs_on and "cumulative" in kinds and not reading.frame.further:
        return "cumulative"
    if is_brief and "increment" in kinds:
        return "increment"
    return _kind_of_moment(reading, [kind for kind in kinds if kind != "cumulative"])


def _is_of_something(reading: Reading) -> bool:
    """Tell "a quarter of the homes" from "prices rose a quarter"."""
    return reading.sentence.text.startswith(" of ", reading.quantity.unit_end)


def _kind_of_any(reading: Reading) -> str | None:
    """Return the kind of a count that is of no metric: what happened, or a level of people."""
    verb = _verb(reading)
    if verb is not None and verb.lemma_ not in LASTING and _is_running(reading, verb):
        return "cumulative"
    if reading.quantity.unit != "count":
        return None
    if _happened(verb) or _is_told_as_done(verb):
        return "increment"
    if verb is not None and (verb.lemma_ in LASTING or _is_now(verb)):
        return "stock"
    return "stock" if verb is None and not PEOPLE.isdisjoint(reading.classes) else None


def _is_running(reading: Reading, verb: Token) -> bool:
    """Tell what is counted from a start on: "have sunk 12 since May", "has sunk 12 so far"."""
    when = reading.dating
    is_since = when.window_start is not None and when.window_end is None
    is_open = is_since or SO_FAR.search(reading.sentence.text) is not None
    return is_open and not is_rate(reading) and not PERFECT.isdisjoint(_auxiliaries(verb))


def is_rate(reading: Reading) -> bool:
    """Tell "30 permits a day"."""
    return RATE.match(reading.sentence.text, reading.quantity.unit_end) is not None


def _kind_of_moment(reading: Reading, kinds: list[str]) -> str:
    """Return which of a metric's kinds a count that is no running total has."""
    told = reading.relation
    is_state = told is not None and (told.role == "modifier" or told.token.lemma_ in LASTING)
    if "increment" in kinds and any(_leaves(r) for r in reading.link.relations):
        return "increment"
    if "stock" in kinds and is_state:
        return "stock"
    if kinds[0] == "stock" and "increment" in kinds and _happened(_verb(reading)):
        return "increment"
    return kinds[0]


def _verb(reading: Reading) -> Token | None:
    """Return the verb of the relation that told the metric, else the first verb there is."""
    told = [reading.relation] if reading.relation else []
    return next(
        (r.token for r in (*told, *reading.link.relations) if r.token.tag_ in VERB_TAGS), None
    )


def _happened(verb: Token | None) -> bool:
    """Tell what happened ("displaced", "were hit", "killing") from what is ("are displaced")."""
    if verb is None or verb.tag_ in ("VB", "VBP", "VBZ"):
        return False
    if verb.tag_ == "VBG":
        return verb.dep_ != "acl"
    if _shares_auxiliary(verb):
        return _happened(verb.head)
    if verb.tag_ == "VBD":
        return True
    auxiliaries = set(_auxiliaries(verb))
    return not auxiliaries or not auxiliaries.isdisjoint(PAST)


def _is_told_as_done(verb: Token | None) -> bool:
    """Tell "claims to have hit 12"."""
    return verb is not None and {"to", "have"} <= set(_auxiliaries(verb))


def _is_now(verb: Token) -> bool:
    return verb.lemma_ == "be" and verb.tag_ in ("VBP", "VBZ")


def _leaves(relation: Relation) -> bool:
    """Tell "the quake left 12 homeless"."""
    return relation.role == "object" and relation.token.lemma_ == "leave"


def _shares_auxiliary(verb: Token) -> bool:
    """Tell "has killed 12 and displaced 40"."""
    own = any(child.dep_ in (*AUXILIARIES, *SUBJECTS) for child in verb.children)
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and not own


def _auxiliaries(verb: Token) -> Iterator[str]:
    return (child.lower_ for child in verb.children if child.dep_ in AUXILIARIES)


def is_perfect(reading: Reading) -> bool:
    """Tell "have been killed" from "were killed", also where a joined verb has the auxiliary.

    So is "with 12 people killed"; "have been killed after a train crashed" is of one event.
    """
    if reading.relation is None:
        return False
    token, top = reading.relation.token, reading.link.top
    if any(c.dep_ == "advcl" and _opens(c) in ONE_EVENT for c in token.children):
        return False
    if top.dep_ == "pobj" and top.head.lower_ == "with" and token.head == top:
        return True
    while True:
        auxiliaries = set(_auxiliaries(token))
        if auxiliaries or not _leans(token):
            return not PERFECT.isdisjoint(auxiliaries)
        is_said = token.dep_ in SAID and token.head.tag_ in FINITE_TAGS
        if is_said and token.head.dep_ == "conj":  # "…, which reports said killed 12"
            return False
        token = token.head


def _leans(token: Token) -> bool:
    """Tell what has its tense of the word above it: "has left 12 people dead"."""
    if token.dep_ == "dobj":
        return token.head.lemma_ in LEAVING
    if token.dep_ == "nsubjpass":  # "injured people have been registered"
        return token.head.lemma_ in RECORDING
    return token.dep_ in LEANING and not (token.dep_ == "ccomp" and token.tag_ == "VBD")


def _opens(clause: Token) -> str:
    """Return the conjunction of a clause."""
    return next((str(c.lower_) for c in clause.children if c.dep_ in ("mark", "advmod")), "")


def predicate_of(link: Link, relation: Relation | None) -> str | None:
    """Return the base form of the verb that says what happened to the counted."""
    if relation is not None and relation.token.tag_ in (*VERB_TAGS, "JJ"):
        return str(relation.token.lemma_)
    verbs = (r.token.lemma_ for r in link.relations if r.token.tag_ in VERB_TAGS)
    return next(verbs, None)
