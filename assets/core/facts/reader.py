"""What the quantities of an article mean: everything a fact says besides its number.

Belongs here: asking each part in turn (links, frames, metric, who, when, whether, where) and handing
to elided quantities what those before them say. Not here: any of the parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.attribution import Attribution, attribute
from assets.core.facts.dating import Dating, date_of
from assets.core.facts.events import Events, nearest
from assets.core.facts.frames import Frame, frames
from assets.core.facts.kinds import is_perfect, kind_of, predicate_of
from assets.core.facts.linking import Link, link
from assets.core.facts.meaning import Lexicon, Meaning, meaning_of
from assets.core.facts.modality import modality_of
from assets.core.facts.places import Gazetteer, governing
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Article, Sentence
from assets.core.facts.series import Count, series_of


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
    attribution: Attribution | None = None
    dating: Dating = field(default_factory=lambda: Dating(None, None, None, None))
    modality: str = "asserted"
    place: str | None = None
    event: str | None = None
    kind: str | None = None
    series: str | None = None


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
                self._who_when(reading, sentences, index, article)
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
                _resolve_fraction(reading)
        return readings

    def _mean(self, readings: list[Reading], before: list[Reading], surroundings: str) -> None:
        """Find the metric of each quantity, elided ones by what was counted before."""
        for position, reading in enumerate(readings):
            earlier = [*before, *readings[:position]]
            link_ = reading.link
            classes = self.lexicon.classes_of(link_.head)
            reading.counted = link_.counted
            if _takes_over(reading):
                source = reading.whole or next(
                    (r for r in reversed(earlier) if r.counted and r.quantity.unit == "count"), None
                )
                if source is not None:
                    classes = classes | source.classes
                    if not reading.counted:
                        reading.counted = source.counted
            reading.classes = frozenset(classes)
            if reading.frame.is_whole:
                link_.relations = [r for r in link_.relations if _is_inside(r, link_)]
            reading.meaning = meaning_of(
                link_, classes, _unit(reading.quantity), self.lexicon, surroundings
            )
            if reading.meaning is None and reading.whole is not None:
                reading.meaning = reading.whole.meaning
            relation = reading.meaning.relation if reading.meaning else None
            reading.metric = reading.meaning.metric.id if reading.meaning else None
            if reading.counted is None and reading.meaning is not None:
                reading.counted = reading.meaning.metric.counts
            reading.predicate = predicate_of(link_, relation)

    def _who_when(
        self, reading: Reading, sentences: list[Sentence], index: int, article: Article
    ) -> None:
        sentence, quantity = reading.sentence, reading.quantity
        reading.attribution = attribute(
            sentence, quantity, sentences, index, article, self.catalogue
        )
        reading.dating = date_of(sentence, quantity, article, self.catalogue)
        reading.modality = modality_of(sentence, quantity, self.catalogue)

    def _where(
        self, readings: list[Reading], sentences: list[Sentence], index: int, topic: str | None
    ) -> None:
        """Find the event and the place of each quantity of a sentence."""
        if not readings:
            return
        text = sentences[index].text
        signs = self.events.signs(text)
        mentions = self.gazetteer.mentions(text)
        walls = [r.quantity.start for r in readings]
        for reading in readings:
            if reading.whole is not None and reading.frame.subset:
                reading.place, reading.event = reading.whole.place, reading.whole.event
                continue
            start, end = reading.quantity.start, reading.quantity.unit_end
            others = [wall for wall in walls if not start <= wall < end]
            outside = [m for m in mentions if not _in_source(m.start, reading)]
            reading.event = nearest(signs, start, end, others)
            mention = governing(outside, start, end, others)
            if mention is not None:
                reading.place = mention.place
            elif reading.event is not None:
                reading.place = self.catalogue.events[reading.event].place
            else:
                reading.place = self._spoken_for(reading) or topic

    def _spoken_for(self, reading: Reading) -> str | None:
        """Return the place that the authority of a figure speaks for."""
        who = reading.attribution
        authority = self.catalogue.authorities.get(who.authority or "") if who else None
        places = authority.speaks_for if authority else ()
        return self.gazetteer.by_name.get(places[0].lower()) if places else None

    def _what_for(self, reading: Reading, article: Article) -> None:
        """Find the kind and the series."""
        metric = reading.meaning.metric if reading.meaning else None
        relation = reading.meaning.relation if reading.meaning else None
        when = reading.dating
        dated_open = when.window_start is not None and when.window_end is None
        dated_closed = when.window_end is not None
        is_running = (reading.metric, reading.place) in self.running and (
            is_perfect(reading.link, relation) or (relation is not None and relation.role == "head")
        )
        reading.kind = kind_of(
            reading.quantity,
            metric,
            relation,
            reading.frame,
            runs_on=(reading.metric, reading.place) in self.running
            and (dated_open or (is_running and not dated_closed)),
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


def _takes_over(reading: Reading) -> bool:
    """Tell whether a quantity leaves out its noun, or says "others" for it."""
    head = reading.link.head
    return head is None or head.lower_ in ("others", "more", "those", "whom", "them")


def _is_inside(relation: object, link_: Link) -> bool:
    token = relation.token  # type: ignore[attr-defined]
    head = link_.head
    return head is not None and (token is head or token.head is head)


def _is_total(reading: Reading) -> bool:
    frame = reading.frame
    return (
        not frame.subset
        and not frame.further
        and reading.quantity.change != "by"
        and reading.modality in ("asserted", "alleged")
    )


def _unit(quantity: Quantity) -> str:
    return "count" if quantity.unit == "fraction" else quantity.unit


def _resolve_fraction(reading: Reading) -> None:
    """Turn "half" of a stated whole into a count of its own."""
    quantity, whole = reading.quantity, reading.whole
    if quantity.unit != "fraction" or whole is None or whole.quantity.value is None:
        return
    size = whole.quantity.value

    def times(share: float | None) -> float | None:
        return None if share is None else share * size

    reading.quantity = replace(
        quantity,
        value=times(quantity.value),
        low=times(quantity.low),
        high=times(quantity.high),
        unit="count",
    )


def _in_source(position: int, reading: Reading) -> bool:
    who = reading.attribution
    start = reading.sentence.start
    return who is not None and who.start <= position + start < who.end


def _surroundings(article: Article, sentences: Sequence[Sentence], index: int) -> str:
    """Return the text in which the context of a trigger may stand."""
    passage = " ".join(s.text for s in sentences[max(0, index - 2) : index + 1])
    return f"{article.title or ''} {passage}"
