"""Whose figure it is: from the words that name a source to the id of the party.

Belongs here: the catalogue's parties compiled for search, and the rules that make an id where the
catalogue has none. Not here: where in a sentence a source is named (`sources.py`).
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.cues import Cues, cues_of
from assets.core.facts.days import WEEKDAYS
from assets.core.facts.names import Name, Names, Word, slug, words_of

# What follows is about the source and no part of its name.
ASIDE: Final = re.compile(
    r"\b(?:based on|compiled from|(?:seen|reviewed|obtained|viewed) by|shared with|provided to"
    r"|citing|using|that|which|who|whose)\b"
)
PART: Final = re.compile(r"\b(?:of|at|for|with)\s+(?:the\s+|an?\s+)?")
PART_END: Final = re.compile(
    r"[,.;:(]|['\u2019]s\b|\s(?:and|in|on|from|who|which|has|is|was|told|said)\b"
)
NOT_BY: Final = r"(?:(?!\s(?:by|from)\s).)*"
SUBJECT_MATTER: Final = re.compile(rf"^({NOT_BY}?)\sof\s{NOT_BY}")  # "footage of the raid"
POSSESSIVE: Final = re.compile(r"['\u2019]s\b")
CAPITALS: Final = re.compile(
    r"[A-Z][\w.&'\u2019-]*(?:\s+(?:(?:of|for|and|the|on|&)\s+)*[A-Z][\w.&'\u2019-]*)*"
)
LOCATED: Final = re.compile(
    r"\b(?:in|at|near|across|hit|struck|inside|throughout)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Context:
    """The text that tells which place is spoken of where a name does not."""

    sentence: str = ""
    before: str = ""
    title: str = ""

    def texts(self) -> tuple[tuple[str, int], ...]:
        """Return the texts, nearest first, and which of the places each names is the nearest."""
        return (self.sentence, 0), (self.before, -1), (self.title, 0)


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a catalogue, and the words that make ids of others, compiled for search."""

    full: Names
    short: Names
    outlets: Names
    witnesses: Names
    countries: Names
    adjectives: Names
    offices: Names
    roles: Names
    places: Names
    office_ids: dict[str, str]
    cues: Cues
    framing: re.Pattern[str]

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

    def is_evidence(self, words: list[Word]) -> bool:
        """Tell whether one of the words is a study, count, poll or the like."""
        return any(word.key.removesuffix("s") in self.cues["evidence"] for word in words)

    def named(self, words: list[Word]) -> list[Word]:
        """Return the words without those that are no part of a name ("the", "senior")."""
        return [word for word in words if not self._is_quality(word)]

    def _is_quality(self, word: Word) -> bool:
        is_name = word.is_capital and word.start > 0  # "York New Hospital"
        return word.key in WEEKDAYS or (
            word.key in self.cues["titles"] or (word.key in self.cues["qualities"] and not is_name)
        )


@lru_cache(maxsize=4)
def parties(catalogue: Catalogue) -> Parties:
    """Compile the parties of a catalogue, once for each."""
    cues = cues_of(catalogue)
    authorities = catalogue.authorities.values()
    countries = catalogue.countries.values()
    named = [(name, a) for a in authorities for name in (a.name, *a.aliases)]
    return Parties(
        full=Names((name, a.id) for name, a in named if a.sort != "witness"),
        short=Names((name, a.id) for a in authorities for name in a.short_names),
        outlets=Names(
            (name, o.id) for o in catalogue.outlets.values() for name in (o.name, *o.aliases)
        ),
        witnesses=Names((name, a.id) for name, a in named if a.sort == "witness"),
        countries=Names((name, country.id) for country in countries for name in country.names),
        adjectives=Names((name, c.id) for c in countries for name in c.adjectives),
        offices=Names(
            (form, office.id)
            for office in catalogue.offices.values()
            for name in office.names
            for form in {name, f"{name}s"}
        ),
        roles=Names((role, role) for role in cues["roles"]),
        places=Names((place, a.id) for a in authorities for place in a.speaks_for),
        office_ids={office.id: office.authority for office in catalogue.offices.values()},
        cues=cues,
        framing=re.compile(rf"\b[^\W_]+-(?:{'|'.join(sorted(cues['framing']))})\b"),
    )


def framing_of(phrase: str, catalogue: Catalogue) -> str | None:
    """Return the label that a phrase puts on its source, as written: "Hamas-run"."""
    label = parties(catalogue).framing.search(phrase)
    return label.group() if label else None


def is_own_count(phrase: str, catalogue: Catalogue) -> bool:
    """Tell whether a phrase speaks of a count, poll or study, not of a party alone."""
    return parties(catalogue).is_evidence(words_of(phrase))


def resolve(phrase: str, context: Context, catalogue: Catalogue) -> str | None:
    """Return the id of the party that a phrase names; None where it names nobody."""
    known = parties(catalogue)
    phrase = ASIDE.split(phrase)[0] or phrase
    words = words_of(phrase)
    return _listed(words, context, known) or _unlisted(phrase, words, context, known)


def _listed(words: list[Word], context: Context, known: Parties) -> str | None:
    """Return the party of the catalogue that the longest of its names in the words means."""
    full, short = known.full.longest(words), known.short.longest(words)
    if short and (full is None or short.size > full.size):
        found = _in_place(short, words, context, known)
        if found:
            return found
    return full.meaning if full else _outlet_in(words, known)


