"""Which series of the catalogue a count continues, if any.

Belongs here: the conditions that a count must meet. Not here: finding them out.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Series
from assets.core.facts.reading import Reading

# The noun classes, and the adjectives of armed forces, by which a toll is one of a part only.
GROUPS: Final = ("folk", "hostages", "soldiers", "fighters", "women_and_children")
EARLIER: Final = frozenset(("previous", "previously", "earlier", "initial", "initially", "former"))
BOTH_SIDES: Final = re.compile(r"\b(?:on|for|from) (?:both|all) sides\b", re.IGNORECASE)
# Two joined leave out fewer than either: "Israeli and foreign". Words with hyphens leave out none.
QUALIFIER: Final = re.compile(r"(?<![\w-])[^\W\d_]+(?: and [^\W\d_]+)?(?![\w-])")
MOSTLY: Final = frozenset(("mostly", "mainly", "largely", "own"))  # these leave nobody out
BRANCHES: Final = ("military", "civilian", "army", "police")


@dataclass(frozen=True, slots=True)
class Count:
    """What is known of a count when its series is asked for.

    `classes` are those of the counted noun, `qualifiers` the words before it in lower case; `place`
    is None where neither words nor event tell it. `size` is the value, of a vague count the most
    that the words allow: "more than 100" is said of 130, not of 9,000. A definite part ("nine of
    the guests") has a whole without a number. It `is_placed` if its own words tell the place.
    """

    metric: str
    kind: str | None
    place: str | None
    event: str | None
    size: float | None
    is_definite_part: bool
    is_placed: bool
    classes: frozenset[str]
    qualifiers: frozenset[str]


def count_of(reading: Reading, catalogue: Catalogue) -> Count:
    """Return what a reading says of its count."""
    words = (reading.counted or "").lower().replace(",", " ").split()
    of_toll = whose_toll(reading, catalogue)
    head = reading.link.head
    told = reading.relation
    of_metric = frozenset((told.token.lower_,) if told else ())  # "injured people" are no part
    named = words.index(head.lower_) if head is not None and head.lower_ in words else -1
    before = [word for word in words[:named] if word not in MOSTLY]
    return Count(
        metric=reading.metric or "",
        kind=reading.kind,
        place=reading.place,
        event=reading.event,
        size=size_of(reading),
        is_definite_part=reading.frame.definite,
        is_placed=reading.is_placed,
        classes=reading.classes,
        qualifiers=(frozenset(QUALIFIER.findall(" ".join(before))) - of_metric) | of_toll,
    )


def size_of(reading: Reading) -> float | None:
    """Return the value of a count, or the most that is told of it."""
    quantity = reading.quantity
    return quantity.high if quantity.value is None else quantity.value


def whose_toll(reading: Reading, catalogue: Catalogue) -> frozenset[str]:
    """Return the words before a toll that say whose it is: "British", "military"."""
    told = reading.relation
    if told is None or not reading.link.is_level:
        return frozenset()
    before = [c.lower_ for c in told.token.children if c.dep_ in ("amod", "compound", "nmod")]
    return frozenset(before) & _whose(catalogue)


@lru_cache(maxsize=4)
def _whose(catalogue: Catalogue) -> frozenset[str]:
    """Return the words that tell whose dead a toll counts: of countries, peoples and groups."""
    adjectives = (a.lower() for country in catalogue.countries.values() for a in country.adjectives)
    peoples = (people for place in catalogue.places.values() for people in place.people)
    groups = (
        word for nouns in catalogue.nouns.values() if nouns.id in GROUPS for word in nouns.words
    )
    return frozenset((*adjectives, *peoples, *groups, *BRANCHES))


def is_of_both_sides(reading: Reading) -> bool:
    """Tell a count of all who fell in a war, whichever side they were of."""
    return BOTH_SIDES.search(reading.sentence.text) is not None


def is_superseded(reading: Reading) -> bool:
    """Tell "the previous toll of 18" from the toll of today."""
    told = reading.relation
    if told is None:
        return False
    return any(child.lower_ in EARLIER for child in told.token.children)


def series_of(count: Count, catalogue: Catalogue, article_text: str) -> str | None:
    """Return the one series that a count continues, None if none or more than one fits."""
    sums = (i for i in catalogue.identities.values() if i.relation == "sum")
    parts = {part for identity in sums for part in identity.parts}
    fitting = [
        series.id
        for series in catalogue.series.values()
        if series.metric == count.metric
        and (series.id in parts or not count.is_definite_part)
        and _fits(series, count, article_text)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _fits(series: Series, count: Count, article_text: str) -> bool:
    return (
        _is_whole(series, count)
        and _is_timed(series, count)
        and _is_placed(series, count, article_text)
    )


def _is_whole(series: Series, count: Count) -> bool:
    if count.size is not None and count.size < series.least:
        return False
    qualified = count.qualifiers - set(series.allows)
    return bool(count.classes.intersection(series.counted)) and not qualified


def _is_timed(series: Series, count: Count) -> bool:
    if series.kind == "stock":
        return count.kind == "stock"
    if count.event is not None and count.event in series.events:
        return True
    if count.kind != series.kind:
        return False
    if count.event is None:
        return series.kind == "cumulative" or bool(series.topic) or _is_told_where(series, count)
    return count.event == series.event


def _is_told_where(series: Series, count: Count) -> bool:
    """Tell a count said to be of the place whose size only the event has."""
    if series.sizes is None or count.size is None or not count.is_placed:
        return False
    least, most = series.sizes
    return count.place == series.place and least <= count.size <= most


def _is_placed(series: Series, count: Count, article_text: str) -> bool:
    if series.place is None or count.place == series.place or count.place in series.near:
        return True
    return count.place is None and any(word in article_text for word in series.topic)
