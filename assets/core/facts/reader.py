"""What the quantities of an article mean: everything a fact says besides its number.

Belongs here: asking each part in turn (links, frames, metric, who, when, whether, where) and handing
to elided quantities what those before them say. Not here: any of the parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.attribution import Attribution, attribute
from assets.core.facts.dating import Dating, date_of
from assets.core.facts.events import Events, Sign, by_nearness
from assets.core.facts.frames import Frame, frames
from assets.core.facts.kinds import is_perfect, kind_of, predicate_of
from assets.core.facts.linking import Link, Relation, link
from assets.core.facts.meaning import Lexicon, Meaning, meaning_of
from assets.core.facts.modality import modality_of
from assets.core.facts.places import Gazetteer, Nearness, governing, refers_back
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Article, Sentence
from assets.core.facts.series import Count, series_of


NEAR = 2.0  # a place this near to a count tells more than a sign of an event


@dataclass(slots=True)
class Reading:
    """A quantity with all that was made out about it."""

    sentence: Sentence
    quantity: Quantity
    link: Link
    frame: Frame
    classes: frozenset[str] = frozenset()
    meaning: Meaning | None = None
    counted: str | None = None
    predicate: str | None = None
    metric: str | None = None
    whole: "Reading | None" = None
    source: "Reading | None" = None
    attribution: Attribution | None = None
    dating: Dating = field(default_factory=lambda: Dating(None, None, None, None))
    modality: str = "asserted"
    place: str | None = None
    event: str | None = None
    kind: str | None = None
    series: str | None = None

    @property
    def relation(self) -> Relation | None:
        """The relation that told the metric."""
        return self.meaning.relation if self.meaning else None


class Reader:
    """Reads articles by one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.lexicon = Lexicon(catalogue)
        self.gazetteer = Gazetteer(catalogue)
        self.events = Events(catalogue)
        self.running = {
            (series.metric, series.place)
            for series in catalogue.series.values()
            if series.kind == "cumulative"
        }

    def read(
        self,
        article: Article,
        sentences: list[Sentence],
        quantities: Mapping[int, Sequence[Quantity]],
    ) -> Iterator[Reading]:
        """Yield a reading for each quantity of an article, in order."""
        before: list[Reading] = []
        topic = self.gazetteer.topic(article.title, article.text)
        for index, found in quantities.items():
            readings = self._grammar(sentences[index], found)
            self._mean(readings, before, _surroundings(article, sentences, index))
            for reading in readings:
                self._who_when(reading, article)
            self._where(readings, sentences, index, topic)
            for reading in readings:
                self._what_for(reading, article)
            yield from readings
            before = readings or before

    def _grammar(self, sentence: Sentence, quantities: Sequence[Quantity]) -> list[Reading]:
        """Link the quantities of a sentence to words and to each other."""
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
                _resolve_fraction(reading, reading.whole)
        return readings

    def _mean(self, readings: list[Reading], before: list[Reading], surroundings: str) -> None:
        """Find the metric of each quantity, elided ones by what was counted before."""
        for position, reading in enumerate(readings):
            found = reading.link
            if reading.frame.is_whole:
                found.relations = found.inside()
            source = reading.source = _source(reading, [*before, *readings[:position]])
            classes = self.lexicon.classes_of(found.head)
            if source is not None:
                classes = classes | source.classes
            reading.meaning = meaning_of(
                found, classes, _unit(reading.quantity), self.lexicon, surroundings
            )
            if reading.meaning is None and source is not None and _adds_to(reading, source):
                reading.meaning = source.meaning
            reading.metric = reading.meaning.metric.id if reading.meaning else None
            reading.counted = self._counted(reading, source)
            reading.classes = frozenset(classes | self.lexicon.classes_of_words(reading.counted))
            reading.predicate = predicate_of(found, reading.relation)

    def _counted(self, reading: Reading, source: Reading | None) -> str | None:
        """Return what is counted: as written, as in the quantity before, or by the metric."""
        meaning, written = reading.meaning, reading.link.counted
        if meaning is None:
            return written or (source.counted if source else None)
        if meaning.relation.role == "head":
            return meaning.trigger.counts or written
        if not _takes_over(reading):
            return written
        wanted = self.lexicon.classes_of_words(meaning.metric.counts)
        for candidate in (written, source.counted if source else None):
            if wanted & self.lexicon.classes_of_words(candidate):
                return candidate
        return meaning.metric.counts

    def _who_when(self, reading: Reading, article: Article) -> None:
        sentence, quantity = reading.sentence, reading.quantity
        reading.attribution = attribute(sentence, quantity, article, self.catalogue)
        reading.dating = date_of(sentence, quantity, article, self.catalogue)
        reading.modality = modality_of(sentence, quantity, self.catalogue)

    def _where(
        self, readings: list[Reading], sentences: list[Sentence], index: int, topic: str | None
    ) -> None:
        """Find the event and the place of each quantity of a sentence."""
        text = sentences[index].text
        signs, mentions = self.events.signs(text), self.gazetteer.mentions(text)
        for reading in readings:
            if reading.whole is not None and reading.frame.subset:
                reading.place, reading.event = reading.whole.place, reading.whole.event
                continue
            outside = [m for m in mentions if not _in_source(m.start, reading)]
            found = governing(outside, reading.link, reading.relation)
            near = found.place if found is not None and found.distance < NEAR else None
            walls = [r.quantity.start for r in readings if r is not reading]
            reading.event = self._event(reading, signs, walls, near)
            reading.place = near or self._place(reading, found, sentences, index) or topic

    def _event(
        self, reading: Reading, signs: Sequence[Sign], walls: Sequence[int], near: str | None
    ) -> str | None:
        """Return the event with the nearest sign that the place of the count does not rule out."""
        start, end = reading.quantity.start, reading.quantity.unit_end
        for event in by_nearness(signs, start, end, walls):
            place = self.events.events[event].place
            if near is None or place is None or self.gazetteer.are_related(near, place):
                return event
        return None

    def _place(
        self, reading: Reading, found: Nearness | None, sentences: list[Sentence], index: int
    ) -> str | None:
        """Return the place that a count's event, sentence, authority or the text before tells."""
        if refers_back(reading.link, reading.relation):
            before = (m for s in reversed(sentences[:index]) for m in self.gazetteer.last(s.text))
            return next(before, None)
        if reading.event is not None:
            return self.events.events[reading.event].place
        if found is not None:
            return found.place
        return self._spoken_for(reading)

    def _spoken_for(self, reading: Reading) -> str | None:
        """Return the place that the authority of a figure speaks for."""
        who = reading.attribution
        authority = self.catalogue.authorities.get(who.authority or "") if who else None
        places = authority.speaks_for if authority else ()
        return self.gazetteer.by_name.get(places[0].lower()) if places else None

    def _what_for(self, reading: Reading, article: Article) -> None:
        """Find the kind and the series."""
        metric = reading.meaning.metric if reading.meaning else None
        reading.kind = kind_of(
            reading.quantity,
            metric,
            reading.relation,
            reading.frame,
            runs_on=self._runs_on(reading),
        )
        if reading.metric is None or not _is_total(reading):
            return
        qualifiers = frozenset(
            word.lower() for word in (reading.counted or "").split()[:-1] if word.isalpha()
        )
        count = Count(
            reading.metric,
            reading.kind,
            reading.place,
            reading.event,
            reading.classes,
            qualifiers,
        )
        reading.series = series_of(count, self.catalogue, self.gazetteer, article.text)

    def _runs_on(self, reading: Reading) -> bool:
        """Tell whether a count is a running total: of such a place, and said to go on."""
        if (reading.metric, reading.place) not in self.running:
            return False
        when = reading.dating
        if when.window_start is not None:
            return when.window_end is None
        if reading.source is not None and reading.source.kind == "cumulative":
            return reading.source.sentence is reading.sentence
        return reading.link.is_level or is_perfect(reading.relation)


