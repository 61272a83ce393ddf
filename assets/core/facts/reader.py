"""What the quantities of an article mean: everything a fact says besides its number.

Belongs here: asking each part in turn: links and frames, metric, who, when and whether, where, kind
and series. Not here: any of the parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.attribution.attribution import attribute
from assets.core.facts.linking.frames import frames
from assets.core.facts.linking.linking import link
from assets.core.facts.linking.links import Link
from assets.core.facts.linking.relations import SHARED
from assets.core.facts.meaning.elision import (
    adds_to_another,
    carries_metric,
    counted_by,
    goes_on_from,
    is_item,
    named_by,
    source_of,
    split_up,
)
from assets.core.facts.meaning.kinds import kind_of, predicate_of
from assets.core.facts.meaning.meaning import Case, meaning_of
from assets.core.facts.meaning.modality import modality_of
from assets.core.facts.meaning.triggers import Lexicon
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.reading import Reading
from assets.core.facts.setting.series import count_of, series_of
from assets.core.facts.setting.setting import Setting
from assets.core.facts.setting.totals import Totals, is_total
from assets.core.facts.text.cues import cues_of
from assets.core.facts.text.sentence import Article, Sentence
from assets.core.facts.time.dating import date_of, settled
from assets.core.facts.time.spells import is_brief

CONTEXT = 2  # sentences before in which the context of a trigger may stand


class Reader:
    """Reads articles by one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.lexicon = Lexicon(catalogue)
        self.setting = Setting(catalogue)
        self.totals = Totals(catalogue)

    def read(
        self,
        article: Article,
        sentences: list[Sentence],
        quantities: Mapping[int, Sequence[Quantity]],
    ) -> Iterator[Reading]:
        """Yield a reading for each quantity of an article, in order.

        `quantities` are those of the sentences that hold some, by the sentence's index; these
        sentences are parsed.
        """
        before: list[Reading] = []
        scene = self.setting.scene(article)
        for index, found in quantities.items():
            readings = _linked(sentences[index], found)
            self._mean(readings, before, _surroundings(article, sentences, index))
            for reading in readings:
                self._ask(reading, article)
            _share_sources(readings, before)
            self.setting.locate(readings, before, sentences, index, scene)
            for reading in readings:
                self._classify(reading, readings, article)
            yield from readings
            # A notice speaks of one thing: a sentence of it that counts nothing breaks no thread.
            is_aside = sentences[index].role == "correction" and not any(r.metric for r in readings)
            before = before if is_aside else readings

    def _mean(self, readings: list[Reading], before: list[Reading], surroundings: str) -> None:
        """Find the metric of each quantity, elided ones by what was counted before."""
        for position, reading in enumerate(readings):
            found = reading.link
            if reading.frame.is_whole:
                found.relations = found.inside()
            source = reading.source = source_of(reading, [*before, *readings[:position]])
            own = self.lexicon.classes_of(found.head)
            classes = own | (named_by(reading).classes if source else set())
            case = Case(
                unit=reading.quantity.unit,
                classes=classes,
                words=frozenset((found.counted or "").lower().split()),
                is_bare=found.head is None and not classes,
                sentence=reading.sentence.text,
                surroundings=surroundings,
            )
            reading.meaning = meaning_of(found.relations, case, self.lexicon)
            if reading.meaning is None and reading.whole is None and classes != own:
                alone = replace(case, classes=own, is_bare=found.head is None and not own)
                reading.meaning = meaning_of(found.relations, alone, self.lexicon)
                if reading.meaning is not None:  # "wrecked 11 houses, leaving 67 dead"
                    source, classes, reading.source = None, own, None
            if reading.meaning is None and source is not None and carries_metric(reading, source):
                reading.meaning = source.meaning
            if adds_to_another(reading, readings[:position]):
                reading.frame.further = False
            reading.counted = counted_by(reading, self.lexicon)
            reading.classes = frozenset(classes | self.lexicon.classes_of_words(reading.counted))
            reading.predicate = predicate_of(found, reading.relation)
        for part, whole in split_up(readings):
            part.meaning = part.meaning or whole.meaning
        for reading in readings:  # a part may stand before its whole: "three are among 12 killed"
            if reading.meaning is None and reading.whole is not None and reading.frame.subset:
                reading.meaning = reading.whole.meaning
                reading.predicate = predicate_of(reading.link, reading.relation)

    def _ask(self, reading: Reading, article: Article) -> None:
        """Find out who gives a figure, for when, and whether it is said to be so."""
        sentence, quantity, catalogue = reading.sentence, reading.quantity, self.catalogue
        reading.attribution = attribute(sentence, quantity, article, catalogue)
        reading.dating = date_of(sentence, quantity, article, catalogue)
        reading.modality = modality_of(sentence, quantity, catalogue)

    def _classify(self, reading: Reading, others: list[Reading], article: Article) -> None:
        """Find the kind, the days that go with it, and the series."""
        runs_on = self.totals.runs_on(reading, others)
        reading.kind = kind_of(reading, runs_on=runs_on, is_brief=is_brief(reading, others))
        event = self.catalogue.events.get(reading.event or "") if reading.metric else None
        since = self.totals.since(reading)
        reading.dating = settled(reading.dating, reading.kind, since, event)
        if reading.meaning is not None and is_total(reading, self.lexicon, cues_of(self.catalogue)):
            count = count_of(reading, self.catalogue)
            reading.series = series_of(count, self.catalogue, article.text)