def _outlet_in(words: list[Word], known: Parties) -> str | None:
    """Return the outlet named; a name of one word ("Time") must stand alone among capitals."""
    for name in known.outlets.find(words):
        around = (*words[max(0, name.first - 1) : name.first], *words[name.last : name.last + 1])
        first = words[name.first]
        if name.size > 1 or first.key.isupper():
            return name.meaning
        if first.is_capital and not any(word.is_capital and word.start for word in around):
            return name.meaning
    return None


def _unlisted(phrase: str, words: list[Word], context: Context, known: Parties) -> str | None:
    """Return the id that a party not in the catalogue gets from what it is and where."""
    named = known.named(words)
    if not named or any(word.key in known.cues["unnamed"] for word in named):
        return None
    if len(named) == 1 and named[0].text in known.cues["bodies"]:
        return None
    if office := known.offices.longest(words):
        return _of_office(office, phrase, words, context, known)
    if role := known.roles.longest(words):
        return _of_role(role, phrase, words, known)
    if witness := known.witnesses.longest(words):
        return witness.meaning
    return _of_state(words, known) or _made_of_words(phrase, words, known)


def _in_place(short: Name, words: list[Word], context: Context, known: Parties) -> str | None:
    """Choose among those who share a short name by the place in the phrase or nearest to it."""
    span = short.first, short.last
    sharing = {n.meaning for n in known.short.find(words) if (n.first, n.last) == span}
    here = [name.meaning for name in known.places.find(words) if name.meaning in sharing]
    if here:
        return here[0]
    if known.country_in(words):
        return None
    return _nearest_of(known.places, sharing, context)


def _nearest_of(names: Names, among: Container[str], context: Context) -> str | None:
    for text, which in context.texts():
        found = [name.meaning for name in names.find(words_of(text)) if name.meaning in among]
        if found:
            return found[which]
    return None


def _of_office(
    office: Name, phrase: str, words: list[Word], context: Context, known: Parties
) -> str:
    """Return the id of an office of the place that the phrase, else the context, names."""
    template = known.office_ids[office.meaning]
    if "{" not in template:
        return template
    country = known.country_in(words)
    place = (
        country.meaning
        if country
        else _place_before(words[: office.first], known)
        or _place_after(phrase[words[office.last - 1].end :])
        or _country_near(context, known)
    )
    if place:
        return template.format(place=place)
    return slug(" ".join(word.text for word in known.named(words)))


def _place_before(words: list[Word], known: Parties) -> str:
    """Return the id of a place whose name ends a stretch of words: "São Paulo state"."""
    named = [w for w in known.named(words) if w.is_capital or w.key in known.cues["areas"]]
    return slug(" ".join(w.text for w in named)) if any(w.is_capital for w in named) else ""


def _place_after(text: str) -> str:
    """Return the id of what an office is of: "governor of Donetsk"."""
    for part in PART.split(text)[1:]:
        name = PART_END.split(part)[0]
        if any(char.isupper() for char in name.split(" ")[0]):
            return slug(name)
    return ""


def _country_near(context: Context, known: Parties) -> str | None:
    """Return the country nearest by in which something is said to be."""
    for text, which in context.texts():
        words = words_of(text)
        found = [
            name.meaning
            for name in known.countries.find(words)
            if LOCATED.search(text, 0, words[name.first].start)
        ]
        if found:
            return found[which]
    return None


def _of_role(role: Name, phrase: str, words: list[Word], known: Parties) -> str | None:
    """Return the party that a person speaks for: "Ford chief …", "…, head of Oxfam"."""
    party = _place_after(phrase[words[role.last - 1].end :])
    ahead = phrase[: words[role.first].start]
    if not party and "," not in ahead:
        party = slug(" ".join(w.text for w in known.named(words_of(ahead)) if w.is_capital))
    if not party:
        return _made_of_words(phrase, words, known) if CAPITALS.search(phrase, 1) else None
    country = known.country_in(words_of(party.replace("_", " ").title()))
    if country and country.size == party.count("_") + 1:
        return f"{country.meaning}_government"
    return party


def _of_state(words: list[Word], known: Parties) -> str | None:
    """Return the government that a country's bare name stands for: "Kyiv said"."""
    country = known.country_in(words)
    if country and len(known.named(words)) == country.size:
        return f"{country.meaning}_government"
    return None


def _may_be_common(name: list[Word], end: int, phrase: str) -> bool:
    """Tell a capital that a sentence's beginning may have given to a common noun."""
    is_first = len(name) == 1 and phrase.startswith(name[0].text)
    return is_first and not name[0].text.isupper() and phrase[end : end + 1] == " "


def _made_of_words(phrase: str, words: list[Word], known: Parties) -> str | None:
    """Make an id of the first name in a phrase, else of the words before its first part."""
    is_evidence = known.is_evidence(words)
    if is_evidence:
        phrase = SUBJECT_MATTER.sub(r"\1", phrase)
    for run in CAPITALS.finditer(phrase):
        name = [w for w in known.named(words_of(run.group())) if not known.is_evidence([w])]
        if name and not _may_be_common(name, run.end(), phrase):
            return slug(POSSESSIVE.sub("", run.group()[name[0].start :]))
    if is_evidence:
        return None
    head = known.named(words_of(PART.split(phrase)[0])) or known.named(words)
    if any(word.key in known.cues["kin"] for word in head):
        return None
    return slug(" ".join(word.text for word in head[-3:] if word.text.isalpha())) or None
