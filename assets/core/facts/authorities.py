"""Whose figure it is: from the words that name a source to the catalogue's id of the party.

Belongs here: names, places and offices of the catalogue compiled for search, and the rules that
make an id where the catalogue has none. Not here: where in a sentence a source is named
(`attribution.py`).
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Authority, Outlet

WORD = re.compile(r"[A-Z]\.(?:\s?[A-Z]\.)+|[^\W_]+(?:[’'](?![sS]\b)[^\W_]+)*")
NAME_RUN = re.compile(
    r"[A-Z0-9][\w.&'’-]*(?:\s+(?:(?:of|for|and|the|on|&)\s+)*[A-Z0-9][\w.&'’-]*)*"
)
PARTS = re.compile(r"\b(?:of|at|for|with|from|in)\s+")
NAME_END = re.compile(r"[,.;:(]|\s(?:and|who|which|has|is|was|told|said)\b")
ARTICLES = re.compile(r"^(?:the|a|an)\s+|['’]s\b", re.IGNORECASE)
REPORTING = ("saying", "giving", "giving_counts", "counting", "showing")
BASIS = re.compile(r"\b(?:based on|compiled from|citing|using|that|which|who|whose)\b")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase: as compared, as written, and where."""

    key: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A catalogue name found in a phrase: words `first` to `last` (exclusive) mean `meaning`."""

    meaning: str
    first: int
    last: int


def words_of(phrase: str) -> list[Word]:
    """Return the words of a phrase without possessive endings; acronyms keep their capitals.

    >>> [word.key for word in words_of("Gaza's Hamas-run health ministry, U.N. says")]
    ['gaza', 'hamas', 'run', 'health', 'ministry', 'UN', 'says']
    """
    return [
        Word(_key(match.group()), match.group(), match.start(), match.end())
        for match in WORD.finditer(phrase)
        if match.group() not in {"s", "S"} or phrase[match.start() - 1] not in "'’"
    ]


def slug(text: str) -> str:
    """Return a snake_case id of a name, without accents.

    >>> slug("São Paulo"), slug("Procter & Gamble"), slug("B'Tselem")
    ('sao_paulo', 'procter_gamble', 'btselem')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "_".join(re.findall(r"[a-z0-9]+", re.sub(r"['.]", "", plain)))


def _key(word: str) -> str:
    bare = re.sub(r"[.\s]", "", word).replace("’", "'")
    return bare if len(bare) > 1 and bare.isupper() else bare.lower()


class Names:
    """Names of many words compiled for search: by first word, the longest first."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, meaning in meanings:
            keys = tuple(word.key for word in words_of(name))
            self._by_first.setdefault(keys[0], []).append((keys, meaning))
        for names in self._by_first.values():
            names.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: list[Word]) -> Iterator[Name]:
        """Yield every name in the words; of those with one beginning only the longest."""
        for first, word in enumerate(words):
            longest = 0
            for keys, meaning in self._by_first.get(word.key, ()):
                if len(keys) < longest:
                    break
                last = first + len(keys)
                if tuple(other.key for other in words[first:last]) == keys:
                    longest = len(keys)
                    yield Name(meaning, first, last)


Cues = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Context:
    """The text that tells which place is spoken of where a name does not.

    `sentence` is the rest of the sentence, `before` what stands before it.
    """

    sentence: str = ""
    before: str = ""
    title: str = ""

    def nearest(self, names: Names, among: Container[str] | None = None) -> str | None:
        """Return the meaning (one of `among`) that the sentence, the text before or the title has."""
        for text, which in ((self.sentence, 0), (self.before, -1), (self.title, 0)):
            found = [name.meaning for name in names.find(words_of(text))]
            found = [meaning for meaning in found if among is None or meaning in among]
            if found:
                return found[which]
        return None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a catalogue knows of sources, compiled for search."""

    full: Names
    short: Names
    witnesses: Names
    countries: Names
    offices: Names
    roles: Names
    places: Names
    office_ids: dict[str, str]
    cues: Cues
    reporting: frozenset[str]
    framing: re.Pattern[str]

    def is_body(self, phrase: str) -> bool:
        """Tell whether a phrase holds a name or an office that the catalogue knows."""
        words = words_of(phrase)
        known = (self.full, self.short, self.offices, self.witnesses)
        return any(True for names in known for _ in names.find(words))

    def is_evidence(self, words: list[Word]) -> bool:
        """Tell whether one of the words is a study, count, poll or the like."""
        return any(word.key.removesuffix("s") in self.cues["evidence"] for word in words)

    def is_party(self, phrase: str) -> bool:
        """Tell whether a phrase holds a body or a country that the catalogue knows."""
        return self.is_body(phrase) or any(True for _ in self.countries.find(words_of(phrase)))


