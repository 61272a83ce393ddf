"""What a quantity counts that leaves its noun out: "killed seven people and injured 11".

Belongs here: finding the quantity before that says it, and what of it carries over. Not here: the
grammar of the quantity itself (`linking/linking.py`).
"""

import re
from collections.abc import Sequence

from assets.core.facts.linking.levels import TOLL
from assets.core.facts.linking.relations import SUBJECTS
from assets.core.facts.meaning.triggers import Lexicon
from assets.core.facts.reading import Reading
from assets.core.facts.text.tree import FINITE_TAGS, VERB_TAGS

LISTED = re.compile(
    r"[^A-Z.;:]{0,60}?(?:,|\band\b)(?:(?!\b(?:ha[sd]|have|is|are|was|were|while|as|after|when|that"
    r"|which|who|where|but)\b)[^A-Z.;:]){0,40}"
)
GOING_ON = re.compile(
    r"(?:(?:During|Over|In) (?:the|that) same (?:period|time)|In (?:all|total)|Altogether|Another"
    r"|A further)\b"
)
PEOPLE = frozenset(("anyone", "folk", "peoples", "women_and_children", "soldiers"))
MIN_PARTS = 2  # one that is as large is the same
COUNTABLE = frozenset(("count", "fraction"))


def source_of(reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """Return the quantity before that says what this one counts.

    Over the border of a sentence only a count with a metric carries: "Ten people died. Three …".
    """
    if reading.whole is not None:
        return reading.whole
    if not reading.link.is_elided or reading.quantity.unit not in (*COUNTABLE, "percent"):
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

    So are a part ("including 44 children"), an addition ("another 9"), an item of a list ("killed
    five in the town, two in the city"), a count whose metric the noun alone told ("120 votes in
    favour, 14 against"), and the other answers of a poll.
    """
    if reading.whole is source:
        return True
    if reading.link.head is not None or source.relation is None:
        return False
    told = reading.link.is_bare_total or _is_answer(reading, source)
    if told or source.relation.role == "noun":
        return True
    is_verbless = reading.frame.further and not _has_verb(reading)
    return reading.sentence is source.sentence and (is_verbless or _is_listed(reading, source))


def adds_to_another(reading: Reading, earlier: Sequence[Reading]) -> bool:
    """Tell "killed 12 and took another 40 hostage": 40 come on top of what they are not."""
    last = earlier[-1].metric if earlier else None
    return reading.frame.further and None not in (last, reading.metric) and last != reading.metric


def _is_answer(reading: Reading, source: Reading) -> bool:
    """Tell a share from a sentence of shares of those asked: "…, 9% had no view"."""
    is_of_asked = source.meaning is not None and source.meaning.metric.unit == "percent"
    return is_of_asked and reading.sentence is source.sentence


def _has_verb(reading: Reading) -> bool:
    verbs = (r.token.lemma_ for r in reading.link.relations if r.token.tag_ in VERB_TAGS)
    return any(verb not in ("have", "be") for verb in verbs)


def _is_listed(reading: Reading, source: Reading) -> bool:
    """Tell an item of a list from the subject or object of another verb."""
    between = reading.link.top.doc[source.link.last + 1 : reading.link.first]
    is_subject = reading.link.top.dep_ in SUBJECTS or reading.frame.is_whole
    return not is_subject and not any(token.tag_ in VERB_TAGS for token in between)


def are_listed(one: Reading, other: Reading) -> bool:
    """Tell items of one list: "12 were killed and 40 hurt"."""
    if None in (one.metric, other.metric) or one.sentence is not other.sentence:
        return False
    head, start = one.link.head, one.quantity.unit_end
    if head is not None and head.idx < other.quantity.start:
        start = max(start, head.idx + len(head))
    return LISTED.fullmatch(one.sentence.text, start, other.quantity.start) is not None


def named_by(reading: Reading) -> Reading:
    """Return the count that names what an elided one counts: of a part its whole.

    In "40 people died and 9 were taken hostage, thousands fled" the thousands are people.
    """
    if reading.whole is None and reading.link.is_elided and reading.source is not None:
        return named_by(reading.source)
    return reading.whole or reading


def is_item(one: Reading, other: Reading) -> bool:
    """Tell a further item that leaves out noun and verb: "15 over the sea, three over the port"."""
    if not other.link.is_elided or {one.quantity.unit, other.quantity.unit} != {"count"}:
        return False
    between = other.link.top.doc[one.link.last + 1 : other.link.first]
    return not any(t.tag_ in (*FINITE_TAGS, "MD") or t.text in ";:" for t in between)


def goes_on_from(reading: Reading, before: Sequence[Reading]) -> Reading | None:
    """Return the count of the sentence before that a further one goes on from.

    "Six died on the coast, the mayor said. In all, 40 people have died. Another two are missing."
    """
    metric = (reading.whole or reading).metric
    if metric is None or not GOING_ON.match(reading.sentence.text):
        return None
    return next((one for one in reversed(before) if one.metric == metric), None)


def split_up(readings: Sequence[Reading]) -> list[tuple[Reading, Reading]]:
    """Return parts, each with its whole: counts that split up one of a sentence before, all of it.

    "Six died. Two were at home and four at sea."
    """
    pairs = [(reading, _counted_before(reading)) for reading in readings]
    parts = [(part, whole) for part, whole in pairs if whole is not None and whole.metric]
    wholes = {whole for _, whole in parts}
    if len(parts) < MIN_PARTS or len(wholes) != 1:
        return []
    sizes = [part.quantity.value or 0 for part, _ in parts]
    return parts if sum(sizes) == wholes.pop().quantity.value else []


def _counted_before(reading: Reading) -> Reading | None:
    """Return the count of a sentence before that says what an elided one counts."""
    source = reading.source if reading.whole is None else None
    if source is not None and source.sentence is reading.sentence:
        return _counted_before(source)
    return source


def counted_by(reading: Reading, lexicon: Lexicon) -> str | None:
    """Return what is counted: as written, as in the quantity before, or by the metric."""
    meaning, source, written = reading.meaning, reading.source, reading.link.counted
    inherited = source.counted if source and source.quantity.value != 1 else None
    if meaning is None or reading.whole is not None or (source and meaning is source.meaning):
        return written or inherited
    if meaning.relation.role == "head" and reading.link.head in (None, meaning.relation.token):
        return meaning.trigger.counts or written
    if reading.link.head is not None and reading.link.head.lemma_ == TOLL:
        return meaning.metric.counts  # "a toll of 12 killed"
    if not reading.link.is_elided:
        return written
    wanted = lexicon.classes_of_words(meaning.metric.counts)
    for phrase in (written, inherited):
        classes = lexicon.classes_of_words(phrase)
        if wanted & classes or (classes & PEOPLE and wanted & PEOPLE):
            return phrase
    return meaning.metric.counts
