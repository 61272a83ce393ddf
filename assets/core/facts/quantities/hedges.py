"""Hedges: the words that make a number a bound of the truth, and the interval they leave.

Belongs here: tables of hedges before and after a number, and finding them. Not here: vague number
words (`vague.py`) and ranges (`ranges.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from assets.core.facts.quantities.numerals import either
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.quantities.units import DURATIONS

BEFORE: Final[Mapping[str, tuple[str, ...]]] = {
    "at_least": (
        "at least", "at the very least", "no fewer than", "no less than", "not less than",
        "not fewer than", "a minimum of", "as few as", "as little as", "as low as",
    ),
    "more_than": (
        "more than", "greater than", "higher than", "larger than", "bigger than", "longer than",
        "over", "above", "upwards? of", "in excess of", "north of", "beyond",
        "exceed(?:s|ed|ing)?", "surpass(?:es|ed|ing)?", ">",
    ),
    "at_most": (
        "up to", "no more than", "not more than", "no greater than", "at most", "as many as",
        "as much as", "as high as", "as long as", "a maximum of", "no longer than",
        "no higher than",
    ),
    "less_than": (
        "fewer than", "less than", "lower than", "smaller than", "shorter than", "under", "below",
        "nearly", "almost", "short of", "shy of", "approach(?:es|ed|ing)?", "nearing",
        "not quite", "<",
    ),
    "approximately": (
        "about", "around", "some", "roughly", "approximately", r"approx\.?", "circa", "~",
        "close to", "near", "estimated", "an estimated", "estimated at", "in the region of",
    ),
}  # fmt: skip
AFTER: Final[Mapping[str, tuple[str, ...]]] = {
    "at_least": (
        r"\s+or\s+(?:more|above|over|higher|greater)", r"\s+and\s+(?:above|over|up)", r"\s?\+",
        r"[\s-]plus(?!\s+\d)", r",?\s+at\s+(?:the\s+very\s+)?least",
    ),
    "at_most": (
        r"\s+or\s+(?:less|fewer|under|below|lower)", r",?\s+at\s+(?:the\s+)?most",
    ),
    "approximately": (r"\s+or\s+so", r"[\s-]odd", "-ish", r",?\s+give\s+or\s+take"),
}  # fmt: skip
# Verbs that say "more than" of a mark that is reached, and other things of a small number.
MILESTONE_VERBS: Final = (
    "pass(?:es|ed|ing)?", "top(?:s|ped|ping)", "to top", "cross(?:es|ed|ing)?",
    "breach(?:es|ed|ing)?",
    r"(?:ros|ris|climb|mov|push|soar|jump|surg|go|went|gone|grow|grew)\w* past",
)  # fmt: skip
LEAST_MILESTONE: Final = 100
REACH: Final = 48  # code points; no hedge of the tables is longer


def _named(table: Mapping[str, tuple[str, ...]]) -> str:
    """Return a pattern of a table's phrases, in a group a bound."""
    return "|".join(
        f"(?P<{bound}>{either(phrases)})".replace(" ", r"\s+") for bound, phrases in table.items()
    )


_BEFORE: Final = re.compile(
    r"(?<!\w)(?:(?:just|well|slightly|far|significantly|considerably|much|a\s+little)\s+)?"
    rf"(?:{_named({**BEFORE, 'milestone': MILESTONE_VERBS})})\s*(?:\sanother\s+)?\Z",
    re.IGNORECASE,
)
_A_HALF: Final = re.compile(r"(?<=\s)an?\s+(?=half)", re.IGNORECASE)  # "more than a half-dozen"
_AFTER: Final = re.compile(rf"(?:{_named(AFTER)})(?!\w)", re.IGNORECASE)
_OF_PLACE: Final = frozenset(("over", "under", "about", "around", "above", "below", "near"))
_AT_LENGTH: Final = re.compile(
    r"\b(?:for|of|in|after|by|last(?:s|ed|ing)|sp[ae]n[tds]|tak(?:es|en)|took|been|is|was|with)"
    r"\s+\Z",
    re.IGNORECASE,
)
_PHRASAL: Final = re.compile(
    r"\b(?:hand|turn|tak|took|tick|carr|win|won|sign|look|mull|fl(?:y|ew|own)|pass)\w*\s+\Z",
    re.IGNORECASE,
)
_AGO: Final = re.compile(r"\s+(?:ago|old|later|earlier|long)\b", re.IGNORECASE)
_TOPIC: Final = re.compile(
    r"\b(?:talk|think|thought|know|learn|hear|heard|ask|tell|told|speak|spoke|read|wrote|writing"
    r"|worr|concern|question|information|stor|film|book|news|detail|complain|debate|discussion)\w*"
    r"\s+\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words at `text[start:end]` that bound a number."""

    bound: str
    start: int
    end: int


def hedge_before(text: str, start: int) -> Hedge | None:
    """Return the hedge that ends where a number starts; its bound may be `milestone`."""
    if text[start : start + 4].lower() == "half":
        article = _A_HALF.search(text, max(0, start - 3), start + 4)
        start = article.start() if article and article.end() == start else start
    found = _BEFORE.search(text, max(0, start - REACH), start)
    if found is None or found.lastgroup is None:
        return None
    return Hedge(found.lastgroup, found.start(), found.end(found.lastgroup))


def hedge_after(text: str, end: int) -> Hedge | None:
    """Return the hedge that starts where a number or its unit ends."""
    found = _AFTER.match(text, end)
    if found is None or found.lastgroup is None:
        return None
    words = found.group().lstrip(", \n")
    return Hedge(found.lastgroup, found.end() - len(words), found.end())


def bounded(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity with what the hedge before or after it, if any, makes of it."""
    hedge = hedge_before(text, quantity.start)
    if hedge is None or _bounds_nothing(text, hedge, quantity):
        hedge = hedge_after(text, quantity.end) or hedge_after(text, quantity.unit_end)
    if hedge is None:
        return quantity
    quantity = replace(quantity, hedge_start=hedge.start, hedge_end=hedge.end)
    if quantity.value is None:
        return quantity
    bound = "more_than" if hedge.bound == "milestone" else hedge.bound
    low, high = interval(bound, quantity.value)
    return replace(quantity, bound=bound, low=low, high=high)


def _bounds_nothing(text: str, hedge: Hedge, quantity: Quantity) -> bool:
    """Tell a mark that is passed from a bill that is, "over" from "during", "about" from "on"."""
    words = text[hedge.start : hedge.end].lower()
    if hedge.bound == "milestone":
        return quantity.value is not None and quantity.value < LEAST_MILESTONE
    if words == "about" and _TOPIC.search(text, max(0, hedge.start - 16), hedge.start):
        return True
    if words in _OF_PLACE and quantity.value == 1 and quantity.unit == "count":
        return True  # "under one roof"
    if words != "over":
        return False
    if quantity.unit not in DURATIONS:  # "handed over 11 hostages"
        return _PHRASAL.search(text, max(0, hedge.start - 12), hedge.start) is not None
    at_length = _AT_LENGTH.search(text, max(0, hedge.start - 12), hedge.start)
    return not at_length and not _AGO.match(text, quantity.unit_end)


def interval(bound: str, value: float) -> tuple[float | None, float | None]:
    """Return the low and high that a bounded value allows; None leaves a side open.

    >>> interval("more_than", 100.0), interval("less_than", 40.0), interval("approximately", 7.0)
    ((100.0, None), (None, 40.0), (7.0, 7.0))
    """
    if bound in {"at_least", "more_than"}:
        return value, None
    if bound in {"at_most", "less_than"}:
        return None, value
    return value, value
