"""Where a count happened and which event it belongs to.

Belongs here: weighing the words near a count, its event, its people, its source and the text
around. Not here: finding places (`places.py`) and events (`events.py`) in text.
"""

from collections.abc import Sequence

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.events import Events, Sign, by_nearness
from assets.core.facts.kinds import is_perfect
from assets.core.facts.places import Gazetteer, Nearness, governing, refers_back
from assets.core.facts.reading import Reading
from assets.core.facts.sentence import Article, Sentence

NEAR = 2.0  # a place this near to a count tells more than a sign of an event


class Setting:
    """The places and events of the catalogue, ready to be given to the readings of an article."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.gazetteer = Gazetteer(catalogue)
        self.events = Events(catalogue)

    def locate(
        self,
        readings: Sequence[Reading],
        before: Sequence[Reading],
        sentences: list[Sentence],
        index: int,
        article: Article,
    ) -> None:
        """Set the event and the place of each quantity of `sentences[index]`.

        `before` are the readings of the sentence that holds quantities before this one.
        """
        text = sentences[index].text
        signs, mentions = self.events.signs(text), self.gazetteer.mentions(text)
        for reading in readings:
            if reading.whole is not None and reading.frame.subset and not reading.frame.is_whole:
                reading.place, reading.event = reading.whole.place, reading.whole.event
                continue
            outside = [m for m in mentions if not _in_source(m.start, reading)]
            found = governing(outside, reading.link, reading.relation)
            near = found.place if found is not None and found.distance < NEAR else None
            walls = [r.quantity.start for r in readings if r is not reading]
            reading.event = self._event(reading, signs, walls, near)
            if reading.event is None and near is None and index:
                reading.event = self._carried(reading, before, sentences[index - 1])
            reading.place = near or self._place(reading, found, sentences, index, article)

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
        self,
        reading: Reading,
        found: Nearness | None,
        sentences: list[Sentence],
        index: int,
        article: Article,
    ) -> str | None:
        """Return the place that a count's event, sentence, people or authority tell."""
        if refers_back(reading.link, reading.relation):
            before = (m for s in reversed(sentences[:index]) for m in self.gazetteer.last(s.text))
            return next(before, None)
        if reading.event is not None and (place := self.events.events[reading.event].place):
            return place
        if found is not None:
            return found.place
        topic = self.gazetteer.topic(article)
        return self._of_people(reading, topic, article.text) or self._spoken_for(reading) or topic

    def _carried(
        self, reading: Reading, before: Sequence[Reading], previous: Sentence
    ) -> str | None:
        """Return the event of the last count in the sentence before, if nothing speaks against."""
        last = before[-1] if before else None
        if last is None or last.sentence is not previous or last.metric is None:
            return None
        is_elsewhere = self._spoken_for(reading) not in (None, last.place)
        return None if is_elsewhere or is_perfect(reading.relation) else last.event

    def _of_people(self, reading: Reading, topic: str | None, text: str) -> str | None:
        """Return the place whose people are counted; of several the topic or one that is named."""
        head = reading.link.head
        places = self.gazetteer.homes.get(head.lemma_, ()) if head is not None else ()
        named = (place for place in places if place in text)
        return topic if topic in places else next(named, None)

    def _spoken_for(self, reading: Reading) -> str | None:
        """Return the place that the authority of a figure speaks for."""
        who = reading.attribution
        authority = self.catalogue.authorities.get(who.authority or "") if who else None
        places = authority.speaks_for if authority else ()
        return self.gazetteer.by_name.get(places[0].lower()) if places else None


def _in_source(position: int, reading: Reading) -> bool:
    who = reading.attribution
    return who is not None and who.start <= position + reading.sentence.start < who.end
