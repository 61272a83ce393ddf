"""Where a count happened and which event it belongs to.

Belongs here: weighing the words near a count, its event, its people, its source and the text
around. Not here: finding places (`places.py`) and events (`events.py`) in text.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from spacy.tokens import Span

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.events import Events, Scene, Sign, by_nearness
from assets.core.facts.kinds import is_perfect
from assets.core.facts.nearness import ELSEWHERE, NEAREST, Nearness, governing
from assets.core.facts.places import Gazetteer, Mention
from assets.core.facts.reading import Reading
from assets.core.facts.recalls import LOOK_BACK, Recalls
from assets.core.facts.sentence import Article, Sentence
from assets.core.facts.spells import doer_of

FRESH = timedelta(days=14)  # after an event in which its count can still be told as news
AIMED = re.compile(r"\b(?:on|against|at|in|inside|into)\b.*")  # whom somebody did it to
DOER_TAIL = 7  # tokens that may follow the noun of who did it: "fighters of the army"
CARRY = 2  # sentences back from which a place is carried
LISTED = re.compile(
    r"[^A-Z.;:]{0,60}?(?:,|\band\b)(?:(?!\b(?:ha[sd]|have|is|are|was|were|while|as|after|when|that"
    r"|which|who|where|but)\b)[^A-Z.;:]){0,40}"
)
NEAR = 2.0  # a place this near to a count tells more than a sign of an event


class Setting:
    """The places and events of the catalogue, ready to be given to the readings of an article."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.gazetteer = Gazetteer(catalogue)
        self.events = Events(catalogue)
        self.recalls = Recalls(self.events, self.gazetteer)
        self.running = {s.metric for s in catalogue.series.values() if s.kind == "cumulative"}

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
        for reading, found in zip(readings, self._nearest(readings, mentions), strict=True):
            if reading.whole is not None and reading.frame.subset and not reading.frame.is_whole:
                reading.place, reading.event = reading.whole.place, reading.whole.event
                continue
            near = found.place if _is_near(found) and found else None
            walls = [r.quantity.start for r in readings if r is not reading]
            possible = [e for e in scene.events if self._is_possible(e, reading, near)]
            reading.event = self._event(reading, signs, walls, possible, scene)
            recall = self._recalled(reading, sentences[:index], signs, scene)
            reading.event = recall or reading.event
            if reading.event is None and near is None and index:
                reading.event = self._carried(reading, before, sentences[index - 1], mentions)
            if found is None and recalled.wars:
                found = Nearness(recalled.wars[0].place, ELSEWHERE)
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
                if _are_listed(readings[first], readings[last]):
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

    def _is_possible(self, event: str, reading: Reading, near: str | None) -> bool:
        """Tell whether a count can belong to an event: by its metric, its place and its people."""
        where = self.events.events[event].place
        is_here = near is None or where is None or self.gazetteer.are_related(near, where)
        homes = self._homes(reading)
        is_abroad = self.events.events[event].end is not None and near is None and bool(homes)
        return (
            is_here
            and not (is_abroad and where not in homes)
            and self.events.can_own(event, reading.metric)
        )

    def _is_over(self, event: str, reading: Reading, scene: Scene) -> bool:
        """Tell whether a count still runs and an event does not: it "has killed" nobody any more."""
        end = self.events.events[event].end
        is_past = end is not None and scene.is_after(end + FRESH)
        is_running = is_perfect(reading) or reading.link.is_level
        return is_past and is_running and reading.metric in self.running

    def _event(
        self,
        reading: Reading,
        signs: Sequence[Sign],
        walls: Sequence[int],
        possible: Sequence[str],
        scene: Scene,
    ) -> str | None:
        """Return the event of who did it, or the one with the nearest sign."""
        doer = _doer(reading)
        if doer is not None and _is_parted(doer, reading, signs):
            doer = None
        if event := self._named_by(doer, reading, possible):
            return event
        possible = [event for event in possible if not self._is_over(event, reading, scene)]
        if doer is not None and (event := self.events.by_actor(AIMED.sub("", doer.text), possible)):
            return event
        if (
            event := self.events.on(reading.dating.window_start, reading.dating.window_end)
        ) in possible:
            return event
        start, end = reading.quantity.start, reading.quantity.unit_end
        for sign in by_nearness(signs, start, end, walls):
            event = sign.event
            if sign.since is not None and not (_is_at_once(reading) or _overlap(sign, doer)):
                event = sign.since
            if event in possible:
                return event
        return None

    def _named_by(self, doer: Span | None, reading: Reading, possible: Sequence[str]) -> str | None:
        """Return the event that the words for who did it name: "the rebels' attack on the town"."""
        noun = doer_of(reading)
        if doer is None or noun is None:
            return None
        own = noun.doc[noun.left_edge.i : noun.i + 1].text
        if event := self.events.by_actor(own, possible):
            return event
        return next((sign.event for sign in self.events.signs(doer.text, possible)), None)

    def _recalled(
        self, reading: Reading, before: Sequence[Sentence], signs: Sequence[Sign], scene: Scene
    ) -> str | None:
        """Return the event that "the attack" or "its gunmen" means, if that is who did it.

        Another event may stand between: "the raid came after rebels stormed the town, killing 12".
        """
        doer = _doer(reading)
        if doer is None or _is_parted(doer, reading, signs):
            return None
        known = [e for e in scene.events if self.events.is_recalled(e, doer.text)]
        named = self.events.by_actor(reading.sentence.text[: doer.start_char], known)
        if named is not None:
            return named
        for sentence in reversed(before[-LOOK_BACK:]) if known else ():
            signs = self.events.signs(sentence.text, scene.events)
            if signs:
                return signs[-1].event if signs[-1].event in known else None
        return None

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
        homes = self._homes(reading)
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
        return max(self._homes(reading), key=lambda place: scene.places[place], default=None)

    def _homes(self, reading: Reading) -> Sequence[str]:
        """Return the places whose people are counted."""
        head = (reading.source or reading).link.head if reading.link.is_elided else reading.link.head
        return self.gazetteer.homes.get(head.lemma_, ()) if head is not None else ()

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
        if last is None or last.sentence is not previous or last.metric is None:
            return None
        wide = [m.place for m in mentions if self._is_wide(m.place)]
        is_elsewhere = self._spoken_for(reading) not in (None, last.place) or (
            bool(wide) and not any(self.gazetteer.are_related(p, last.place) for p in wide)
        )
        return None if is_elsewhere or is_perfect(reading) else last.event


