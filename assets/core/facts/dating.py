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
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Event
from assets.core.facts.authorities import Names, lexicon, words_of
from assets.core.facts.days import Days, days_in
from assets.core.facts.tree import FINITE_TAGS, VERB_TAGS, meeting_paths, token_at
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Article, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

THEN: Final = re.compile(r"\b(?:since then|ever since)\b", re.IGNORECASE)
LOOK_BACK: Final = 600  # code points before the sentence in which "then" was named
Cues = dict[str, frozenset[str]]

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
    if counted and counted.relation == "in" and counted.days.is_near and _is_short(counted.days):
        return counted.days.last, "weekday"
    return published, "published" if published else None


def _is_short(days: Days) -> bool:
    return days.last - days.first <= ONE_DAY


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


def _bond(days: Days, dated: "Token", token: "Token", cues: Cues) -> Bond | None:
    """Return how days and quantity hang together in the tree, or None if they do not."""
    above_days, above_quantity = meeting_paths(dated, token)
    if above_days[-1] != above_quantity[-1] or _is_ahead(above_days, cues):
        return None
    meeting, below_days, below_quantity = above_days[-1], above_days[:-1], above_quantity[:-1]
    relation = _relation(below_days, cues)
    length = len(above_days) + len(above_quantity)
    if any(_is_content_of_report(step, cues) for step in below_quantity):
        return Bond(days, "report", length)
    verb = next((step for step in above_quantity if step.tag_ in VERB_TAGS), None)
    if (
        relation == "unrelated"
        or _is_apart(below_days)
        or any(_is_content_of_report(step, cues) for step in below_days)
        or (meeting.tag_ in VERB_TAGS and any(step.dep_ == "relcl" for step in below_quantity))
    ):
        return None
    if verb is not None and relation in {"in", "after"}:
        at_once = meeting == verb and relation == "in" and _is_time_of_clause(below_days)
        if verb.lemma_ in cues["level"]:
            relation = "level" if at_once else "since"
        elif _is_up_to_now(verb) and not at_once:
            relation = "since"
    return Bond(days, relation, length)


def _relation(path: "list[Token]", cues: Cues) -> str:
    """Return the word that ties days to what they date: since, before, until, as, by, after, in."""
    for step in path:
        for word in (step, *(child for child in step.children if child.dep_ == "mark")):
            if word.lower_ in cues["time_ties"]:
                return word.lower_
            if word.dep_ == "prep" and word.lower_ in cues["no_time"]:
                return "unrelated"
    return "in"


def _is_apart(path: "list[Token]") -> bool:
    """Tell whether days belong to another number, an aside or a place with a story of its own."""
    for step, above in pairwise(path):
        if step.dep_ == "relcl" and above.tag_ in {"NNP", "NNPS"}:
            return True
    for step in path:
        if step.dep_ == "advcl" and step.tag_ in FINITE_TAGS and not _is_of_time(step):
            return True
    return any(
        step.dep_ == "appos" or (step.tag_ == "CD" and step.dep_ != "conj") for step in path[1:]
    )


def _is_of_time(clause: "Token") -> bool:
    """Tell whether a clause says when: "when fighters stormed the town on Friday"."""
    return any(
        child.lower_ in {"when", "after", "since", "before", "until"} for child in clause.children
    )


def _is_ahead(path: "list[Token]", cues: Cues) -> bool:
    """Tell whether the verb that days stand by speaks of what is still to come."""
    verb = next((step for step in path if step.tag_ in VERB_TAGS), None)
    if verb is None:
        return False
    auxiliaries = {child.lower_ for child in verb.children}
    return bool(auxiliaries & cues["prospect"]) or (verb.tag_ == "VB" and "to" in auxiliaries)


def _is_content_of_report(step: "Token", cues: Cues) -> bool:
    return step.dep_ == "ccomp" and step.head.lemma_ in cues["saying"]


def _is_time_of_clause(path: "list[Token]") -> bool:
    """Tell whether days stand beside the verb ("died on Friday"), not inside one of its nouns."""
    return all(step.dep_ in {"pobj", "prep", "npadvmod", "nummod", "advmod"} for step in path)


def _is_up_to_now(verb: "Token") -> bool:
    """Tell whether a verb, or the one it is joined to, counts up to the present: "has killed"."""
    verbs = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    return any(child.lower_ in {"has", "have", "'ve"} for word in verbs for child in word.children)


def _all_days(sentence: Sentence, article: Article, catalogue: Catalogue) -> Iterator[Days]:
    """Yield the days that a sentence names by date, by event or by "since then"."""
    days = days_in(sentence.text, article.published_on)
    yield from days
    if not days:
        yield from _events_in(sentence.text, article, catalogue)
    for match in THEN.finditer(sentence.text):
        before = [found for found in days if found.end <= match.start()]
        text = article.text[max(0, sentence.start - LOOK_BACK) : sentence.start]
        earlier = before or days_in(text, article.published_on)
        if earlier:
            yield replace(earlier[-1], start=match.start(), end=match.end())


def _events_in(text: str, article: Article, catalogue: Catalogue) -> Iterator[Days]:
    """Yield the days of the events that a text names; one that goes on lasts to publication."""
    words = words_of(text)
    found = {
        (name.first, name.last): name.meaning
        for name in _event_names(catalogue).find(words)
        if _was_before(catalogue.events[name.meaning], article)
    }
    for name in _short_event_names(catalogue).find(words):
        event = _spoken_of(article, catalogue)
        if event is not None and name.meaning == event:
            found.setdefault((name.first, name.last), event)
    for (first, last), event_id in found.items():
        event = catalogue.events[event_id]
        end = event.end or article.published_on or event.start
        yield Days(words[first].start, words[last - 1].end, event.start, end)


def _was_before(event: Event, article: Article) -> bool:
    return article.published_on is None or article.published_on >= event.start


@lru_cache(maxsize=64)
def _spoken_of(article: Article, catalogue: Catalogue) -> str | None:
    """Return the event with short names whose place the article names most."""
    spoken = {
        event.id: sum(article.text.count(name) for name in _place_names(event, catalogue))
        for event in catalogue.events.values()
        if event.short_names and _was_before(event, article)
    }
    most = max(spoken, key=lambda event_id: spoken[event_id], default=None)
    return most if most and spoken[most] else None


def _place_names(event: Event, catalogue: Catalogue) -> tuple[str, ...]:
    place = catalogue.places.get(event.place or "")
    return tuple(filter(None, (event.place, *(place.names if place else ()))))


@lru_cache(maxsize=4)
def _event_names(catalogue: Catalogue) -> Names:
    return Names((name, event.id) for event in catalogue.events.values() for name in event.names)


@lru_cache(maxsize=4)
def _short_event_names(catalogue: Catalogue) -> Names:
    return Names(
        (name, event.id) for event in catalogue.events.values() for name in event.short_names
    )
