"""Which days a figure counts and which day it holds for.

Belongs here: choosing among the days that a sentence names. Not here: how they hang together with
the quantity (`bonds.py`). The time of reporting ("said on Thursday") is the day that a figure holds
for, never that of what it counts.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Event
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.text.cues import cues_of
from assets.core.facts.text.sentence import Article, Sentence
from assets.core.facts.text.tree import token_at
from assets.core.facts.time.bonds import Bond, bond_of
from assets.core.facts.time.days import ONE_DAY
from assets.core.facts.time.occasions import days_named


@dataclass(frozen=True, slots=True)
class Dating:
    """The days `window_start` to `window_end` that are counted, and `as_of` the figure holds.

    A side that is open is None; both are where no words tell the window.
    """

    window_start: date | None
    window_end: date | None
    as_of: date | None
    as_of_source: str | None


def date_of(
    sentence: Sentence, quantity: Quantity, article: Article, catalogue: Catalogue
) -> Dating:
    """Return the days of a quantity as far as its sentence tells them."""
    bonds = list(_bonds(sentence, quantity, article, catalogue))
    window = _window(_counted(bonds))
    held = _nearest(bonds, {"level", "as", "by"}) or _nearest(bonds, {"report"})
    return Dating(*window, *_as_of(held, article.published_on))


def settled(dating: Dating, kind: str | None, since: date | None, event: Event | None) -> Dating:
    """Return a dating made whole by what the count turned out to be.

    A level has no window but one before an event; a running total runs on from `since`; a count of
    an event that is over is of its days where no words tell others.
    """
    start, end = dating.window_start, dating.window_end
    if kind == "stock" and start:
        return replace(dating, window_start=None, window_end=None)
    if kind == "cumulative" and not (end and start is None):
        is_open = start is not None and end is None
        return replace(dating, window_start=start if is_open else since or start, window_end=None)
    if kind == "increment" and event and event.end and not (start or end):
        return replace(dating, window_start=event.start, window_end=event.end)
    return dating


def _bonds(
    sentence: Sentence, quantity: Quantity, article: Article, catalogue: Catalogue
) -> Iterator[Bond]:
    parse = sentence.parse
    counted = parse and token_at(parse, quantity.start, quantity.end)
    if not parse or not counted:
        return
    cues = cues_of(catalogue)
    for days in days_named(sentence.start, sentence.end, article, catalogue):
        if days.end <= quantity.start or quantity.end <= days.start:
            dated = token_at(parse, days.start, days.end)
            if dated is not None and (bond := bond_of(days, dated, counted, cues)):
                yield bond


def _nearest(bonds: list[Bond], ties: Collection[str]) -> Bond | None:
    return min((b for b in bonds if b.tie in ties), key=lambda bond: bond.length, default=None)


def _counted(bonds: list[Bond]) -> Bond | None:
    """Return the bond that tells the window: a date, unless an event says which of its days."""
    counting = [b for b in bonds if b.tie in {"since", "before", "until", "after", "in"}]
    ties = {bond.tie for bond in counting}
    date_bond = _nearest([b for b in counting if not b.days.is_event], ties)
    event_bond = _nearest([b for b in counting if b.days.is_event], ties)
    if date_bond is None or event_bond is None:
        return date_bond or event_bond
    within = date_bond.days.first <= event_bond.days.first <= event_bond.days.last
    return event_bond if within and event_bond.days.last <= date_bond.days.last else date_bond


def _window(bond: Bond | None) -> tuple[date | None, date | None]:
    """Return the first and last day counted."""
    if bond is None:
        return None, None
    if bond.tie == "since":
        return bond.days.first, None
    if bond.tie in {"before", "until"}:
        return None, bond.days.first - ONE_DAY
    return bond.days.first, bond.days.last


def _as_of(bond: Bond | None, published: date | None) -> tuple[date | None, str | None]:
    """Return the day that the figure holds for, and what says so."""
    if bond is None:
        return published, "published" if published else None
    is_weekday = bond.days.is_near and bond.tie not in {"as", "by"}
    return bond.days.last, "weekday" if is_weekday else "stated"
