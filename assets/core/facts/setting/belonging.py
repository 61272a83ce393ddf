"""Which event a count belongs to: by who did it, by its days, by the signs around it.

Belongs here: the choice between the events that an article speaks of. Not here: finding their signs
(`events.py`, `recalls.py`), where a count happened (`setting.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from spacy.tokens import Span

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.meaning.elision import are_listed
from assets.core.facts.meaning.kinds import is_perfect
from assets.core.facts.reading import Reading
from assets.core.facts.setting.events import Events, Scene, Sign, by_nearness
from assets.core.facts.setting.places import Gazetteer
from assets.core.facts.setting.recalls import LOOK_BACK
from assets.core.facts.text.sentence import Sentence
from assets.core.facts.time.spells import doer_of

FRESH = timedelta(days=14)  # after an event in which its count can still be told as news
AIMED = re.compile(r"\b(?:on|against|at|in|inside|into)\b.*")  # whom somebody did it to
DOER_TAIL = 7  # tokens that may follow the noun of who did it: "fighters of the army"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a count: signs of events, where other quantities begin, sentences before.

    `near` is the place that its own words tell.
    """

    signs: Sequence[Sign]
    walls: Sequence[int]
    near: str | None
    before: Sequence[Sentence]


class Belonging:
    """The events of the catalogue, ready to be given to counts."""

    def __init__(self, catalogue: Catalogue, events: Events, gazetteer: Gazetteer) -> None:
        self.events = events
        self.gazetteer = gazetteer
        self.running = {s.metric for s in catalogue.series.values() if s.kind == "cumulative"}

    def event_of(self, reading: Reading, around: Around, scene: Scene) -> str | None:
        """Return the event that a count belongs to."""
        doer = _doer(reading)
        if doer is not None and _is_parted(doer, reading, around.signs):
            doer = None
        if doer is not None and (event := self._recalled(doer, reading, around.before, scene)):
            return event
        possible = [e for e in scene.events if self._is_possible(e, reading, around.near)]
        if doer is not None and (event := self._named_by(doer, reading, possible)):
            return event
        possible = [event for event in possible if not self._is_over(event, reading, scene)]
        if doer is not None and (event := self.events.by_actor(AIMED.sub("", doer.text), possible)):
            return event
        dated = self.events.on(reading.dating.window_start, reading.dating.window_end)
        return dated if dated in possible else self._signed(doer, reading, around, possible)

    def _signed(
        self, doer: Span | None, reading: Reading, around: Around, possible: Sequence[str]
    ) -> str | None:
        """Return the event of the nearest sign."""
        start, end = reading.quantity.start, reading.quantity.unit_end
        for sign in by_nearness(around.signs, start, end, around.walls):
            event = sign.event
            if sign.since is not None and not (_is_at_once(reading) or _overlap(sign, doer)):
                event = sign.since
            if event in possible:
                return event
        return None

    def _recalled(
        self, doer: Span, reading: Reading, before: Sequence[Sentence], scene: Scene
    ) -> str | None:
        """Return the event that "the attack" or "its gunmen" means, if that is who did it."""
        known = [e for e in scene.events if self.events.is_recalled(e, doer.text)]
        named = self.events.by_actor(reading.sentence.text[: doer.start_char], known)
        if named is not None:
            return named
        for sentence in reversed(before[-LOOK_BACK:]) if known else ():
            signs = self.events.signs(sentence.text, scene.events)
            if signs:
                return signs[-1].event if signs[-1].event in known else None
        return None

    def _named_by(self, doer: Span, reading: Reading, possible: Sequence[str]) -> str | None:
        """Return the event that the words for who did it name: "the rebels' attack on the town"."""
        noun = doer_of(reading)
        own = noun.doc[noun.left_edge.i : noun.i + 1].text if noun is not None else ""
        if event := self.events.by_actor(own, possible):
            return event
        return next((sign.event for sign in self.events.signs(doer.text, possible)), None)

    def _is_possible(self, event: str, reading: Reading, near: str | None) -> bool:
        """Tell whether a count can belong to an event: by its metric, its place and its people."""
        where = self.events.events[event].place
        is_here = near is None or where is None or self.gazetteer.are_related(near, where)
        homes = homes_of(reading, self.gazetteer)
        is_abroad = self.events.events[event].end is not None and near is None and bool(homes)
        return (
            is_here
            and not (is_abroad and where not in homes)
            and self.events.can_own(event, reading.metric)
        )

    def _is_over(self, event: str, reading: Reading, scene: Scene) -> bool:
        """Tell what still runs from an event that does not: it "has killed" nobody any more."""
        end = self.events.events[event].end
        is_past = end is not None and scene.is_after(end + FRESH)
        is_running = is_perfect(reading) or reading.link.is_level
        return is_past and is_running and reading.metric in self.running


def homes_of(reading: Reading, gazetteer: Gazetteer) -> Sequence[str]:
    """Return the places whose people are counted."""
    source = reading.source
    is_elided = reading.link.is_elided and source is not None and are_listed(source, reading)
    head = source.link.head if source is not None and is_elided else reading.link.head
    return gazetteer.homes.get(head.lemma_, ()) if head is not None else ()


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
