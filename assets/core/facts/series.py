"""Which series of the catalogue a count continues, if any.

Belongs here: the conditions that a count must meet. Not here: finding them out.
"""

from dataclasses import dataclass

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Series
from assets.core.facts.reading import Reading


@dataclass(frozen=True, slots=True)
class Count:
    """What is known of a count when its series is asked for.

    `classes` are those of the counted noun, `qualifiers` the words before it in lower case; `place`
    is None where neither words nor event tell it; `greatest` is the most that the words allow, None
    if they leave it open. A definite part ("nine of the guests") has a whole without a number.
    """

    metric: str
    kind: str | None
    place: str | None
    event: str | None
    greatest: float | None
    is_definite_part: bool
    classes: frozenset[str]
    qualifiers: frozenset[str]


def count_of(reading: Reading) -> Count:
    """Return what a reading says of its count."""
    words = (reading.counted or "").lower().split()
    head = reading.link.head
    named = words.index(head.lower_) if head is not None and head.lower_ in words else -1
    return Count(
        metric=reading.metric or "",
        kind=reading.kind,
        place=reading.place,
        event=reading.event,
        greatest=reading.quantity.high,
        is_definite_part=reading.frame.definite,
        classes=reading.classes,
        qualifiers=frozenset(word for word in words[:named] if word.isalpha()),
    )


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
    if count.greatest is not None and count.greatest < series.least:
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
        return series.kind == "cumulative" or bool(series.topic)
    return count.event == series.event


def _is_placed(series: Series, count: Count, article_text: str) -> bool:
    if series.place is None or count.place == series.place or count.place in series.near:
        return True
    return count.place is None and any(word in article_text for word in series.topic)
