"""Which event of the catalogue a count belongs to, by the words around it.

Belongs here: finding signs of events and choosing the one nearest to a count. Not here: days and
windows (`time/dating.py`), places (`places.py`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Event

# Up to three describing words: "Hamas's unprecedented cross-border attack".
BETWEEN_WORDS = (
    r"(?:[\s-]+(?!(?:and|or|in|to|with|by|for|from|against|after|the|that|which|has|have)\b)"
    r"[\w\u2019'.]+){0,3}?[\s-]+"
)
WALL = 60  # code points that another quantity between adds to the way
SINCE_REACH = 40  # code points before a sign in which "since" is looked for
SINCE = re.compile(r"\bsince\s+(?:[\w\u2019']+\s+){0,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """Words at `text[start:end]` that tell an event; `since` is what it set off, if said so."""

    start: int
    end: int
    event: str
    since: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """What a whole article tells: the places it names, the one it is most about, its events."""

    places: Counter[str]
    topic: str | None
    events: tuple[str, ...]
    published_on: date | None
    text: str

    def is_after(self, day: date) -> bool:
        """Tell whether the article is known to be later than a day."""
        return self.published_on is not None and self.published_on > day


class Events:
    """The catalogue's events, ready to be found in text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.events = catalogue.events
        self.patterns = {
            event.id: re.compile(_pattern(event), re.IGNORECASE) for event in self.events.values()
        }
        self.actors = {
            event.id: re.compile("|".join(map(_phrase, event.actors)), re.IGNORECASE)
            for event in self.events.values()
            if event.actors
        }

        self.recalled = {
            event.id: re.compile(_of_doer((*event.recalls, *event.actor_recalls)), re.IGNORECASE)
            for event in self.events.values()
            if event.recalls or event.actor_recalls
        }

    def signs(self, text: str, possible: Collection[str]) -> list[Sign]:
        """Return the signs in a text of the events that an article can speak of."""
        return [
            self.sign(text, match.start(), match.end(), event)
            for event in possible
            for match in self.patterns[event].finditer(text)
        ]

    def sign(self, text: str, start: int, end: int, event: str) -> Sign:
        """Return the sign of an event that stands at `text[start:end]`."""
        return Sign(start, end, event, self._set_off(event, text[:start]))

    def by_actor(self, doer: str, possible: Collection[str]) -> str | None:
        """Return the event that is told by who did it, the first named of several."""
        known = (event for event in possible if event in self.actors)
        named = {e: match.start() for e in known if (match := self.actors[e].search(doer))}
        return min(named, key=lambda event: named[event], default=None)

    def is_recalled(self, event: str, doer: str) -> bool:
        """Tell whether a doer means an event where it was spoken of before: "its gunmen"."""
        pattern = self.recalled.get(event)
        return pattern is not None and pattern.fullmatch(doer) is not None

    def on(self, start: date | None, end: date | None) -> str | None:
        """Return the event of exactly these days."""
        days = ((e.id, e.start, e.end) for e in self.events.values() if e.end is not None)
        return next((event for event, *when in days if when == [start, end]), None)

    def can_own(self, event: str, metric: str | None) -> bool:
        """Tell whether what is counted can have come of an event."""
        metrics = self.events[event].metrics
        return not metrics or metric is None or metric in metrics

    def _set_off(self, event: str, before: str) -> str | None:
        """Return the open event that began with another, where the words before say "since" it."""
        start, end = self.events[event].start, self.events[event].end
        if end is None or not SINCE.search(before[-SINCE_REACH:]):
            return None
        others = self.events.values()
        return next((o.id for o in others if o.end is None and o.start == start), None)


def _pattern(event: Event) -> str:
    """Return the pattern of an event's signs, those of one first word together: it is quicker."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for phrase in (*event.names, *event.signs):
        first, *others = phrase.replace("… ", "…").split()
        rest = BETWEEN_WORDS.join(map(_beginning, ["", *others])) if others else ""
        by_first[first].append(rest)
    phrases = [_beginning(first) + f"(?:{'|'.join(rests)})" for first, rests in by_first.items()]
    if event.end == event.start:
        phrases.append(_day(event.start))
    return "|".join(phrases)


def _of_doer(phrases: Sequence[str]) -> str:
    """Return a pattern of a doer: "the gunmen", "waves of its gunmen", "the group's raid"."""
    return rf"(?:.* of )?(?:{'|'.join(map(re.escape, phrases))})(?:['\u2019].*)?"


def _phrase(phrase: str) -> str:
    return BETWEEN_WORDS.join(map(_beginning, phrase.split()))


def _beginning(word: str) -> str:
    """Return a pattern of words that begin so; those after `…` may stand further on."""
    if word.startswith("…"):
        return r"[^.;]{1,60}?" + _beginning(word[1:])
    return rf"\b{re.escape(word)}[\w\u2019']*" if word else ""


def _day(day: date) -> str:
    """Return a pattern of a day's spellings, with and without its year.

    >>> bool(re.search(_day(date(2023, 10, 7)), "on Oct. 7"))
    True
    """
    month = f"(?:{day:%B}|{day:%b}\\.?)"
    return rf"(?:{month} {day.day}(?:st|nd|rd|th)?\b|\b{day.day}(?:st|nd|rd|th)?(?: of)? {month})"


def by_nearness(signs: Sequence[Sign], start: int, end: int, walls: Sequence[int]) -> list[Sign]:
    """Return the signs by how near they are to `[start, end)`; walls make ways longer."""

    def distance(sign: Sign) -> int:
        low, high = (end, sign.start) if sign.start >= end else (sign.end, start)
        return max(0, high - low) + WALL * sum(low <= wall < high for wall in walls)

    return sorted(signs, key=distance)
