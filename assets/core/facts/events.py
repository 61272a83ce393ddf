"""Which event of the catalogue a count belongs to, by the words around it.

Belongs here: finding signs of events and choosing the one nearest to a count. Not here: days and
windows (`dating.py`), places (`places.py`).
"""

import re
from collections.abc import Sequence
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
SINCE = re.compile(r"\bsince\s+(?:[\w\u2019']+\s+){0,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """Words at `text[start:end]` that tell an event."""

    start: int
    end: int
    event: str


class Events:
    """The catalogue's events, ready to be found in text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.events = catalogue.events
        self.patterns = [
            (event, re.compile(_pattern(event), re.IGNORECASE)) for event in self.events.values()
        ]

    def signs(self, text: str) -> list[Sign]:
        """Return the signs of events in a text, in order."""
        found = [
            Sign(match.start(), match.end(), self._meant(event, text[: match.start()]))
            for event, pattern in self.patterns
            for match in pattern.finditer(text)
        ]
        return sorted(found, key=lambda sign: sign.start)

    def _meant(self, event: Event, before: str) -> str:
        """Return the event, or the one it set off where the words before say "since" it."""
        if event.end is not None and SINCE.search(before[-40:]):
            for other in self.events.values():
                if other.end is None and other.start == event.start:
                    return other.id
        return event.id


def _pattern(event: Event) -> str:
    phrases = [_phrase(phrase) for phrase in (*event.names, *event.signs)]
    if event.end == event.start:
        phrases.append(_day(event.start))
    return "|".join(phrases)


def _phrase(phrase: str) -> str:
    """Return a pattern of beginnings of words; `…` stands for anything in the same sentence."""
    words = [rf"\b{re.escape(word)}[\w\u2019']*" for word in phrase.replace("… ", "…").split()]
    return BETWEEN_WORDS.join(words).replace(r"\b…", r"[^.;]{1,60}?\b")


def _day(day: date) -> str:
    """Return a pattern of a day's spellings, with and without its year.

    >>> bool(re.search(_day(date(2023, 10, 7)), "on Oct. 7"))
    True
    """
    month = f"(?:{day:%B}|{day:%b}\\.?)"
    return rf"(?:{month} {day.day}(?:st|nd|rd|th)?\b|\b{day.day}(?:st|nd|rd|th)?(?: of)? {month})"


def by_nearness(signs: Sequence[Sign], start: int, end: int, walls: Sequence[int]) -> list[str]:
    """Return the events by how near their signs are to `[start, end)`; walls make ways longer."""

    def distance(sign: Sign) -> int:
        low, high = (end, sign.start) if sign.start >= end else (sign.end, start)
        return max(0, high - low) + WALL * sum(low <= wall < high for wall in walls)

    return [sign.event for sign in sorted(signs, key=distance)]
