"""Where a count happened.

Belongs here: weighing the words near a count, its event, its people, its source and the text
around. Not here: finding places in text (`places.py`), which event a count is of (`belonging.py`).
"""

from collections.abc import Sequence
from itertools import pairwise

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.meaning.elision import are_listed
from assets.core.facts.meaning.kinds import is_perfect
from assets.core.facts.reading import Reading
from assets.core.facts.setting.belonging import Around, Belonging, homes_of
from assets.core.facts.setting.events import Events, Scene
from assets.core.facts.setting.nearness import ELSEWHERE, NEAREST, Nearness, governing
from assets.core.facts.setting.places import Gazetteer, Mention
from assets.core.facts.setting.recalls import Recalls
from assets.core.facts.text.sentence import Article, Sentence
from assets.core.facts.time.spells import doer_of

CARRY = 2  # sentences back from which a place is carried
NEAR = 2.0  # a place this near to a count tells more than a sign of an event


class Setting:
    """The places and events of the catalogue, ready to be given to the readings of an article."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.gazetteer = Gazetteer(catalogue)
        self.events = Events(catalogue)
        self.recalls = Recalls(self.events, self.gazetteer)
        self.belonging = Belonging(catalogue, self.events, self.gazetteer)

    def scene(self, article: Article) -> Scene:
        """Return what an article tells as a whole."""
        places = self.gazetteer.named(article)
        published = article.published_on
        events = tuple(
            event.id
            for event in self.catalogue.events.values()
            if (
                event.place is None
                or event.place in places
                or self.gazetteer.is_named(event.place, article.text)
            )
            and (published is None or published >= event.start)
        )
        outer = self.gazetteer.part_of
        topic = max(places, key=lambda p: (places[p], outer.get(p) is None), default=None)
        return Scene(places, topic, events, published, article.text)

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
        recalled = self.recalls.of(sentences, index, scene)
        signs = [*self.events.signs(text, scene.events), *recalled.signs]
        mentions = self._mentions(text, recalled.places)
        for reading, nearest in zip(readings, self._nearest(readings, mentions), strict=True):
            if reading.whole is not None and reading.frame.subset and not reading.frame.is_whole:
                reading.place, reading.event = reading.whole.place, reading.whole.event
                continue
            near = nearest.place if nearest is not None and _is_near(nearest) else None
            walls = [r.quantity.start for r in readings if r is not reading]
            around = Around(signs, walls, near, sentences[:index])
            reading.event = self.belonging.event_of(reading, around, scene)
            if reading.event is None and near is None and index:
                reading.event = self._carried(reading, before, sentences[index - 1], mentions)
            wars = (Nearness(war.place, ELSEWHERE) for war in recalled.wars)
            found = nearest or next(wars, None)
            reading.place = near or self._place(reading, found, sentences[:index], scene)
            reading.is_placed, reading.is_joint = found is not None, self._is_joint(found)

    def _nearest(
        self, readings: Sequence[Reading], mentions: Sequence[Mention]
    ) -> list[Nearness | None]:
        """Return the nearest place of each quantity of a sentence, that of a list for its items."""
        found = [self._found(reading, mentions) for reading in readings]
        pairs = list(pairwise(range(len(readings))))
        for one, other in (*reversed(pairs), *((later, earlier) for earlier, later in pairs)):
            if _is_near(found[other]) and not _is_near(found[one]):
                first, last = sorted((one, other))
                if are_listed(readings[first], readings[last]):
                    found[one] = found[other]
        return found

    def _found(self, reading: Reading, mentions: Sequence[Mention]) -> Nearness | None:
        """Return the place that the grammar holds nearest, or that in which alone its doers act."""
        doer = doer_of(reading)
        outside = [m for m in mentions if not _in_source(m.start, reading)]
        found = governing(outside, reading.link, reading.relation, doer)
        haunts = self.gazetteer.haunts.get(doer.lemma_) if doer is not None else None
        return Nearness(haunts[0], NEAREST) if haunts and not _is_near(found) else found

    def _mentions(self, text: str, recalled: Sequence[Mention]) -> list[Mention]:
        """Return the places that a text names, and those it points back to by no name."""
        named = self.gazetteer.mentions(text)
        new = [r for r in recalled if not any(m.start < r.end and r.start < m.end for m in named)]
        return [*named, *new]

    def _is_joint(self, found: Nearness | None) -> bool:
        """Tell whether a count is of two places, none of which lies in the other."""
        if found is None or found.beside is None:
            return False
        return not self.gazetteer.are_related(found.place, found.beside)

    def _place(
        self, reading: Reading, found: Nearness | None, before: Sequence[Sentence], scene: Scene
    ) -> str | None:
        """Return the place that a count's event, sentence, metric, people or source tell."""
        if reading.event is not None and (place := self.events.events[reading.event].place):
            return place
        if found is not None and not self._is_far_from_home(found, reading):
            return found.place
        return (
            self._of_metric(reading, scene)
            or self._of_people(reading, scene)
            or self._spoken_for(reading)
            or self._carried_place(before)
            or scene.topic
        )

    def _is_far_from_home(self, found: Nearness, reading: Reading) -> bool:
        """Tell a place elsewhere in a sentence that is not where the people counted live."""
        homes = homes_of(reading, self.gazetteer)
        return found.distance >= ELSEWHERE and not any(
            self.gazetteer.are_related(found.place, home) for home in homes or (found.place,)
        )

    def _of_metric(self, reading: Reading, scene: Scene) -> str | None:
        """Return the place of the one series of a metric, where the article is of its topic."""
        series = [s for s in self.catalogue.series.values() if s.metric == reading.metric]
        if len(series) == 1 and any(word in scene.text for word in series[0].topic):
            return series[0].place
        return None

    def _of_people(self, reading: Reading, scene: Scene) -> str | None:
        """Return the place whose people are counted, of several the one that is named most."""
        return max(
            homes_of(reading, self.gazetteer), key=lambda place: scene.places[place], default=None
        )

    def _spoken_for(self, reading: Reading) -> str | None:
        """Return the place that the authority of a figure speaks for."""
        who = reading.attribution
        authority = self.catalogue.authorities.get(who.authority or "") if who else None
        places = authority.speaks_for if authority else ()
        return self.gazetteer.by_name.get(places[0]) if places else None

    def _carried_place(self, before: Sequence[Sentence]) -> str | None:
        """Return the country or region in which something was last said to be, just before."""
        for sentence in reversed(before[-CARRY:]):
            places = [p for p in self.gazetteer.located(sentence.text) if self._is_wide(p)]
            if places:
                return places[-1]
        return None

    def _is_wide(self, place: str) -> bool:
        return self.gazetteer.sorts.get(place) in ("country", "region")

    def _carried(
        self,
        reading: Reading,
        before: Sequence[Reading],
        previous: Sentence,
        mentions: Sequence[Mention],
    ) -> str | None:
        """Return the event of the last count in the sentence before, if nothing speaks against."""
        last = before[-1] if before else None
        if last is None or last.metric is None or not _adjoins(last.sentence, previous):
            return None
        wide = [m.place for m in mentions if self._is_wide(m.place)]
        is_elsewhere = self._spoken_for(reading) not in (None, last.place) or (
            bool(wide) and not any(self.gazetteer.are_related(p, last.place) for p in wide)
        )
        return None if is_elsewhere or is_perfect(reading) else last.event


def _adjoins(one: Sentence, previous: Sentence) -> bool:
    """Tell whether a sentence is the one before, or of the same correction notice."""
    return one is previous or one.role == previous.role == "correction"


def _is_near(found: Nearness | None) -> bool:
    return found is not None and found.distance < NEAR


def _in_source(position: int, reading: Reading) -> bool:
    who = reading.attribution
    return who is not None and who.start <= position + reading.sentence.start < who.end