@lru_cache(maxsize=4)
def lexicon(catalogue: Catalogue) -> Lexicon:
    """Compile the catalogue's names of sources, once for each catalogue."""
    authorities = catalogue.authorities.values()
    witnesses = [entry for entry in authorities if entry.sort == "witness"]
    parties: list[Authority | Outlet] = [entry for entry in authorities if entry.sort != "witness"]
    cues = {cue.id: frozenset(cue.words) for cue in catalogue.cues.values()}
    ties = "|".join(sorted(cues["framing"]))
    return Lexicon(
        full=Names(
            (name, entry.id)
            for entry in (*parties, *catalogue.outlets.values())
            for name in (entry.name, *entry.aliases)
        ),
        witnesses=Names((name, entry.id) for entry in witnesses for name in entry.aliases),
        short=Names((name, entry.id) for entry in authorities for name in entry.short_names),
        countries=Names(
            (name, country.id) for country in catalogue.countries.values() for name in country.names
        ),
        offices=Names(
            (form, office.id)
            for office in catalogue.offices.values()
            for name in office.names
            for form in {name, f"{name}s"}
        ),
        roles=Names((role, role) for role in cues["roles"]),
        places=Names((place, entry.id) for entry in authorities for place in entry.speaks_for),
        office_ids={office.id: office.authority for office in catalogue.offices.values()},
        cues=cues,
        reporting=frozenset().union(*(cues[sort] for sort in REPORTING)),
        framing=re.compile(rf"\b[^\W_]+-(?:{ties})\b"),
    )


def framing_of(phrase: str, catalogue: Catalogue) -> str | None:
    """Return the label that a phrase puts on its source, as written: "Hamas-run"."""
    label = lexicon(catalogue).framing.search(phrase)
    return label.group() if label else None


def is_own_count(phrase: str, catalogue: Catalogue) -> bool:
    """Tell whether a phrase speaks of a count, poll or study, not of a party alone."""
    return lexicon(catalogue).is_evidence(words_of(phrase))


def resolve(phrase: str, context: Context, catalogue: Catalogue) -> str | None:
    """Return the id of the party that a phrase names; None where it names nobody."""
    known = lexicon(catalogue)
    phrase = BASIS.split(phrase)[0] or phrase
    words = words_of(phrase)
    full = _longest(known.full.find(words))
    short = _longest(known.short.find(words))
    office = _longest(known.offices.find(words))
    country = next(known.countries.find(words), None)
    if full and not _outweighed(full, short, office):
        return full.meaning
    if short and (found := _in_place(short, words, context, country, known)):
        return found
    if full:
        return full.meaning
    named = [word for word in words if word.key not in known.cues["qualities"]]
    if not named or any(word.key in known.cues["unnamed"] for word in named):
        return None
    if found := _of_role(phrase, words, known):
        return found
    if witness := next(known.witnesses.find(words), None):
        return witness.meaning
    if office:
        return _of_office(office, words, country, context, known)
    named = [word for word in named if not known.is_evidence([word])]
    if country and len(named) == country.last - country.first:
        return None if known.is_evidence(words) else f"{country.meaning}_government"
    return _made_of_words(phrase, named, known)


def _longest(names: Iterator[Name]) -> Name | None:
    return max(names, key=lambda name: name.last - name.first, default=None)


def _outweighed(full: Name, *others: Name | None) -> bool:
    """Tell whether a longer name holds this one: "Hamas" in a name of the health ministry."""
    size = full.last - full.first
    return any(other and other.last - other.first > size for other in others)


def _in_place(
    short: Name, words: list[Word], context: Context, country: Name | None, known: Lexicon
) -> str | None:
    """Choose among those who share a short name by the place in the phrase or nearest to it."""
    candidates = {
        name.meaning
        for name in known.short.find(words)
        if (name.first, name.last) == (short.first, short.last)
    }
    for name in known.places.find(words):
        if name.meaning in candidates:
            return name.meaning
    return None if country else context.nearest(known.places, candidates)


def _of_role(phrase: str, words: list[Word], known: Lexicon) -> str | None:
    """Return the party that a person speaks for: "Ford chief …", "…, head of Oxfam"."""
    role = _longest(known.roles.find(words))
    if role is None:
        return None
    after = phrase[words[role.last - 1].end :]
    for part in PARTS.split(after)[1:]:
        name = NAME_END.split(part)[0]
        if any(char.isupper() for char in name):
            return slug(ARTICLES.sub("", name))
    ahead = phrase[: words[role.first].start]
    if "," in ahead:
        return None
    named = [word for word in words_of(ahead) if word.key not in known.cues["qualities"]]
    return slug(" ".join(word.text for word in named if word.text[0].isupper())) or None


def _of_office(
    office: Name, words: list[Word], country: Name | None, context: Context, known: Lexicon
) -> str:
    """Return the id of an office of the place that the phrase, else the context, names."""
    template = known.office_ids[office.meaning]
    if "{" not in template:
        return template
    place = country.meaning if country else _place_before(words[: office.first], known)
    place = place or context.nearest(known.countries)
    if place:
        return template.format(place=place)
    return slug(" ".join(word.text for word in words[office.first : office.last]))


def _place_before(words: list[Word], known: Lexicon) -> str:
    """Return the id of a place whose name ends a stretch of words: "São Paulo state"."""
    named = [
        word.text
        for word in words
        if word.key not in known.cues["qualities"]
        and (word.text[0].isupper() or word.key in known.cues["areas"])
    ]
    return slug(" ".join(named)) if any(name[0].isupper() for name in named) else ""


def _made_of_words(phrase: str, named: list[Word], known: Lexicon) -> str | None:
    """Make an id of the first name in a phrase, else of its first words."""
    for run in NAME_RUN.finditer(phrase):
        words = [word for word in words_of(run.group()) if word.key not in known.cues["qualities"]]
        if words and not known.is_evidence(words):
            return slug(run.group()[words[0].start :])
    return slug(" ".join(word.text for word in named[:4])) or None
