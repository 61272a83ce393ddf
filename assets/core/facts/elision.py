"""What a quantity counts that leaves its noun out: "killed seven people and injured 11".

Belongs here: finding the quantity before that says it, and what of it carries over. Not here: the
grammar of the quantity itself (`linking.py`).
"""

from collections.abc import Sequence

from assets.core.facts.reading import Reading
from assets.core.facts.triggers import Lexicon

PRONOUNS = frozenset(("others", "other", "more", "those", "whom", "them"))
COUNTABLE = frozenset(("count", "fraction"))


def is_elided(reading: Reading) -> bool:
    """Tell whether a quantity leaves out its noun, or says "others" for it."""
    head = reading.link.head
    return head is None or head.lower_ in PRONOUNS


def source_of(reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """Return the quantity before that says what this one counts.

    Over the border of a sentence only a count with a metric carries: "Ten people died. Three …".
    """
    if reading.whole is not None:
        return reading.whole
    if not is_elided(reading) or reading.quantity.unit not in (*COUNTABLE, "percent"):
        return None
    for candidate in reversed(earlier):
        is_near = candidate.sentence is reading.sentence or candidate.metric is not None
        if is_near and candidate.counted and _are_alike(reading, candidate):
            return candidate
    return None


def _are_alike(one: Reading, other: Reading) -> bool:
    units = {one.quantity.unit, other.quantity.unit}
    return not other.frame.subset and (len(units) == 1 or units <= COUNTABLE)


def carries_metric(reading: Reading, source: Reading) -> bool:
    """Tell whether a quantity without a verb of its own is of its source's metric.

    So are a part ("including 44 children"), an addition ("another 9"), and a count whose metric the
    noun alone told ("120 votes in favour, 14 against").
    """
    if reading.whole is source:
        return True
    if reading.link.head is not None or source.relation is None:
        return False
    is_same = reading.sentence is source.sentence
    return (is_same and reading.frame.further) or source.relation.role == "noun"


def counted_by(reading: Reading, lexicon: Lexicon) -> str | None:
    """Return what is counted: as written, as in the quantity before, or by the metric."""
    meaning, source, written = reading.meaning, reading.source, reading.link.counted
    inherited = source.counted if source else None
    if meaning is None or reading.whole is not None or (source and meaning is source.meaning):
        return written or inherited
    if meaning.relation.role == "head":
        return meaning.trigger.counts or written
    if not is_elided(reading):
        return written
    wanted = lexicon.classes_of_words(meaning.metric.counts)
    for phrase in (written, inherited):
        if wanted & lexicon.classes_of_words(phrase):
            return phrase
    return meaning.metric.counts
