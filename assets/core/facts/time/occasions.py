"""The days that a sentence names: by dates, by events of the catalogue, by "since then".

Belongs here: which events an article can mean. Not here: reading dates (`days.py`), what the days
are said of (`bonds.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Event
from assets.core.facts.text.names import Name, Names, Word, words_of
from assets.core.facts.text.sentence import Article
from assets.core.facts.time.days import Days, days_in

THEN: Final = re.compile(r"\b(?:since then|ever since)\b", re.IGNORECASE)
LOOK_BACK: Final = 600  # code points before the sentence in which "then" was named


@lru_cache(maxsize=8)  # the quantities of a sentence ask one after the other
def days_named(start: int, end: int, article: Article, catalogue: Catalogue) -> tuple[Days, ...]:
    """Return the days named in the sentence `text[start:end]`, offsets counting from its start."""
    text = article.text[start:end]
    dates = days_in(text, article.published_on)
    before = article.text[max(0, start - LOOK_BACK) : start]
    then = tuple(_since_then(text, before, dates, article))
    return (*dates, *then, *_of_events(text, article, catalogue))


def _since_then(
    text: str, before: str, dates: tuple[Days, ...], article: Article
) -> Iterator[Days]:
    """Yield the days that "since then" points back to, last named before it."""
    for match in THEN.finditer(text):
        earlier = [days for days in dates if days.end <= match.start()]
        earlier = earlier or list(days_in(before, article.published_on))
        if earlier:
            yield replace(earlier[-1], start=match.start(), end=match.end())


def _of_events(text: str, article: Article, catalogue: Catalogue) -> Iterator[Days]:
    """Yield the days of the events that a text names; one that goes on reaches to publication."""
    words = words_of(text)
    published = article.published_on
    for name in _meant(_names(catalogue).find(words), words, article, catalogue):
        event = catalogue.events[name.meaning]
        if event.end is None and published is None:
            continue
        start, end = words[name.first].start, words[name.last - 1].end
        last = event.end or published or event.start
        yield Days(start, end, event.start, last, is_fresh=event.end is None, is_event=True)


def _meant(
    found: Iterator[Name], words: list[Word], article: Article, catalogue: Catalogue
) -> Iterator[Name]:
    """Yield the names of events that the article can mean, of a short name the one it speaks of."""
    for name in found:
        event = catalogue.events[name.meaning]
        said = " ".join(word.key for word in words[name.first : name.last])
        is_short = any(said == short.lower() for short in event.short_names)
        if _has_been(event, article) and (
            not is_short or event.id == _spoken_of(article, catalogue)
        ):
            yield name


def _has_been(event: Event, article: Article) -> bool:
    return article.published_on is None or article.published_on >= event.start


@lru_cache(maxsize=8)
def _spoken_of(article: Article, catalogue: Catalogue) -> str | None:
    """Return the event with short names whose place the article names most."""
    spoken = {
        event.id: sum(article.text.count(name) for name in _place_names(event, catalogue))
        for event in catalogue.events.values()
        if event.short_names and _has_been(event, article)
    }
    most = max(spoken, key=lambda event: spoken[event], default=None)
    return most if most and spoken[most] else None


def _place_names(event: Event, catalogue: Catalogue) -> tuple[str, ...]:
    place = catalogue.places.get(event.place or "")
    return tuple(filter(None, (event.place, *(place.names if place else ()))))


@lru_cache(maxsize=4)
def _names(catalogue: Catalogue) -> Names:
    return Names(
        (name, event.id)
        for event in catalogue.events.values()
        for name in (*event.names, *event.short_names)
    )
