"""Which days a figure counts and which day it holds for.

Belongs here: the days that a sentence gives to its quantity, by the parse. Not here: reading the
words of a day (`days.py`). The time of reporting ("said on Thursday") dates what is said: the day
the figure holds for, never the event.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Event
from assets.core.facts.authorities import Names, lexicon, words_of
from assets.core.facts.days import Days, days_in
from assets.core.facts.grammar import token_at
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Article, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

THEN: Final = re.compile(r"\b(?:since then|ever since)\b", re.IGNORECASE)
LOOK_BACK: Final = 600  # code points before the sentence in which "then" was named
ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dating:
    """The days `window_start` to `window_end` that are counted; `as_of` the figure holds."""

    window_start: date | None
    window_end: date | None
    as_of: date | None
    as_of_source: str | None


@dataclass(frozen=True, slots=True)
class Bond:
    """How days in a sentence hang together with its quantity.

    `relation` is the word that ties them (since, before, as, by …) or "report" where they date the
    reporting or "level" where they date a level that a total reached; `length` is steps in the tree.
    """

    days: Days
    relation: str
    length: int


def date_of(
    sentence: Sentence, quantity: Quantity, article: Article, catalogue: Catalogue
) -> Dating:
    """Return the days of a quantity; None where neither words nor a publication day tell them."""
    bonds = list(_bonds(sentence, quantity, article, catalogue))
    reported = _nearest(bonds, {"report"})
    level = _nearest(bonds, {"level", "as", "by"})
    counted = _nearest(bonds, {"since", "before", "until", "after", "in"})
    start, end = _window(counted) if counted else (None, None)
    as_of, source = _as_of(level or reported, counted, article.published_on)
    return Dating(start, end, as_of, source)


def _nearest(bonds: list[Bond], relations: set[str]) -> Bond | None:
    fitting = [bond for bond in bonds if bond.relation in relations]
    return min(fitting, key=lambda bond: bond.length, default=None)


def _window(bond: Bond) -> tuple[date | None, date | None]:
    """Return the first and last day counted; None where the window is open."""
    days = bond.days
    if bond.relation == "since":
        return days.first, None
    if bond.relation in {"before", "until"}:
        return None, days.first - ONE_DAY
    return days.first, days.last


def _as_of(
    told: Bond | None, counted: Bond | None, published: date | None
) -> tuple[date | None, str | None]:
    """Return the day that the figure holds for, and what says so."""
    if told:
        return told.days.last, "weekday" if told.days.is_near else "stated"
    if counted and counted.days.is_near and counted.relation == "in" and published:
        return counted.days.last, "weekday"
    return published, "published" if published else None


def _bonds(
    sentence: Sentence, quantity: Quantity, article: Article, catalogue: Catalogue
) -> Iterator[Bond]:
    parse = sentence.parse
    token = parse and token_at(parse, quantity.start, quantity.end)
    if not parse or not token:
        return
    cues = lexicon(catalogue).cues
    for days in _all_days(sentence, article, catalogue):
        if days.start < quantity.end and quantity.start < days.end:
            continue
        dated = token_at(parse, days.start, days.end)
        if dated is not None and (bond := _bond(days, dated, token, cues)):
            yield bond


def _bond(
    days: Days, dated: "Token", token: "Token", cues: dict[str, frozenset[str]]
) -> Bond | None:
    """Return how days and quantity hang together in the tree, or None if they do not."""
    above_days, above_quantity = _paths(dated, token)
    relation = _relation(above_days, cues)
    if relation == "unrelated":
        return None
    meeting = above_days[-1]
    length = len(above_days) + len(above_quantity)
    if any(_is_content_of_report(step, cues) for step in above_quantity[:-1]):
        return Bond(days, "report", length)
    if any(step.dep_ == "relcl" for step in above_quantity[:-1]) and meeting.pos_ == "VERB":
        return None
    if any(_is_content_of_report(step, cues) for step in above_days[:-1]):
        return None
    verb = next((step for step in above_quantity if step.pos_ in {"VERB", "AUX"}), None)
    if relation == "in" and verb is not None:
        if verb.lemma_ in cues["level"] and meeting == verb and _is_clause_time(above_days):
            return Bond(days, "level", length)
        if _is_up_to_now(verb) and not _is_clause_time(above_days):
            relation = "since"
    return Bond(days, relation, length)


def _paths(one: "Token", other: "Token") -> "tuple[list[Token], list[Token]]":
    """Return the ways up from two tokens to where they meet, that token included."""
    ups = [one, *one.ancestors], [other, *other.ancestors]
    meeting = next((token for token in ups[0] if token in ups[1]), ups[0][-1])
    first, second = (up[: up.index(meeting) + 1] if meeting in up else up for up in ups)
    return first, second


def _relation(path: "list[Token]", cues: dict[str, frozenset[str]]) -> str:
    """Return the word that ties days to what they date: since, before, until, as, by, after, in."""
    for step in path[:-1]:
        for word in (step, *(child for child in step.children if child.dep_ in {"mark", "case"})):
            if word.lower_ in cues["time_ties"]:
                return word.lower_
            if word.dep_ == "prep" and word.lower_ in cues["no_time"]:
                return "unrelated"
    return "in"


def _is_content_of_report(step: "Token", cues: dict[str, frozenset[str]]) -> bool:
    return step.dep_ == "ccomp" and step.head.lemma_ in cues["saying"]


def _is_clause_time(path: "list[Token]") -> bool:
    """Tell whether days stand beside the verb ("died on Friday"), not inside one of its nouns."""
    return all(step.dep_ in {"pobj", "prep", "npadvmod", "nummod", "advmod"} for step in path[:-1])


def _is_up_to_now(verb: "Token") -> bool:
    """Tell whether a verb counts up to the present: "has killed"."""
    return any(child.lower_ in {"has", "have", "'ve", "’ve"} for child in verb.children)


def _all_days(sentence: Sentence, article: Article, catalogue: Catalogue) -> Iterator[Days]:
    """Yield the days that a sentence names by date, by event or by "since then"."""
    days = days_in(sentence.text, article.published_on)
    yield from days
    yield from _events_in(sentence.text, article, catalogue)
    for match in THEN.finditer(sentence.text):
        before = [found for found in days if found.end <= match.start()]
        text = article.text[max(0, sentence.start - LOOK_BACK) : sentence.start]
        earlier = before or days_in(text, article.published_on)
        if earlier:
            yield replace(earlier[-1], start=match.start(), end=match.end())


def _events_in(text: str, article: Article, catalogue: Catalogue) -> Iterator[Days]:
    words = words_of(text)
    for name in _event_names(catalogue).find(words):
        event = catalogue.events[name.meaning]
        if _is_spoken_of(event, article):
            start, end = words[name.first].start, words[name.last - 1].end
            last = event.end or article.published_on or event.start
            yield Days(start, end, event.start, last)


def _is_spoken_of(event: Event, article: Article) -> bool:
    """Tell whether the article names the event's place and is not older than the event."""
    known = article.published_on is None or article.published_on >= event.start
    return known and (event.place is None or event.place in article.text)


@lru_cache(maxsize=4)
def _event_names(catalogue: Catalogue) -> Names:
    return Names((name, event.id) for event in catalogue.events.values() for name in event.names)
