"""The parties of the catalogue, compiled for search in text.

Belongs here: names, offices, countries and roles, ready to be found. Not here: which party a name
means (`authorities.py`).
"""

from dataclasses import dataclass
from functools import lru_cache

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Office
from assets.core.facts.text.cues import Cues, cues_of
from assets.core.facts.text.names import Name, Names, Word, words_of
from assets.core.facts.time.days import MONTHS, WEEKDAYS

MONTH_NAMES = frozenset(month for month in MONTHS if len(month) > 3)


@dataclass(frozen=True, slots=True)
class Parties:
    """What a catalogue knows of sources: names of parties, and words that make ids of others.

    `full` names mean a party anywhere, `short` ones where one of its `places` is spoken of;
    `witnesses` are people without a name of their own.
    """

    full: Names
    short: Names
    outlets: Names
    witnesses: Names
    countries: Names
    adjectives: Names
    offices: Names
    roles: Names
    places: Names
    office: dict[str, Office]
    cues: Cues

    def knows_body(self, phrase: str) -> bool:
        """Tell whether a phrase holds a name or an office that the catalogue knows."""
        words = words_of(phrase)
        bodies = (self.full, self.short, self.outlets, self.offices, self.witnesses)
        return any(names.any_in(words) for names in bodies)

    def knows(self, phrase: str) -> bool:
        """Tell whether a phrase holds a body or a country that the catalogue knows."""
        return self.knows_body(phrase) or self.country_in(words_of(phrase)) is not None

    def country_in(self, words: list[Word]) -> Name | None:
        """Return the first country that the words name, by noun or adjective."""
        found = (self.countries.longest(words), self.adjectives.longest(words))
        return min(filter(None, found), key=lambda name: name.first, default=None)

    def names_country(self, country: str, text: str) -> bool:
        """Tell whether a text names a country or its people."""
        words = words_of(text)
        found = (*self.countries.find(words), *self.adjectives.find(words))
        return any(name.meaning == country for name in found)

    def is_country(self, words: list[Word]) -> bool:
        """Tell whether words name a country and nothing else."""
        country = self.country_in(words)
        return country is not None and country.size == len(words)

    def is_evidence(self, words: list[Word]) -> bool:
        """Tell whether one of the words is a study, count, poll or the like."""
        return any(word.key.removesuffix("s") in self.cues["evidence"] for word in words)

    def named(self, words: list[Word]) -> list[Word]:
        """Return the words without those that are no part of a name ("the", "senior")."""
        return [word for word in words if not self._is_quality(word)]

    def _is_quality(self, word: Word) -> bool:
        if word.key in WEEKDAYS or word.key in MONTH_NAMES or word.key in self.cues["titles"]:
            return True
        is_name = word.is_capital and word.start > 0  # "Save Our Rivers"
        return word.key in self.cues["qualities"] and not is_name


@lru_cache(maxsize=4)
def parties(catalogue: Catalogue) -> Parties:
    """Compile the parties of a catalogue, once for each."""
    authorities = catalogue.authorities.values()
    countries = catalogue.countries.values()
    outlets = catalogue.outlets.values()
    offices = catalogue.offices.values()
    cues = cues_of(catalogue)
    named = [(name, a) for a in authorities for name in (a.name, *a.aliases)]
    return Parties(
        full=Names((name, a.id) for name, a in named if a.sort != "witness"),
        short=Names((name, a.id) for a in authorities for name in a.short_names),
        outlets=Names((name, o.id) for o in outlets for name in (o.name, *o.aliases)),
        witnesses=Names((name, a.id) for name, a in named if a.sort == "witness"),
        countries=Names((name, c.id) for c in countries for name in c.names),
        adjectives=Names(
            (form, c.id) for c in countries for name in c.adjectives for form in (name, f"{name}s")
        ),
        offices=Names(
            (form, o.id) for o in offices for name in o.names for form in (name, f"{name}s")
        ),
        roles=Names((role, role) for role in cues["roles"]),
        places=Names((place, a.id) for a in authorities for place in a.speaks_for),
        office=dict(catalogue.offices),
        cues=cues,
    )
