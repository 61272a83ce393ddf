"""The sources that a sentence names, and how far the word of each reaches.

Belongs here: the grammar of reporting ("X said that …", "…, X said", "according to X", "reported by
X"). Not here: which party a source is (`authorities.py`), what the words are (the catalogue's cues).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.authorities import Cues, lexicon
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Sentence
from assets.core.facts.tree import VERB_TAGS, reach, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TAIL: Final = 8  # words that may follow "…, the ministry said" in a sentence, such as a day


@dataclass(frozen=True, slots=True)
class Source:
    """Words of a sentence that name a source, and the stretch of it that it vouches for.

    `is_cited` tells a source that another one names as its own ("citing the ministry").
    """

    start: int
    end: int
    reach_start: int
    reach_end: int
    is_cited: bool = False

    def vouches_for(self, quantity: Quantity) -> bool:
        """Tell whether the quantity stands inside the reach and outside the name."""
        inside = self.reach_start <= quantity.start and quantity.end <= self.reach_end
        return inside and not self.start <= quantity.start < self.end


def source_of(sentence: Sentence, quantity: Quantity, catalogue: Catalogue) -> Source | None:
    """Return the source whose reach holds the quantity most closely."""
    if sentence.parse is None:
        return None
    found = [s for s in sources(sentence.parse, catalogue) if s.vouches_for(quantity)]
    return min(found, key=lambda s: (s.reach_end - s.reach_start, not s.is_cited), default=None)


@lru_cache(maxsize=8)  # the quantities of a sentence ask one after the other
def sources(parse: "Doc", catalogue: Catalogue) -> tuple[Source, ...]:
    """Return every source that a sentence names."""
    return tuple(_sources(parse, catalogue))


def _sources(parse: "Doc", catalogue: Catalogue) -> Iterator[Source]:
    cues = lexicon(catalogue).cues
    for token in parse:
        if token.lower_ == "according":
            yield from _according_to(token)
        elif token.lower_ in cues["citing"]:
            yield from _cited(token, cues)
        elif _is_reporting(token, cues):
            yield from _reporting(token, cues)
        elif token.lemma_ in cues["evidence"]:
            yield from _owned(token, catalogue)


def _is_reporting(token: "Token", cues: Cues) -> bool:
    return token.tag_ in VERB_TAGS and any(
        token.lemma_ in cues[name] for name in ("saying", "giving", "showing")
    )


def _reporting(verb: "Token", cues: Cues) -> Iterator[Source]:
    """Yield the subject of a reporting verb for its content, the agent of a passive one."""
    subject = subject_of(verb)
    if subject is not None and not _is_passive(verb, subject) and _can_report(verb, subject, cues):
        for start, end in _contents(verb, subject, cues):
            yield Source(*_name(subject), start, end)
    for agent in verb.children:
        if agent.dep_ == "agent" and (named := next(agent.children, None)):
            told = verb.head if verb.dep_ in {"acl", "relcl"} else verb
            yield Source(*_name(named), *reach(told))


def _is_passive(verb: "Token", subject: "Token") -> bool:
    return subject.dep_ == "nsubjpass" and subject.head == verb


def _can_report(verb: "Token", subject: "Token", cues: Cues) -> bool:
    said = verb.lemma_ in cues["saying"] or verb.lemma_ in cues["giving"]
    return said or subject.lemma_ in cues["evidence"]


def _contents(verb: "Token", subject: "Token", cues: Cues) -> Iterator[tuple[int, int]]:
    """Yield the stretches that a reporting verb reports, by the tree, else by the order of words."""
    found = [reach(child) for child in verb.children if _is_content(child, verb, cues)]
    yield from found
    if found:
        return
    doc = verb.doc
    following = doc[verb.i + 1 : verb.i + 1 + TAIL]
    that = next((token for token in following if token.lower_ == "that"), None)
    if that is not None and that.dep_ == "mark":
        yield that.idx, reach(that.head)[1]
    elif len(doc) - verb.i <= TAIL and verb.lemma_ in cues["saying"]:
        yield 0, min(subject.left_edge.idx, verb.idx)


def _is_content(child: "Token", verb: "Token", cues: Cues) -> bool:
    if child.dep_ == "ccomp":
        return True
    if verb.lemma_ not in cues["giving"]:
        return False
    return child.dep_ in {"dobj", "xcomp"} or (
        child.dep_ == "prep" and child.lower_ in {"at", "of"}
    )


def _according_to(according: "Token") -> Iterator[Source]:
    named = [noun for to in according.children if to.lower_ == "to" for noun in to.children]
    if not named:
        return
    start, end = _name(named[0])
    if according.i <= 1:
        yield Source(start, end, end, len(according.doc.text))
    elif according.head.i > according.i:
        yield Source(start, end, *reach(according.head))
    else:
        yield Source(start, end, 0, according.idx)


def _cited(citing: "Token", cues: Cues) -> Iterator[Source]:
    """Yield whom a report cites, for what the report says."""
    named = next((child for child in citing.children if child.dep_ == "dobj"), None)
    if named is None:
        return
    report = citing.head
    subject = subject_of(report) if _is_reporting(report, cues) else None
    contents = list(_contents(report, subject, cues)) if subject is not None else []
    for start, end in contents or [(0, citing.idx)]:
        yield Source(*_name(named), start, end, is_cited=True)


def _owned(evidence: "Token", catalogue: Catalogue) -> Iterator[Source]:
    """Yield the party that a count belongs to: "the ministry's tally of 12"."""
    owner = next((child for child in evidence.children if child.dep_ == "poss"), None)
    if owner is None:
        return
    start, end = _name(owner)
    if lexicon(catalogue).is_party(evidence.doc.text[start:end]):
        yield Source(start, end, *reach(evidence))


def _name(noun: "Token") -> tuple[int, int]:
    """Return the stretch of a noun with all that belongs to its name, without clauses about it."""
    end = noun.right_edge
    for child in noun.children:
        if child.dep_ in {"relcl", "cc"} and child.i > noun.i:
            end = child.left_edge.nbor(-1)
            break
    while end.i > noun.i and (end.is_punct or end.tag_ == "POS") and end.text not in {")", '"'}:
        end = end.nbor(-1)
    return noun.left_edge.idx, end.idx + len(end)