def _source(reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """Return the quantity before that says what an elided one counts."""
    unit = _unit(reading.quantity)
    if reading.whole is not None:
        return reading.whole
    if not _takes_over(reading) or unit not in ("count", "percent"):
        return None
    return next(
        (
            candidate
            for candidate in reversed(earlier)
            if _unit(candidate.quantity) == unit
            and candidate.counted
            and not candidate.frame.subset
            and not _is_consumed(candidate)
        ),
        None,
    )


def _is_consumed(reading: Reading) -> bool:
    """Tell whether the counted noun is a word of the verb: "claimed 280 lives and injured 900"."""
    head = reading.link.head
    return reading.meaning is not None and head is not None and head.lemma_ in reading.meaning.words


def _adds_to(reading: Reading, source: Reading) -> bool:
    """Tell a part or an addition that leaves out the verb: "including 44 children", "another 9"."""
    if reading.whole is source:
        return True
    is_same = reading.sentence is source.sentence
    return is_same and reading.frame.further and reading.link.head is None


def _takes_over(reading: Reading) -> bool:
    """Tell whether a quantity leaves out its noun, or says "others" for it."""
    head = reading.link.head
    return head is None or head.lower_ in ("others", "more", "those", "whom", "them")


def _is_total(reading: Reading) -> bool:
    frame = reading.frame
    return (
        not frame.subset
        and not reading.link.is_of
        and not frame.further
        and reading.quantity.change != "by"
        and reading.modality in ("asserted", "alleged")
    )


def _unit(quantity: Quantity) -> str:
    return "count" if quantity.unit == "fraction" else quantity.unit


def _resolve_fraction(reading: Reading, whole: Reading) -> None:
    """Turn "half" of a stated whole into a count of its own, of which the verb speaks."""
    quantity, size = reading.quantity, whole.quantity.value
    if quantity.unit != "fraction" or size is None:
        return

    def times(share: float | None) -> float | None:
        return None if share is None else share * size

    value, low, high = map(times, (quantity.value, quantity.low, quantity.high))
    reading.quantity = replace(quantity, value=value, low=low, high=high, unit="count")
    reading.link.relations += whole.link.relations
    reading.link.head = whole.link.head
    reading.link.counted = whole.link.counted


def _in_source(position: int, reading: Reading) -> bool:
    who = reading.attribution
    start = reading.sentence.start
    return who is not None and who.start <= position + start < who.end


def _surroundings(article: Article, sentences: Sequence[Sentence], index: int) -> str:
    """Return the text in which the context of a trigger may stand."""
    passage = " ".join(s.text for s in sentences[max(0, index - 2) : index + 1])
    return f"{article.title or ''} {passage}"
