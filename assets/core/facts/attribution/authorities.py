"""Whose figure it is: from the words that name a source to the id of the party.

Belongs here: the parties that the catalogue lists. Not here: ids for all others (`naming.py`),
where in a sentence a source is named (`sources.py`).
"""

import re
from functools import lru_cache
from typing import Final

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.attribution.context import Context
from assets.core.facts.attribution.naming import id_of_unlisted
from assets.core.facts.attribution.parties import Parties, parties
from assets.core.facts.text.cues import cues_of
from assets.core.facts.text.names import Name, Word, words_of

# What follows is about the source and no part of its name.
ASIDE: Final = re.compile(
    r"\b(?:based on|compiled from|shared with|provided to|citing|using|that|which|who|whose)\b"
)
# "An official count", not "an official in Lima".
ADJECTIVE: Final = re.compile(
    r"\bofficial\s+(?=[a-z])(?!(?:and|at|by|for|from|in|near|of|on|there|to|with|\w+ing)\b)"
)


def resolve(phrase: str, context: Context, catalogue: Catalogue) -> str | None:
    """Return the id of the party that a phrase names; None where it names nobody."""
    known = parties(catalogue)
    phrase = ADJECTIVE.sub("", ASIDE.split(phrase)[0] or phrase)
    phrase = _people_of_bodies(catalogue).sub(r"\1", phrase)
    words = words_of(phrase)
    return _listed(words, context, known) or id_of_unlisted(phrase, words, context, known)


def framing_of(phrase: str, catalogue: Catalogue) -> str | None:
    """Return the label that a phrase puts on its source, as written: "Hamas-run"."""
    label = _framing(catalogue).search(phrase)
    return label.group() if label else None


def is_own_count(phrase: str, catalogue: Catalogue) -> bool:
    """Tell whether a phrase speaks of a count, poll or study, not of a party alone."""
    return parties(catalogue).is_evidence(words_of(phrase))


def is_asked(phrase: str, catalogue: Catalogue) -> bool:
    """Tell those whom a poll asks, who give no figures of their own."""
    cues = parties(catalogue).cues
    return any(word.key in cues["asked"] - cues["evidence"] for word in words_of(phrase))


@lru_cache(maxsize=4)
def _people_of_bodies(catalogue: Catalogue) -> re.Pattern[str]:
    """Return the pattern of those by whom a body speaks: "health ministry officials"."""
    bodies = "|".join(sorted(cues_of(catalogue)["bodies"]))
    return re.compile(
        rf"\b(?!(?:an?|the)\s)(\w+\s(?:{bodies}))\s(?:officials?|sources?)\b", re.IGNORECASE
    )


@lru_cache(maxsize=4)
def _framing(catalogue: Catalogue) -> re.Pattern[str]:
    return re.compile(rf"\b[^\W_]+-(?:{'|'.join(sorted(cues_of(catalogue)['framing']))})\b")


def _listed(words: list[Word], context: Context, known: Parties) -> str | None:
    """Return the party of the catalogue that the longest of its names in the words means."""
    full, short = _full_name(words, known), known.short.longest(words)
    if short and (full is None or short.size > full.size):
        found = _in_place(short, words, context, known)
        if found:
            return found
    return full.meaning if full else _outlet_in(words, known)


def _full_name(words: list[Word], known: Parties) -> Name | None:
    """Return the longest name in the words; of "the UN agency OCHA" the one told last."""
    longest = known.full.longest(words)
    if longest is None or longest.last == len(words):
        return longest
    is_sort = words[longest.last].key in known.cues["bodies"]
    told = (name for name in known.full.find(words) if name.first == longest.last + 1)
    return next(told, longest) if is_sort else longest


def _in_place(short: Name, words: list[Word], context: Context, known: Parties) -> str | None:
    """Choose among those who share a short name by the place in the phrase or nearest to it."""
    span = short.first, short.last
    sharing = {n.meaning for n in known.short.find(words) if (n.first, n.last) == span}
    here = [name.meaning for name in known.places.find(words) if name.meaning in sharing]
    if here:
        return here[0]
    if known.country_in([*words[: short.first], *words[short.last :]]):
        return None
    return context.nearest(known.places, sharing)


def _outlet_in(words: list[Word], known: Parties) -> str | None:
    """Return the outlet named; a name of one word ("Time") must stand alone among capitals."""
    for name in known.outlets.find(words):
        around = (*words[max(0, name.first - 1) : name.first], *words[name.last : name.last + 1])
        if not words[name.last - 1].is_capital:  # "the national union" is not The National
            continue
        if name.size > 1 or words[name.first].key.isupper():
            return name.meaning
        if not any(word.is_capital and word.start for word in around):
            return name.meaning
    return None
