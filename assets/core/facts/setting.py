"""Where a count happened and which event it belongs to.

Belongs here: weighing the words near a count, its event, its people, its source and the text
around. Not here: finding places (`places.py`) and events (`events.py`) in text.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.events import Events, Sign, by_nearness
from assets.core.facts.kinds import is_perfect
from assets.core.facts.nearness import Nearness, governing, refers_back
from assets.core.facts.places import Gazetteer
from assets.core.facts.reading import Reading
from assets.core.facts.relations import SUBJECTS
from assets.core.facts.sentence import Article, Sentence

NEAR = 2.0  # a place this near to a count tells more than a sign of an event


@dataclass(frozen=True, slots=True)
class Scene:
    """What a whole article tells: the places it names, the one it is most about, its events."""

    places: Counter[str]
    topic: str | None
    events: frozenset[str]
    text: str


class Setting:
    """The places and events of the catalogue, ready to be given to the readings of an article."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.gazetteer = Gazetteer(catalogue)
        self.events = Events(catalogue)

    def scene(self, article: Article) -> Scene:
        """Return what an article tells as a whole."""
        places = self.gazetteer.named(article)
        published = article.published_on
        events = frozenset(
            event.id
            for event in self.catalogue.events.values()
            if (event.place is None or event.place in places)
            and (published is None or published >= event.start)
        )
        topic = max(places, key=lambda place: places[place], default=None)
        return Scene(places, topic, events, article.text)

    def locate(
        self,
        readings: Sequence[Reading],
        before: Sequence[Reading],
        sentences: list[Sentence],
        index: int,
        scene: Scene,
    ) -> None:
        """Set the event and the place of each quantity of `sentences[index]`.

        `before` are the readings of the sentence that holds quantities before this one.
        """
        text = sentences[index].text
        signs, mentions = self.events.signs(text, scene.events), self.gazetteer.mentions(text)
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
            reading.place = near or self._place(reading, found, sentences[:index], scene)

    def _event(
        self, reading: Reading, signs: Sequence[Sign], walls: Sequence[int], near: str | None
    ) -> str | None:
        """Return the event with the nearest sign that the place of the count does not rule out."""
        start, end = reading.quantity.start, reading.quantity.unit_end
        for sign in by_nearness(signs, start, end, walls):
            event = sign.event if sign.since is None or _is_doer(sign, reading) else sign.since
            place = self.events.events[event].place
            if near is None or place is None or self.gazetteer.are_related(near, place):
                return event
        return None

    def _place(
        self, reading: Reading, found: Nearness | None, before: Sequence[Sentence], scene: Scene
    ) -> str | None:
        """Return the place that a count's event, sentence, metric, people or source tell."""
        if refers_back(reading.link, reading.relation):
            return next((m for s in reversed(before) for m in self.gazetteer.last(s.text)), None)
        if reading.event is not None and (place := self.events.events[reading.event].place):
            return place
        if found is not None:
            return found.place
        return (
            self._of_metric(reading, scene)
            or self._of_people(reading, scene)
            or self._spoken_for(reading)
            or scene.topic
        )

    def _of_metric(self, reading: Reading, scene: Scene) -> str | None:
        """Return the place of the one series of a metric, where the article is of its topic."""
        series = [s for s in self.catalogue.series.values() if s.metric == reading.metric]
        if len(series) == 1 and any(word in scene.text for word in series[0].topic):
            return series[0].place
        return None

    def _of_people(self, reading: Reading, scene: Scene) -> str | None:
        """Return the place whose people are counted, of several the one that is named most."""
        head = reading.link.head
        homes = self.gazetteer.homes.get(head.lemma_, ()) if head is not None else ()
        named = [place for place in homes if place in scene.places]
        return max(named, key=lambda place: scene.places[place], default=None)

    def _spoken_for(self, reading: Reading) -> str | None:
        """Return the place that the authority of a figure speaks for."""
        who = reading.attribution
        authority = self.catalogue.authorities.get(who.authority or "") if who else None
        places = authority.speaks_for if authority else ()
        return self.gazetteer.by_name.get(places[0].lower()) if places else None

    def _carried(
        self, reading: Reading, before: Sequence[Reading], previous: Sentence
    ) -> str | None:
        """Return the event of the last count in the sentence before, if nothing speaks against."""
        last = before[-1] if before else None
        if last is None or last.sentence is not previous or last.metric is None:
            return None
        is_elsewhere = self._spoken_for(reading) not in (None, last.place)
        return None if is_elsewhere or is_perfect(reading) else last.event


def _is_doer(sign: Sign, reading: Reading) -> bool:
    """Tell whether a sign names who did it: "… since the attack killed 12 people"."""
    if reading.relation is None:
        return False
    subjects = (c for c in reading.relation.token.children if c.dep_ in SUBJECTS)
    return any(sign.start <= s.idx + len(s) and s.left_edge.idx <= sign.end for s in subjects)


def _in_source(position: int, reading: Reading) -> bool:
    who = reading.attribution
    return who is not None and who.start <= position + reading.sentence.start < who.end
