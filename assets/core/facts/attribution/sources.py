"""The sources that a sentence names, and how far the word of each reaches.

Belongs here: the grammar of reporting ("X said that …", "…, X said", "according to X", "reported by
X"). Not here: which party a source is (`authorities.py`), the words themselves (the cues).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.attribution.parties import Parties, parties
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.text.cues import Cues, cues_of
from assets.core.facts.text.sentence import Sentence
from assets.core.facts.text.tree import (
    CIRCUMSTANCES,
    SUBJECTS,
    VERB_TAGS,
    reach,
    subject_of,
    token_at,
    told_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REPORTING: Final = ("saying", "giving", "giving_counts", "counting", "showing")
TAIL: Final = 8  # words that may follow "…, the ministry said" in a sentence, such as a day
SPEAKER_AT_END: Final = re.compile(
    r",[\u201d\"']?\s+(?P<who>[^,;:\u201d\"]{2,60}?(?:,\s[^,;:\u201d\"]{2,60})?),?\s*$"
)
ACCORDING_TO: Final = re.compile(  # "…, most of them children, according to "
    r"(?:,\s(?:the|most|mostly|many|including|among)\b[^,]{0,40})?,?\s*according to\s+"
)
OPENING: Final = frozenset({'"', "\u201c", "\u2018"})  # "…, X said “…”"
HEDGES: Final = frozenset({"about", "around", "over", "under"})
CLAUSES: Final = frozenset({"relcl", "advcl"})


@dataclass(frozen=True, slots=True)
class Source:
    """Words of a sentence that name a source, and the stretch of it that it vouches for.

    `is_cited` tells a source that another one names as its own ("citing the ministry"), `is_behind`
    one that stands behind what it vouches for: of several the nearest does.
    """

    start: int
    end: int
    reach_start: int
    reach_end: int
    is_cited: bool = False
    is_behind: bool = False

    def vouches_for(self, quantity: Quantity) -> bool:
        """Tell whether the quantity stands inside the reach and outside the name."""
        inside = self.reach_start <= quantity.start and quantity.end <= self.reach_end
        return inside and not self.start <= quantity.start < self.end


def sources_of(sentence: Sentence, quantity: Quantity, catalogue: Catalogue) -> list[Source]:
    """Return the sources whose reach holds the quantity, the one that holds it closest first."""
    if sentence.parse is None:
        return []
    start, end = _background(sentence.parse, quantity, cues_of(catalogue))
    closing = ACCORDING_TO.match(sentence.text, end)
    end = closing.end() + 1 if closing else end
    found = [
        source
        for source in sources(sentence.parse, catalogue)
        if source.vouches_for(quantity)
        if source.reach_start >= start or start <= source.start < end
    ]
    behind = [s for s in found if s.is_behind and s.start >= quantity.end]
    nearest = min(behind, key=lambda s: s.start, default=None)
    found = [s for s in found if s not in behind or s == nearest]
    return sorted(found, key=lambda s: (s.reach_end - s.reach_start, not s.is_cited))


def _background(parse: "Doc", quantity: Quantity, cues: Cues) -> tuple[int, int]:
    """Return the innermost clause of background that holds a quantity, else the sentence.

    What a report mentions only to say which attack or which town it means ("arrested over a blast
    that killed 12", "in Derna, where 12 died") is the outlet's own knowledge, unless quoted.
    """
    text = parse.text
    token = token_at(parse, quantity.start, quantity.end)
    is_quoted = any(text.count(mark, 0, quantity.start) % 2 for mark in ('"', "\u201c"))
    for step in (token, *token.ancestors) if token and not is_quoted else ():
        is_counted = any(child.dep_ == "nummod" for child in step.head.children)
        if step.dep_ == "relcl" and not is_counted:
            prep = step.head.head.lower_ if step.head.dep_ == "pobj" else ""
            is_where = any(child.lower_ == "where" for child in step.children)
            if is_where or prep in cues["no_time"] or prep in CIRCUMSTANCES or _is_by(step.head):
                return reach(step)
    return 0, len(text)


def _is_by(noun: "Token") -> bool:
    """Tell what only says which thing is meant: "towns hit by a quake"."""
    is_agent = noun.dep_ == "pobj" and noun.head.dep_ == "agent"
    return is_agent and noun.head.head.dep_ in {"acl", "advcl"}


@lru_cache(maxsize=8)  # the quantities of a sentence ask one after the other
def sources(parse: "Doc", catalogue: Catalogue) -> tuple[Source, ...]:
    """Return every source that a sentence names."""
    return tuple(_sources(parse, parties(catalogue)))


def _sources(parse: "Doc", known: Parties) -> Iterator[Source]:
    for token in parse:
        if token.lower_ == "according":
            yield from _according_to(token)
        elif token.lower_ == "per" and token.i and token.nbor(-1).lower_ == "as":
            yield from _as_per(token)
        elif token.lower_ in known.cues["citing"]:
            yield from _cited(token, known)
        elif _is_report(token, known.cues):
            yield from _reporting(token, known)
        elif token.lemma_ in known.cues["evidence"]:
            yield from _owned(token, known)


def _is_report(token: "Token", cues: Cues) -> bool:
    """Tell whether a token is a verb of reporting that has reported: not "will announce"."""
    if token.tag_ not in VERB_TAGS or not any(token.lemma_ in cues[s] for s in REPORTING):
        return False
    return not any(c.dep_ == "neg" or c.lower_ in cues["prospect"] for c in token.children)


def _reporting(verb: "Token", known: Parties) -> Iterator[Source]:
    """Yield the subject of a reporting verb for its content, the agent of a passive one."""
    subject = subject_of(verb)
    if subject is None or subject.head != verb:
        yield from _closing(verb, known)
        yield from _interposed(verb, known)
    if subject is not None and not _is_passive(verb, subject) and _can_report(verb, subject, known):
        for start, end in _contents(verb, subject, known.cues):
            yield Source(*_name(subject), start, end)
        if told_of(verb) is not None:  # "the 12 men whom police say were hurt"
            yield Source(*_name(subject), verb.head.left_edge.idx, reach(verb)[1])
    for agent in verb.children:
        if agent.dep_ == "agent" and _is_said_by(verb, known.cues):
            told = verb.head if verb.dep_ in {"acl", "relcl", "advcl"} else verb
            for named in agent.children:
                yield Source(*_name(named), *_own_reach(told))


def _interposed(verb: "Token", known: Parties) -> Iterator[Source]:
    """Yield who is put into a clause: "raids that officials say have killed 12"."""
    told = verb.head
    is_relative = any(child.tag_ in {"WDT", "WP"} for child in told.children)
    if verb.dep_ != "parataxis" or not is_relative or verb.lower_ not in known.cues["said"]:
        return
    for subject in told.children:
        if subject.dep_ in SUBJECTS and subject.i + 1 == verb.i:
            yield Source(*_name(subject), *reach(told))


def _own_reach(verb: "Token") -> tuple[int, int]:
    """Return the reach of a clause without those joined to it that have a subject of their own."""
    start, end = reach(verb)
    joined = (child for child in verb.children if child.dep_ == "conj" and child.i > verb.i)
    others = (c.left_edge.idx for c in joined if any(d.dep_ in SUBJECTS for d in c.children))
    return start, min(others, default=end)


def _is_said_by(verb: "Token", cues: Cues) -> bool:
    return verb.lemma_ in cues["saying"] or verb.lemma_ in cues["counting"]


def _closing(verb: "Token", known: Parties) -> Iterator[Source]:
    """Yield who speaks at the end of a sentence by commas alone: "…, the mayor, Ali Roe, said"."""
    if verb.lower_ not in known.cues["said"] or len(verb.doc) - verb.i > TAIL:
        return
    found = SPEAKER_AT_END.search(verb.doc.text, 0, verb.idx)
    if found and (known.knows(found["who"]) or any(map(str.isupper, found["who"]))):
        yield Source(*found.span("who"), 0, found.start())


def _is_passive(verb: "Token", subject: "Token") -> bool:
    return subject.dep_ == "nsubjpass" and subject.head == verb


def _can_report(verb: "Token", subject: "Token", known: Parties) -> bool:
    """Tell whether a verb reports with such a subject."""
    cues = known.cues
    if subject.lemma_ in cues["evidence"]:
        return True
    if subject.lower_ in ("%", "percent", "cent"):  # those asked give no figures
        return False
    if any(child.dep_ == "nummod" for child in subject.children):
        return verb.lemma_ in cues["saying"]
    has_found = verb.lemma_ == "find" and subject.tag_ == "NNP"  # "the Lake Institute found …"
    if has_found or any(verb.lemma_ in cues[name] for name in REPORTING[:3]):
        return True
    if verb.lemma_ in cues["counting"]:
        start, end = _name(subject)
        return known.knows_body(verb.doc.text[start:end])
    return False


def _contents(verb: "Token", subject: "Token", cues: Cues) -> Iterator[tuple[int, int]]:
    """Yield the stretches that a verb reports, by the tree, else by the order of words."""
    doc = verb.doc
    is_content = _is_shown if subject.lemma_ in cues["evidence"] else _is_content
    found = [child for child in verb.children if is_content(child, verb, cues)]
    is_aside = verb.i + 1 < len(doc) and doc[verb.i + 1].is_punct  # "…, X said, …"
    follows = bool(found) and found[-1].i > verb.i > subject.i and not is_aside
    reaches = [_content_reach(child) for child in found if not follows or child.i > verb.i]
    yield from reaches
    if reaches and _opens_list(verb):
        yield reaches[0][0], reach(verb.head)[1]
    if verb.lower_ in cues["said"] and not follows:
        yield from _around_aside(verb, subject)
    if not found:
        yield from _after_that(verb)


def _after_that(verb: "Token") -> Iterator[tuple[int, int]]:
    """Yield the clause of a "that" near a verb, which the parse hangs on another word."""
    following = verb.doc[verb.i + 1 : verb.i + 1 + TAIL]
    that = next((token for token in following if token.lower_ == "that"), None)
    if that is not None and that.dep_ == "mark":
        yield that.idx, reach(that.head)[1]


def _around_aside(verb: "Token", subject: "Token") -> Iterator[tuple[int, int]]:
    """Yield what stands before "…, X said" at the end, and around "…, X said on Friday, …"."""
    doc = verb.doc
    first = min(subject.left_edge.i, verb.i)
    last = max(subject.right_edge.i, verb.i)
    if not first or not doc[first - 1].is_punct or doc[verb.i + 1 : verb.i + 2].text in OPENING:
        return
    after = doc[last + 1 : last + 1 + TAIL]
    if verb.dep_ == "parataxis":
        yield reach(verb.head)
    elif any(token.text == "," for token in after):
        yield 0, len(doc.text)
    elif len(after) < TAIL or after[0].is_space:
        yield 0, doc[first].idx


def _opens_list(verb: "Token") -> bool:
    """Tell "a poll found that 40% agree, 30% do not": the parse hangs the report in the list."""
    if verb.dep_ != "ccomp" or verb.head.i < verb.i:
        return False
    subjects = (child for child in verb.head.children if child.dep_ == "nsubj" and child.i > verb.i)
    return any(word.tag_ == "CD" for subject in subjects for word in subject.subtree)


def _is_content(child: "Token", verb: "Token", cues: Cues) -> bool:
    """Tell whether what depends on a reporting verb is what it reports."""
    lemma = verb.lemma_
    if lemma == "ask":
        return child.lower_ == "for"
    if lemma == "want":
        return child.dep_ == "dobj"
    if child.dep_ == "ccomp":
        return lemma not in cues["giving_counts"]
    if child.dep_ == "xcomp":
        is_told = child.tag_ in {"VBD", "VBN"}  # "which officials say killed 12"
        return is_told or lemma in cues["giving"] or lemma in cues["claiming"]
    if lemma in cues["giving_counts"]:
        return _is_count_given(child, verb, cues)
    gives = lemma in cues["giving"] or lemma in cues["counting"]
    return gives and (child.dep_ == "dobj" or child.lower_ in {"at", "of"})


def _is_shown(child: "Token", verb: "Token", cues: Cues) -> bool:
    """Tell whether what depends on a verb is what a study or count shows."""
    is_shown = child.dep_ in {"dobj", "oprd", "prep", "xcomp"} and child.i > verb.i
    return is_shown or _is_content(child, verb, cues)


def _content_reach(content: "Token") -> tuple[int, int]:
    """Return the reach of a content; a noun's without the clauses that tell more of it."""
    start, end = reach(content)
    following = content.head.nbor() if content.head.i < content.i else content
    if following.lower_ in HEDGES and any(child.tag_ == "CD" for child in following.children):
        start = following.idx  # "says around two-thirds were …", taken for "says about it"
    if content.dep_ == "dobj":
        later = (t.left_edge.idx for t in content.subtree if t.dep_ in CLAUSES and t.i > content.i)
        end = min(later, default=end)
    return start, end


def _is_count_given(child: "Token", verb: "Token", cues: Cues) -> bool:
    """Tell the parts of "put the damage at 12", "gave a toll of 12", "raised it to 12".

    Deeds, too, raise a toll: "the army killed three, raising the toll to 12".
    """
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not _is_report(verb.head, cues):
        return False
    given = next((other for other in verb.children if other.dep_ == "dobj"), None)
    if given is None:
        return False
    is_count = given.lemma_ in cues["evidence"] or given.lower_ == "it"
    return child.lower_ == "at" or (is_count and (child == given or child.lower_ == "to"))


def _according_to(according: "Token") -> Iterator[Source]:
    """Yield the source of "according to"."""
    named = [noun for to in according.children if to.lower_ == "to" for noun in to.children]
    if named:
        yield _beside_clause(according, named[0])


def _as_per(per: "Token") -> Iterator[Source]:
    """Yield the source of "as per"."""
    named = next((child for child in per.children if child.dep_ == "pobj"), None)
    if named is not None:
        yield _beside_clause(per, named)


def _beside_clause(word: "Token", named: "Token") -> Source:
    """Return a source named before or after the clause that it vouches for."""
    start, end = _name(named)
    if word.i <= 1:
        comma = word.doc.text.find(",", start, end)
        end = end if comma < 0 else comma
        return Source(start, end, end, len(word.doc.text))
    return Source(start, end, 0, max(word.idx, reach(word.head)[1]), is_behind=True)


def _cited(citing: "Token", known: Parties) -> Iterator[Source]:
    """Yield whom a report cites, for what the report says."""
    named = next((child for child in citing.children if child.dep_ == "dobj"), None)
    if named is None or not known.knows(citing.doc.text[slice(*_name(named))]):
        return
    report = citing.head
    subject = subject_of(report) if _is_report(report, known.cues) else None
    contents = list(_contents(report, subject, known.cues)) if subject is not None else []
    for start, end in contents or [(0, citing.idx)]:
        yield Source(*_name(named), start, end, is_cited=True)


def _owned(evidence: "Token", known: Parties) -> Iterator[Source]:
    """Yield the party that a count is of: "the ministry's tally of 12", "a toll of 12 from …"."""
    for child in evidence.children:
        if child.dep_ in {"poss", "compound"}:  # "UN figures"
            owner = child
        elif child.dep_ == "prep" and child.lower_ in {"from", "by"}:
            owner = next(child.children, child)
        else:
            continue
        start, end = _name(owner)
        if known.knows_body(evidence.doc.text[start:end]):
            yield Source(start, end, *reach(evidence), is_cited=True)
    if evidence.dep_ == "pobj" and evidence.head.lower_ == "in":  # "said so in a UN survey"
        start, end = _name(evidence)
        told = evidence.head.head
        if known.knows_body(evidence.doc.text[start:end]):
            yield Source(start, end, *reach(told.head if told.dep_ == "relcl" else told))


def _name(noun: "Token") -> tuple[int, int]:
    """Return the stretch of a noun with all that belongs to its name, without clauses about it."""
    first, end = noun.left_edge, noun.right_edge
    while first.i < noun.i and (first.is_punct or first.is_space):
        first = first.nbor()
    while first.i > 1 and first.nbor(-1).text == "-" and not first.nbor(-2).whitespace_:
        first = first.nbor(-2)  # "vice-president" is three tokens
    for child in noun.children:
        if child.i > noun.i and (child.dep_ == "relcl" or child.lower_ == "including"):
            end = child.left_edge.nbor(-1)
            break
    while end.i > noun.i and (end.is_punct or end.tag_ == "POS") and end.text not in {")", '"'}:
        end = end.nbor(-1)
    start, stop = first.idx, end.idx + len(end)
    text = noun.doc.text
    closes = text[start:stop].count("(") > text[start:stop].count(")")
    return start, stop + 1 if closes and text[stop : stop + 1] == ")" else stop
