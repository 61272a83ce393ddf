"""Places named in text, by the catalogue and by capitals.

Belongs here: finding place names, and what an article names most. Not here: which place governs a
count (`nearness.py`), events (`events.py`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.text.sentence import Article

TITLE_WEIGHT = 4  # mentions in the text that one in the title is worth
TOPIC_TEXT = 4000  # code points of the text in which its topic shows
WHERE = re.compile(
    r"\b(?:in|into|inside|across|throughout|from|to|at|near|on|of|leave|over)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
LOCATED = re.compile(r"\b(?:in|at|near|across|inside|throughout|hit|struck)\s+(?:\w+\s+){0,2}$")
WHERE_REACH = 40  # code points before a name in which its preposition is looked for
CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec"
)
NAMED = re.compile(
    r"\b(?:in|at|near|across|throughout|outside|struck|hit)\s+"
    r"(?:(?:the|southern|northern|eastern|western|central|south|north|east|west|capital"
    r"|(?:[A-Z][a-z]+ )?(?:port city|city|town|village) of)\s+)*"
    r"(?P<name>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)(?!['\u2019\w])"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at `text[start:end]`."""

    start: int
    end: int
    place: str


class Gazetteer:
    """The catalogue's places and countries, ready to be found in text."""

    def __init__(self, catalogue: Catalogue) -> None:
        places = catalogue.places.values()
        spellings = {name: place.id for place in places for name in (place.id, *place.names)}
        spellings |= {name.capitalize(): spellings[name] for name in spellings if name[0].islower()}
        countries = [
            country.names[0]
            for country in catalogue.countries.values()
            if spellings.keys().isdisjoint(country.names)
        ]
        spellings |= {name: name for name in countries}
        self.adjectives = _by_word(
            (spellings[name], adjective)
            for country in catalogue.countries.values()
            for name in country.names
            if name in spellings
            for adjective in country.adjectives
        )
        for place in places:
            self.adjectives[place.id] += [people.capitalize() for people in place.people]
        self.by_name = spellings
        self.part_of = {place.id: place.part_of for place in places}
        self.sorts = {place.id: place.sort for place in places} | dict.fromkeys(
            countries, "country"
        )
        self.homes = _by_word((word, place.id) for place in places for word in place.people)
        self.haunts = _by_word((word, place.id) for place in places for word in place.actors)
        names = "|".join(map(re.escape, sorted(spellings, key=len, reverse=True)))
        initials = "".join(sorted({re.escape(name[0]) for name in spellings}))
        self.pattern = re.compile(rf"\b(?=[{initials}])(?:{names})\b")

    def mentions(self, text: str) -> list[Mention]:
        """Return the places that a text names, in order."""
        known = [
            Mention(match.start(), match.end(), self.by_name[match.group()])
            for match in self.pattern.finditer(text)
        ]
        taken = {position for m in known for position in range(m.start, m.end)}
        unknown = [
            Mention(match.start("name"), match.end("name"), match["name"])
            for match in NAMED.finditer(text)
            if taken.isdisjoint(range(*match.span("name"))) and not CALENDAR.match(match["name"])
        ]
        return sorted([*known, *unknown], key=lambda mention: mention.start)

    def named(self, article: Article) -> Counter[str]:
        """Return how often an article names each place, itself or a part of it, as a place.

        The title counts more. A place that no preposition makes one ("Israel said") counts nothing.
        """
        counts: Counter[str] = Counter()
        for weight, passage in (
            (TITLE_WEIGHT, article.title or ""),
            (1, article.text[:TOPIC_TEXT]),
        ):
            for match in self.pattern.finditer(passage):
                place: str | None = self.by_name[match.group()]
                before = passage[max(0, match.start() - WHERE_REACH) : match.start()]
                is_place = WHERE.search(before)
                while place is not None:
                    counts[place] += weight if is_place else 0
                    place = self.part_of.get(place)
        return counts

    def is_named(self, place: str, text: str) -> bool:
        """Tell whether a text names a place or its people, or calls something by it."""
        return any(name in text for name in (place, *self.adjectives.get(place, ())))

    def located(self, text: str) -> list[str]:
        """Return the places in which a text says that something is, in order."""
        return [m.place for m in self.mentions(text) if LOCATED.search(text, 0, m.start)]

    def last(self, text: str, sort: str | None) -> list[str]:
        """Return the places of a sort (any if None) that a text names, the last one first."""
        named = (mention.place for mention in reversed(self.mentions(text)))
        return [place for place in named if sort is None or self.sorts.get(place, sort) == sort]

    def are_related(self, one: str | None, other: str | None) -> bool:
        """Tell whether one of two places lies in the other."""
        return self.lies_in(one, other) or self.lies_in(other, one)

    def lies_in(self, place: str | None, outer: str | None) -> bool:
        """Tell whether a place is another one or a part of it."""
        while place is not None:
            if place == outer:
                return True
            place = self.part_of.get(place)
        return False


def _by_word(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word, other in pairs:
        found[word].append(other)
    return found
