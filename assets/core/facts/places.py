"""Where the counted are, by the catalogue's places and the capitals of the text.

Belongs here: finding place names and choosing the one that governs a count. Not here: events
(`events.py`), parties named after places (`authorities.py`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.linking import Link
from assets.core.facts.relations import Relation
from assets.core.facts.sentence import Article

TITLE_WEIGHT = 4  # mentions in the text that one in the title is worth
TOPIC_TEXT = 4000  # code points of the text in which its topic shows
CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec"
)
NAMED = re.compile(
    rf"\b(?:in|at|near|across|throughout|outside|struck|hit)\s+(?:(?:the|southern|northern|eastern|western"
    r"|central|south|north|east|west|city of|town of|capital|(?:[A-Z][a-z]+ )?(?:port city|city|town|village) of)\s+)*"
    r"(?P<name>[A-Z][\w\u2019'-]+(?:\s+[A-Z][\w-]+)*)"
)


LOCATIVE = frozenset(
    {"in", "at", "near", "across", "throughout", "inside", "outside", "into", "within", "around"}
)


GENERIC_PLACES = frozenset(
    {
        "town",
        "city",
        "village",
        "area",
        "region",
        "district",
        "province",
        "camp",
        "there",
        "country",
    }
)


@dataclass(frozen=True, slots=True)
class Nearness:
    """A place and how far the grammar holds it from a count."""

    place: str
    distance: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at `text[start:end]`."""

    start: int
    end: int
    place: str


class Gazetteer:
    """The catalogue's places, ready to be found in text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.part_of = {place.id: place.part_of for place in catalogue.places.values()}
        self.by_name = {
            name.lower(): place.id
            for place in catalogue.places.values()
            for name in (place.id, *place.names)
        }
        self.homes: dict[str, list[str]] = defaultdict(list)
        for place in catalogue.places.values():
            for people in place.people:
                self.homes[people].append(place.id)
        names = "|".join(map(re.escape, sorted(self.by_name, key=len, reverse=True)))
        self.pattern = re.compile(rf"\b(?P<name>{names})\b", re.IGNORECASE)

    def mentions(self, text: str) -> list[Mention]:
        """Return the places that a text names, in order."""
        known = [
            Mention(
                match.start("name"),
                match.end("name"),
                self.by_name[match["name"].lower()],
            )
            for match in self.pattern.finditer(text)
        ]
        taken = {position for m in known for position in range(m.start, m.end)}
        unknown = [
            Mention(match.start("name"), match.end("name"), match["name"])
            for match in NAMED.finditer(text)
            if match.start("name") not in taken and not CALENDAR.match(match["name"])
        ]
        return sorted([*known, *unknown], key=lambda mention: mention.start)

    @lru_cache(maxsize=4)  # noqa: B019
    def topic(self, article: Article) -> str | None:
        """Return the place an article is most about: its most named one, the title counting more."""
        counts: Counter[str] = Counter()
        for weight, passage in ((TITLE_WEIGHT, article.title or ""), (1, article.text[:TOPIC_TEXT])):
            for match in self.pattern.finditer(passage):
                counts[self.by_name[match["name"].lower()]] += weight
        return max(counts, key=lambda place: counts[place], default=None)

    def last(self, text: str) -> list[str]:
        """Return the places that a text names, the last one first."""
        return [mention.place for mention in reversed(self.mentions(text))]

    def are_related(self, one: str, other: str) -> bool:
        """Tell whether one of two places lies in the other."""
        return self.lies_in(one, other) or self.lies_in(other, one)

    def lies_in(self, place: str | None, outer: str | None) -> bool:
        """Tell whether a place is another one or a part of it."""
        while place is not None:
            if place == outer:
                return True
            place = self.part_of.get(place)
        return False


def governing(
    mentions: Sequence[Mention], link: Link, relation: Relation | None
) -> Nearness | None:
    """Return the mention that the grammar holds nearest to a count, with how near (0 is nearest).

    A place stands to the verb ("killed in …"), to the counted ("people in …", "the town's …"), to
    the clause around ("…, where 12 were killed"), or at least in the same sentence.
    """
    near = [
        Nearness(mention.place, distance)
        for mention in mentions
        if (distance := _distance(mention, link, relation)) is not None
    ]
    return min(near, key=lambda found: found.distance, default=None)


def _distance(mention: Mention, link: Link, relation: Relation | None) -> float | None:
    token = _root(link.top.doc, mention)
    own = {link.top, link.head}
    said = None if relation is None else relation.token
    if token.dep_ in ("poss", "compound", "amod", "nmod"):
        if token.head not in own and token.head != said:
            return None
        return 0.0 if relation and relation.role in ("noun", "head", "possessed") else 1.5
    for clause in token.children:
        if clause.dep_ == "relcl" and clause.is_ancestor(link.top):
            return 0.2
    if token.dep_ == "nsubj":
        return 0.4 if token.head in link.top.ancestors and token.head.lemma_ == "be" else None
    if (
        token.dep_ == "pobj"
        and token.head.lower_ == "of"
        and token.head.head.lemma_ in GENERIC_PLACES
    ):
        token = token.head.head  # "into the city of …"
    if token.dep_ != "pobj" or token.head.lower_ not in LOCATIVE:
        return None
    attached = token.head.head
    if attached == said:
        return 0.0
    if attached in own:
        return 0.3
    steps = next((n for n, node in enumerate(link.top.ancestors) if node == attached), None)
    if steps is not None:
        return 2.0 + steps
    return 4.0 + abs(token.i - link.top.i) / 10


def refers_back(link: Link, relation: Relation | None) -> bool:
    """Tell whether a count is in "this town": a place that was named before."""
    nodes = {link.top, link.head, None if relation is None else relation.token} - {None}
    return any(
        noun.lemma_ in GENERIC_PLACES
        for node in nodes
        if node is not None
        for preposition in node.children
        if preposition.dep_ == "prep" and preposition.lower_ in LOCATIVE
        for noun in preposition.children
    )


def _root(doc: Doc, mention: Mention) -> Token:
    """Return the token of a mention that hangs on the rest of the sentence."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return doc[0] if span is None else span.root
