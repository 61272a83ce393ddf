"""The sources that a sentence names, and how far the word of each reaches.

Belongs here: the grammar of reporting ("X said that …", "…, X said", "according to X", "reported by
X"). Not here: which party a source is (`authorities.py`), what the words are (the catalogue's cues).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.authorities import Cues, Lexicon, lexicon
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Sentence
from assets.core.facts.tree import VERB_TAGS, reach, subject_of, token_at

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
    floor = _background(sentence.parse, quantity, lexicon(catalogue).cues)
    found = [
        source
        for source in sources(sentence.parse, catalogue)
        if source.vouches_for(quantity) and source.reach_start >= floor
    ]
    return min(found, key=lambda s: (s.reach_end - s.reach_start, not s.is_cited), default=None)


def _background(parse: "Doc", quantity: Quantity, cues: Cues) -> int:
    """Return where the innermost clause of background that holds a quantity starts, else 0.

    What a report mentions only to say which attack or which town it means ("arrested over a blast
    that killed 12", "in Derna, where 12 died") is the outlet's own knowledge.
    """
    token = token_at(parse, quantity.start, quantity.end)
    for step in (token, *token.ancestors) if token else ():
        if step.dep_ == "relcl":
            noun = step.head
            is_where = any(child.lower_ == "where" for child in step.children)
            if (is_where and noun.tag_ in {"NNP", "NNPS"}) or (
                noun.dep_ == "pobj" and noun.head.lower_ in cues["no_time"]
            ):
                return step.left_edge.idx
    return 0


@lru_cache(maxsize=8)  # the quantities of a sentence ask one after the other
def sources(parse: "Doc", catalogue: Catalogue) -> tuple[Source, ...]:
    """Return every source that a sentence names."""
    return tuple(_sources(parse, catalogue))


def _sources(parse: "Doc", catalogue: Catalogue) -> Iterator[Source]:
    known = lexicon(catalogue)
    for token in parse:
        if token.lower_ == "according":
            yield from _according_to(token)
        elif token.lower_ in known.cues["citing"]:
            yield from _cited(token, known)
        elif token.tag_ in VERB_TAGS and token.lemma_ in known.reporting:
            yield from _reporting(token, known)
        elif token.lemma_ in known.cues["evidence"]:
            yield from _owned(token, known)


def _reporting(verb: "Token", known: Lexicon) -> Iterator[Source]:
    """Yield the subject of a reporting verb for its content, the agent of a passive one."""
    subject = subject_of(verb)
    if subject is not None and not _is_passive(verb, subject) and _can_report(verb, subject, known):
        for start, end in _contents(verb, subject, known.cues):
            yield Source(*_name(subject), start, end)
    for agent in verb.children:
        if agent.dep_ == "agent" and (named := next(agent.children, None)):
            told = verb.head if verb.dep_ in {"acl", "relcl"} else verb
            yield Source(*_name(named), *reach(told))


def _is_passive(verb: "Token", subject: "Token") -> bool:
    return subject.dep_ == "nsubjpass" and subject.head == verb


def _can_report(verb: "Token", subject: "Token", known: Lexicon) -> bool:
    """Tell whether a verb reports with such a subject."""
    cues = known.cues
    if any(verb.lemma_ in cues[name] for name in ("saying", "giving", "giving_counts")):
        return True
    if verb.lemma_ in cues["counting"]:
        start, end = _name(subject)
        return known.is_body(verb.doc.text[start:end])
    return subject.lemma_ in cues["evidence"]


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
        first = min(subject.left_edge.i, verb.i)
        if first and doc[first - 1].is_punct:
            yield 0, doc[first].idx


def _is_content(child: "Token", verb: "Token", cues: Cues) -> bool:
    """Tell whether what depends on a reporting verb is what it reports."""
    if child.dep_ == "ccomp":
        return True
    if verb.lemma_ in cues["giving_counts"]:
        return _is_count_given(child, verb, cues)
    gives = verb.lemma_ in cues["giving"] or verb.lemma_ in cues["counting"]
    return gives and (child.dep_ in {"dobj", "xcomp"} or child.lower_ in {"at", "of"})


def _is_count_given(child: "Token", verb: "Token", cues: Cues) -> bool:
    """Tell the parts of "put the toll at 12", "gave a toll of 12", "put it at 12"."""
    given = next((other for other in verb.children if other.dep_ == "dobj"), None)
    if given is None or not (given.lemma_ in cues["evidence"] or given.lower_ == "it"):
        return False
    return child == given or child.lower_ in {"at", "to"}


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


def _cited(citing: "Token", known: Lexicon) -> Iterator[Source]:
    """Yield whom a report cites, for what the report says."""
    named = next((child for child in citing.children if child.dep_ == "dobj"), None)
    if named is None:
        return
    report = citing.head
    subject = subject_of(report) if report.lemma_ in known.reporting else None
    contents = list(_contents(report, subject, known.cues)) if subject is not None else []
    for start, end in contents or [(0, citing.idx)]:
        yield Source(*_name(named), start, end, is_cited=True)


def _owned(evidence: "Token", known: Lexicon) -> Iterator[Source]:
    """Yield the party that a count is of: "the ministry's tally of 12", "a toll of 12 from …"."""
    for child in evidence.children:
        if child.dep_ == "poss":
            owner = child
        elif child.dep_ == "prep" and child.lower_ in {"from", "by"}:
            owner = next(child.children, child)
        else:
            continue
        start, end = _name(owner)
        if known.is_body(evidence.doc.text[start:end]):
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
