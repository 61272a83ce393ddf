"""Who gives a figure: the words that name the source, and whose figure it is.

Belongs here: where in a sentence a source stands and how far its word reaches. Not here: the id of
a party (`authorities.py`), who a pronoun stands for (`antecedents.py`), when it was said
(`dating.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.antecedents import antecedent, speaker_of_quotation
from assets.core.facts.authorities import Lexicon, framing_of, lexicon, resolve
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Article, Sentence
from assets.core.facts.tree import reach, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words at `article.text[start:end]` that name who gives a figure, and who that is."""

    text: str
    start: int
    end: int
    authority: str | None
    framing: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Words of a sentence that name a source, and the stretch of it that it vouches for."""

    start: int
    end: int
    reach_start: int
    reach_end: int

    def vouches_for(self, quantity: Quantity) -> bool:
        """Tell whether the quantity stands inside the reach and outside the name."""
        inside = self.reach_start <= quantity.start and quantity.end <= self.reach_end
        return inside and not self.start <= quantity.start < self.end


def attribute(
    sentence: Sentence,
    quantity: Quantity,
    sentences: list[Sentence],
    index: int,
    article: Article,
    catalogue: Catalogue,
) -> Attribution | None:
    """Return who gives a quantity of `sentences[index]`, or None where the outlet states it."""
    source = source_of(sentence, quantity, catalogue)
    if source is None:
        span = speaker_of_quotation(sentence, quantity, article, catalogue)
    else:
        start, end = sentence.start + source.start, sentence.start + source.end
        span = antecedent(start, end, article, catalogue) or (start, end)
    if span is None:
        return None
    text = article.text[span[0] : span[1]]
    authority = resolve(text, article.text[: span[0]][-4000:], catalogue)
    if authority is None or _is_outlet_itself(authority, article, catalogue):
        return None
    return Attribution(text, *span, authority, framing_of(text, catalogue))


def source_of(sentence: Sentence, quantity: Quantity, catalogue: Catalogue) -> Source | None:
    """Return the source whose reach holds the quantity most closely."""
    if sentence.parse is None:
        return None
    found = [s for s in sources(sentence.parse, lexicon(catalogue)) if s.vouches_for(quantity)]
    return min(found, key=lambda s: s.reach_end - s.reach_start, default=None)


def sources(parse: "Doc", known: Lexicon) -> Iterator[Source]:
    """Yield every source that a sentence names."""
    for token in parse:
        if token.lower_ == "according":
            yield from _according_to(token)
        elif token.lemma_ in known.cues["saying"] or token.lemma_ in known.cues["giving"]:
            yield from _reporting(token, known)
        elif token.lemma_ in known.cues["showing"]:
            yield from _reporting(token, known)


def _reporting(verb: "Token", known: Lexicon) -> Iterator[Source]:
    subject = subject_of(verb)
    if subject is None or not _can_report(verb, subject, known):
        return
    start, end = _span(subject)
    for child in verb.children:
        if _is_content(child, verb, known):
            yield Source(start, end, *reach(child))
    if verb.dep_ == "parataxis":
        yield Source(start, end, verb.head.left_edge.idx, verb.left_edge.idx)


def _can_report(verb: "Token", subject: "Token", known: Lexicon) -> bool:
    said = verb.lemma_ in known.cues["saying"] or verb.lemma_ in known.cues["giving"]
    return said or subject.lemma_.lower() in known.cues["evidence"]


def _is_content(child: "Token", verb: "Token", known: Lexicon) -> bool:
    if child.dep_ == "ccomp":
        return True
    if child.dep_ in {"dobj", "prep", "xcomp"}:
        is_time = child.dep_ == "prep" and child.lower_ not in {"at", "of"}
        return verb.lemma_ in known.cues["giving"] and not is_time
    return False


def _according_to(according: "Token") -> Iterator[Source]:
    named = [t for to in according.children if to.lower_ == "to" for t in to.children]
    if not named:
        return
    start, end = _span(named[0])
    doc = according.doc
    if according.i <= doc[0].i + 1:
        yield Source(start, end, end, len(doc.text))
    elif according.head.i > according.i:
        yield Source(start, end, *reach(according.head))
    else:
        yield Source(start, end, 0, according.idx)


def _span(noun: "Token") -> tuple[int, int]:
    """Return the stretch of a noun with all that belongs to its name, relative clauses left off."""
    end = noun.right_edge
    for child in noun.children:
        if child.dep_ in {"relcl", "cc"} and child.i > noun.i and child.left_edge.i <= end.i:
            end = child.left_edge.nbor(-1)
            break
    while end.i > noun.i and end.is_punct and end.text not in {")", '"'}:
        end = end.nbor(-1)
    return noun.left_edge.idx, end.idx + len(end)


def _is_outlet_itself(authority: str, article: Article, catalogue: Catalogue) -> bool:
    """Tell whether the source is who published the article, which then speaks for itself."""
    outlet = catalogue.outlets.get(authority)
    return outlet is not None and outlet.name == article.outlet
