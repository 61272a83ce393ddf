"""Where the counted are, by the catalogue's places and the capitals of the text.

Belongs here: finding place names and choosing the one that governs a count. Not here: events
(`events.py`), parties named after places (`authorities.py`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assets.catalogue.catalogue import Catalogue

PREPOSITIONS = r"in|at|near|across|throughout|from|into|inside|outside|over|of|on|through|to|within"
CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec"
)
NAMED = re.compile(
    rf"\b(?P<how>in|at|near|across|throughout|outside|struck|hit)\s+(?:(?:the|southern|northern|eastern|western"
    r"|central|south|north|east|west|city of|town of|village of|capital|port city of)\s+)*"
    r"(?P<name>[A-Z][\w\u2019'-]+(?:\s+[A-Z][\w-]+)*)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at `text[start:end]`; `how` is the preposition before it or the 's after it."""

    start: int
    end: int
    place: str
    how: str


class Gazetteer:
    """The catalogue's places, ready to be found in text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.part_of = {place.id: place.part_of for place in catalogue.places.values()}
        self.by_name = {
            name.lower(): place.id
            for place in catalogue.places.values()
            for name in (place.id, *place.names)
        }
        names = "|".join(map(re.escape, sorted(self.by_name, key=len, reverse=True)))
        self.pattern = re.compile(
            rf"(?:\b(?P<how>{PREPOSITIONS})\s+)?(?:the\s+)?(?:\b(?P<name>{names})\b)"
            r"(?P<possessive>['\u2019]s?\b)?",
            re.IGNORECASE,
        )

    def mentions(self, text: str) -> list[Mention]:
        """Return the places that a text names, in order."""
        known = [
            Mention(
                match.start("name"),
                match.end("name"),
                self.by_name[match["name"].lower()],
                "'s" if match["possessive"] else (match["how"] or "").lower(),
            )
            for match in self.pattern.finditer(text)
        ]
        taken = {position for m in known for position in range(m.start, m.end)}
        unknown = [
            Mention(match.start("name"), match.end("name"), match["name"], match["how"].lower())
            for match in NAMED.finditer(text)
            if match.start("name") not in taken and not CALENDAR.match(match["name"])
        ]
        return sorted([*known, *unknown], key=lambda mention: mention.start)

    def topic(self, title: str | None, text: str) -> str | None:
        """Return the place an article is most about: its most named one, the title counting more."""
        counts: Counter[str] = Counter()
        for weight, passage in ((4, title or ""), (1, text[:4000])):
            for match in self.pattern.finditer(passage):
                counts[self.by_name[match["name"].lower()]] += weight
        return max(counts, key=lambda place: counts[place], default=None)

    def lies_in(self, place: str | None, outer: str | None) -> bool:
        """Tell whether a place is another one or a part of it."""
        while place is not None:
            if place == outer:
                return True
            place = self.part_of.get(place)
        return False


def governing(
    mentions: Sequence[Mention], start: int, end: int, walls: Sequence[int]
) -> Mention | None:
    """Return the mention nearest to `[start, end)` that no wall (a position) keeps from it."""
    best, best_distance = None, float("inf")
    for mention in mentions:
        if mention.how in ("", "to", "of", "on", "from", "over", "through"):
            continue
        after = mention.start >= end
        low, high = (end, mention.start) if after else (mention.end, start)
        distance = high - low + (0 if after else 30)
        distance += 60 * sum(low <= wall < high for wall in walls)
        if distance < best_distance:
            best, best_distance = mention, distance
    return best
