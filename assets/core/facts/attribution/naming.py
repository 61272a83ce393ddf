"""Ids for parties that the catalogue does not list, made of what they are and where.

Belongs here: the rules for offices, people who speak for somebody, witnesses, states and all other
names. Not here: parties that the catalogue lists (`authorities.py`).
"""

import re
from typing import Final

from assets.core.facts.attribution.context import Context
from assets.core.facts.attribution.parties import Parties
from assets.core.facts.text.names import Name, Word, slug, words_of

CAPITAL: Final = (
    r"(?:[A-Z]\.\s?)*(?:(?:al|el|an|ar|as|at|ad|az)-)?[A-Z](?:[\w&'\u2019]|\.(?=\w))*"
    r"(?:-(?:al-)?[A-Z][\w'\u2019]*)*"
)
CAPITALS: Final = re.compile(
    rf"{CAPITAL}(?:\s+(?:(?:of|for|and|the|on|&)\s+)*{CAPITAL}(?!\w|-[a-z]))*"
)  # not "Ali Roe of the Lima(-based institute)"
BELONGING: Final = re.compile(  # "of the medical charity ", "at "
    rf"\b(?:of|at|for|with)\s+(?:[a-z][\w-]*\s+){{0,3}}(?={CAPITAL})"
)
REST_OF_NAME: Final = re.compile(  # "al-Noor hospital", "Kherson region"
    r"(?:\s(?!(?:and|at|for|from|has|in|is|of|on|said|says|to|told|was|with)\b)[a-z][\w-]*){0,2}"
)
POSSESSIVE: Final = re.compile(r"['\u2019]s\b")
NOT_BY: Final = r"(?:(?!\s(?:by|from)\s).)*"
SUBJECT_MATTER: Final = re.compile(rf"^({NOT_BY}?)\sof\s{NOT_BY}")  # "footage of the raid"
PLACE_OR_TIME: Final = re.compile(r"\s(?:in|of|at|for|from|with|on|near)\s")
COMMON: Final = re.compile(r"(?:an?|another|her|his|its|our|the|their)\s|[A-Z]", re.IGNORECASE)


def id_of_unlisted(phrase: str, words: list[Word], context: Context, known: Parties) -> str | None:
    """Return the id that a party gets from its words, None for a source without a name."""
    named = known.named(words)
    if not named or _is_nameless(named, known):
        return None
    if name := _of_such_body(phrase, words, known):
        return name
    office, role = known.offices.longest(words), known.roles.longest(words)
    party = None
    if role and (office is None or office.first == role.first):  # "president" is either
        party = _spoken_for(role, phrase, words, known)
    if office and not party:
        party = _of_office(office, phrase, words, context, known)
    if party or office:
        return party
    if role:
        return _of_name(phrase, words, known) if CAPITALS.search(phrase, 1) else None
    if witness := known.witnesses.longest(words):
        return witness.meaning
    return _of_state(named, known) or _of_name(phrase, words, known)


def _is_nameless(named: list[Word], known: Parties) -> bool:
    """Tell "a source", and "the company" of which nothing before tells the name."""
    is_bare = len(named) == 1 and named[0].text in known.cues["bodies"]
    return is_bare or any(word.key in known.cues["unnamed"] for word in named)


def _of_such_body(phrase: str, words: list[Word], known: Parties) -> str | None:
    """Return the id of a body that is told by its sort and then its name: "media firm Ratewell"."""
    for word in words:
        is_sort = word.key in known.cues["bodies"] and not word.is_capital
        name = CAPITALS.match(phrase, word.end + 1) if is_sort else None
        if name is not None:
            return slug(POSSESSIVE.sub("", name.group()))
    return None


