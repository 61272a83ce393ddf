"""Whether a count is of a short spell: of one blow or wave of them, or of a few stated days.

Belongs here: what speaks against a running total although the tense is a perfect ("a strike has
killed 12", "12 have died in 48 hours"). Not here: windows that are dates (`dating.py`).
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from assets.core.facts.linking.relations import SUBJECTS
from assets.core.facts.meaning.elision import are_listed
from assets.core.facts.reading import Reading
from assets.core.facts.text.cues import Cues
from assets.core.facts.text.tree import FINITE_TAGS, NOUN_TAGS, VERB_TAGS

RELATIVE = frozenset(("that", "which", "who"))
SAYING = frozenset(("say", "report", "claim", "believe", "think", "estimate"))
CLAUSES = frozenset(("xcomp", "advcl"))
WAVE = 1000  # a wave of blows kills hundreds; more than this is what a war has done
BY_BLOW = frozenset(("in", "from", "during", "of", "for", "by", "after"))
SO_FAR = re.compile(r"\b(?:so far|to date|already|until now|up to now)\b(?! today)", re.IGNORECASE)
FEW = r"(?:\d|an?|one|two|three|four|five|six|seven|a few|a couple of|several)"
SPELL = rf"(?:(?:\d+|\w+)[\s-]hours?|{FEW}[\s-](?:days?|nights?|minutes))"
SCANT = r"(?:(?:just|only|little|less|more|under|about|over|than)\ )*"
ANEW = r"(?:resum|collaps|expir|end(?:ed)?\b|breakdown|broke\ down|dawn|midnight|morning)\w*"
SHORT = re.compile(
    rf"""\b(?:
        overnight | same\ day | (?:so\ far|earlier)\ (?:today|this\ (?:morning|week|month))
      | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\ (?:night|evening|morning|afternoon)
      | (?:in|over|within|during)\ (?:the\ )?(?:recent|past|last|previous|preceding)
        \ (?:few\ )?(?:hours|days|weeks?|nights?|{SPELL})
      | (?:the|this)\ (?:past|last|previous|preceding)\ (?:hour|day|night|week|{SPELL})
      | (?:in|within|over)\ {SCANT}{SPELL}
      | (?:a|one)\ single\ (?:day|night)
      | (?:this|last|over\ the|during\ the)\ (?:past\ )?weekend
      | since\ (?:(?!then\b)[\w'\u2019-]+\ ){{0,6}}{ANEW}
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_of_wave(reading: Reading, cues: Cues) -> bool:
    """Tell the count of a blow, or of some ("strikes have killed 55"), from that of a whole war."""
    if SO_FAR.search(reading.sentence.text):
        return False
    blows = [noun for noun in _causes(reading) if noun.lemma_ in cues["blows"]]
    size = reading.quantity.value if reading.quantity.value is not None else reading.quantity.low
    is_of_few = reading.meaning is not None and bool(reading.meaning.metric.nouns)
    is_wave = (size is None or size < WAVE) and not is_of_few
    return any(is_wave or noun.tag_ == "NN" for noun in blows if size is None or size < WAVE)


def _causes(reading: Reading) -> Iterator[Token]:
    """Yield what a count came of: who or what did it, or that of which a toll is."""
    if (doer := doer_of(reading)) is not None:
        yield doer
    if reading.relation is None:
        return
    told = reading.relation.token
    if reading.relation.role == "head" and told.dep_ == "pobj" and told.head.lower_ == "with":
        yield told.head.head
    for child in told.children:
        if child.dep_ == "prep" and child.lower_ in BY_BLOW:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def doer_of(reading: Reading) -> Token | None:
    """Return the noun of who did what the count is of."""
    relation = reading.relation
    if relation is None:
        return None
    if relation.role == "modifier":
        verb = _leaving(relation.token)
        return None if verb is None else _subject(verb)
    if relation.role != "object":
        return None
    verb = relation.token
    if verb.tag_ not in VERB_TAGS:  # "the killing of 12 people by gunmen"
        by = (c for c in verb.children if c.lower_ == "by")
        return next((noun for prep in by for noun in prep.children if noun.dep_ == "pobj"), None)
    agents = [n for c in verb.children if c.dep_ == "agent" for n in c.children]
    is_passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    return agents[0] if agents else None if is_passive else _subject(verb)


def _leaving(state: Token) -> Token | None:
    """Return the verb that says what brought a state about: "has left 12 people dead"."""
    above = state.head.head if state.head.dep_ == "dobj" else state.head
    return above if above.lemma_ == "leave" else None


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb, its own or that of the verb whose circumstance it is."""
    if before := _noun_before(verb):
        return before
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return _described(verb) or child if child.lower_ in RELATIVE else child
        if (
            verb.head.lemma_ in SAYING and verb.head != verb
        ):  # "a raid that officials say killed 12"
            return _described(verb)
        if verb.dep_ != "conj" and (verb.tag_ in FINITE_TAGS or verb.dep_ not in CLAUSES):
            return verb.head if verb.dep_ == "acl" and verb.tag_ == "VBG" else None
        verb = verb.head


def _noun_before(verb: Token) -> Token | None:
    """Return the noun right before a verb to which the parse gives no subject: "gunmen killed"."""
    if verb.tag_ != "VBD" or verb.i == 0 or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    noun = verb.nbor(-1)
    while noun.dep_ == "pobj" and noun.head.head.tag_ in NOUN_TAGS:  # "waves of gunmen killed"
        noun = noun.head.head
    return noun if noun.tag_ in NOUN_TAGS else None


def _described(verb: Token) -> Token | None:
    """Return the noun that a clause tells of: "the men who", "the men who, police say, …"."""
    clause = verb.head if verb.dep_ in ("ccomp", "xcomp") else verb
    return clause.head if clause.dep_ == "relcl" else None


def is_brief(reading: Reading, others: Sequence[Reading]) -> bool:
    """Tell the count to which the words for a few days stand nearest, of a level the toll's own."""
    text = reading.sentence.text
    return any(
        _is_of_toll(reading, match.start(), match.end())
        if reading.link.is_level
        else _is_nearest(reading, _free(others), match)
        for match in SHORT.finditer(text)
    )


def _is_nearest(reading: Reading, others: Sequence[Reading], match: re.Match[str]) -> bool:
    """Tell the count nearest to a spell, and those listed with it: "in 36 hours 12 died and 9"."""
    nearest = min(others, key=lambda other: _gap(other, match), default=None)
    if nearest is None or nearest is reading:
        return nearest is reading
    is_ahead = match.end() <= min(nearest.quantity.start, reading.quantity.start)
    return is_ahead and not reading.link.is_bare_total and are_listed(nearest, reading)


def names_spell(reading: Reading) -> bool:
    """Tell whether a sentence tells of a few days at all, be it for another count."""
    return SHORT.search(reading.sentence.text) is not None


def _free(readings: Sequence[Reading]) -> list[Reading]:
    return [r for r in readings if r.metric is not None and not r.link.is_level]


def _gap(reading: Reading, match: re.Match[str]) -> int:
    quantity = reading.quantity
    return max(quantity.start - match.end(), match.start() - quantity.end)


def _is_of_toll(reading: Reading, start: int, end: int) -> bool:
    """Tell "the toll for Sunday night" from a toll that was reached then."""
    span = reading.link.top.doc.char_span(start, end, alignment_mode="expand")
    told = reading.relation
    return span is not None and told is not None and told.token.is_ancestor(span.root)