def _is_near(found: Nearness | None) -> bool:
    return found is not None and found.distance < NEAR


def _are_listed(one: Reading, other: Reading) -> bool:
    """Tell items of one list: "12 were killed and 40 hurt"."""
    if one.metric is None or other.metric is None:
        return False
    head, start = one.link.head, one.quantity.unit_end
    if head is not None and head.idx < other.quantity.start:
        start = max(start, head.idx + len(head))
    return LISTED.fullmatch(one.sentence.text, start, other.quantity.start) is not None


def _doer(reading: Reading) -> Span | None:
    """Return the words that name who did what the count is of."""
    noun, relation = doer_of(reading), reading.relation
    if noun is None or relation is None:
        return None
    verb = relation.token
    end = min(noun.right_edge.i + 1, noun.i + DOER_TAIL)
    return verb.doc[noun.left_edge.i : end if end <= verb.i or noun.i > verb.i else noun.i + 1]


def _is_parted(doer: Span, reading: Reading, signs: Sequence[Sign]) -> bool:
    """Tell whether what happened is told anew after an event that is said to have done something.

    "The raid came after rebels stormed the town, killing 12" is not of the raid.
    """
    if not _is_at_once(reading):
        return False
    start, end = doer.start_char, reading.quantity.start
    return any(start <= s.start < doer.end_char for s in signs) and any(
        doer.end_char <= s.start < end for s in signs
    )


def _is_at_once(reading: Reading) -> bool:
    """Tell what came of an event itself: "since gunmen raided the town, killing 12"."""
    return reading.relation is not None and reading.relation.token.tag_ == "VBG"


def _overlap(sign: Sign, doer: Span | None) -> bool:
    return doer is not None and sign.start < doer.end_char and doer.start_char < sign.end


def _in_source(position: int, reading: Reading) -> bool:
    who = reading.attribution
    return who is not None and who.start <= position + reading.sentence.start < who.end