def _share_sources(readings: Sequence[Reading], before: Sequence[Reading]) -> None:
    """Let who gives a count give its parts, what is listed after it, and what goes on from it."""
    for part, whole in split_up(readings):
        part.attribution = part.attribution or whole.attribution
    for one, other in pairwise(readings):
        if other.attribution is None and one.attribution is not None and is_item(one, other):
            other.attribution = one.attribution
    for reading in readings:
        if reading.attribution is None:
            source = reading.source if reading.frame.definite else None
            told = goes_on_from(reading, before) or source
            reading.attribution = told.attribution if told is not None else None


def _linked(sentence: Sentence, quantities: Sequence[Quantity]) -> list[Reading]:
    """Link the quantities of a parsed sentence to words and to each other."""
    doc = sentence.parse
    if doc is None:
        return []
    readings = [
        Reading(sentence, quantity, link(doc, quantity), frame)
        for quantity, frame in zip(quantities, frames(sentence.text, quantities), strict=True)
    ]
    for reading in readings:
        if reading.frame.whole is not None:
            reading.whole = readings[reading.frame.whole]
            _set_apart(reading.link, reading.whole)
            _resolve_fraction(reading, reading.whole)
    return readings


def _set_apart(part: Link, whole: Reading) -> None:
    """Let the verb tell of a part, and its whole's own clause only of the whole.

    "12 of the 40 who were taken are held": the 12 are held; "12 of the 40 killed were children":
    the 12 were killed.
    """
    if whole.frame.is_whole:
        shared = whole.link.inside()
        part.relations = [
            replace(r, strength=min(r.strength, SHARED)) if r in shared else r
            for r in part.relations
        ]


def _resolve_fraction(reading: Reading, whole: Reading) -> None:
    """Turn "half" of a stated whole into a count of its own, of which the verb speaks."""
    quantity, size = reading.quantity, whole.quantity.value
    if quantity.unit != "fraction" or size is None:
        return

    def times(share: float | None) -> float | None:
        return None if share is None else share * size

    value, low, high = map(times, (quantity.value, quantity.low, quantity.high))
    reading.quantity = replace(quantity, value=value, low=low, high=high, unit="count")
    told = (*reading.link.relations, *whole.link.relations)
    reading.link.relations = [relation for relation in told if relation.role != "possessed"]
    reading.link.head = whole.link.head
    reading.link.counted = whole.link.counted


def _surroundings(article: Article, sentences: Sequence[Sentence], index: int) -> str:
    """Return the text in which the context of a trigger may stand."""
    passage = " ".join(s.text for s in sentences[max(0, index - CONTEXT) : index + 1])
    return f"{article.title or ''} {passage}"