def _of_office(
    found: Name, phrase: str, words: list[Word], context: Context, known: Parties
) -> str | None:
    """Return the id of an office of the place that the phrase, else the context, names."""
    office = known.office[found.meaning]
    if "{" not in office.authority:
        return office.authority
    country = known.country_in(words)
    place = country.meaning if country else ""
    if not place and not office.has_field:
        place = _place_before(phrase, words[: found.first], known)
        place = place or _belonging(phrase[words[found.last - 1].end :])
    if office.has_field and context.home and known.names_country(context.home, context.sentence):
        place = place or context.home
    place = place or context.nearest(known.countries, located=True) or ""
    place = place or context.homeland(known.adjectives) or context.told(known.countries)
    if place:
        return office.authority.format(place=place)
    if found.size > 1:
        return slug(" ".join(word.text for word in words[found.first : found.last]))
    return _head(phrase, known)


def _place_before(phrase: str, words: list[Word], known: Parties) -> str:
    """Return the id of a place whose name ends a stretch of words: "São Paulo state"."""
    if words:  # "Ali Roe, the port's mayor": a person's name ends at the comma
        comma = phrase.rfind(",", 0, words[-1].end)
        words = [word for word in words if word.start > comma]
    areas = known.cues["areas"]
    named = [word for word in known.named(words) if word.is_capital or word.key in areas]
    is_place = any(word.is_capital and word.key not in areas for word in named)
    return slug(" ".join(word.text for word in named)) if is_place else ""


def _belonging(text: str) -> str:
    """Return the id of what somebody is of: "(head) of Oxfam", "(governor) of Donetsk"."""
    found = BELONGING.search(text)
    name = CAPITALS.match(text, found.end()) if found else None
    if name is None:
        return ""
    rest = REST_OF_NAME.match(text, name.end())
    return slug(POSSESSIVE.sub("", name.group() + (rest.group() if rest else "")))


def _spoken_for(role: Name, phrase: str, words: list[Word], known: Parties) -> str | None:
    """Return the party that a person speaks for: "Ford chief …", "…, head of Oxfam"."""
    party = _belonging(phrase[words[role.last - 1].end :])
    if party or "," in phrase[: words[role.first].start]:
        return party or None
    ahead = [word for word in known.named(words[: role.first]) if word.is_capital]
    return _of_state(ahead, known) or slug(" ".join(word.text for word in ahead)) or None


def _of_state(named: list[Word], known: Parties) -> str | None:
    """Return the government that a country's bare name stands for: "Kyiv said"."""
    country = known.country_in(named)
    is_bare = country is not None and country.size == len(named)
    return f"{country.meaning}_government" if country and is_bare else None


def _of_name(phrase: str, words: list[Word], known: Parties) -> str | None:
    """Return the id of the first name in a phrase, else of its noun."""
    is_evidence = known.is_evidence(words)
    if is_evidence:
        phrase = SUBJECT_MATTER.sub(r"\1", phrase)
    for run in CAPITALS.finditer(phrase):
        name = [w for w in known.named(words_of(run.group())) if not known.is_evidence([w])]
        if name and not known.is_country(name) and not _may_be_common(name, run.end(), phrase):
            return slug(POSSESSIVE.sub("", run.group()[name[0].start :]))
    return None if is_evidence else _head(phrase, known)


def _may_be_common(name: list[Word], end: int, phrase: str) -> bool:
    """Tell a capital that a sentence's beginning may have given to a common noun."""
    is_first = len(name) == 1 and phrase.startswith(name[0].text)
    return is_first and not name[0].text.isupper() and phrase[end : end + 1] == " "


def _head(phrase: str, known: Parties) -> str | None:
    """Return the id of a common noun with its describing words; None if it makes no name."""
    head = known.named(words_of(PLACE_OR_TIME.split(phrase)[0]))
    if any(word.key in known.cues["kin"] for word in head):
        return None
    is_noun = COMMON.match(phrase) or (head and head[-1].key.endswith("s"))
    name = slug(" ".join(word.text for word in head[-3:] if word.text.isalpha()))
    return name if name and is_noun else None
