"""The quantity lexer: every quantity that a sentence states, with its exact words.

Belongs here: the order of work, and what two neighbouring numerals make together (ranges, changes).
Spellings are `numerals.py`, units `units.py`, hedges `hedges.py`, and what is refused `refusals.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assets.core.facts import refusals
from assets.core.facts.hedges import Hedge, hedge_after, hedge_before, interval
from assets.core.facts.numerals import (
    DIGITS,
    FRACTION,
    ODDS,
    SCALES,
    SHORT_SCALES,
    VAGUE,
    WORDS,
    odds,
    vague_word,
    worth,
)
from assets.core.facts.quantity import Quantity
from assets.core.facts.units import MONEY_BEFORE, currency_of, measure_after
from assets.core.facts.vague import policy

_SCAN: Final = re.compile(
    rf"(?<!\w)(?<!\d[.,])(?:(?P<refused>{refusals.REFUSED})"
    rf"|(?P<odds>{ODDS})(?!\s+(?:hours|days|weeks|months|years|minutes)\b)"
    rf"|(?P<vague>{VAGUE})"
    rf"|(?P<fraction>{FRACTION})"
    rf"|(?P<money>{MONEY_BEFORE})?(?P<minus>(?<!\S)[-−]|minus[\s-])?(?P<digits>{DIGITS})"
    rf"(?=[^\w]|_|\Z|[a-z]{{4}}|(?:km|kms|kg|mph|kph|ft|m|cm|mm|ml|GB|MB|TB|MW|GW|kW|kWh|mg|g|lbs?|hrs?|pc|bhp|hp|mpg|p)\b)"
    rf"|(?P<words>{WORDS})(?!\w)"
    rf"|(?P<other>\d[\w.,]*\w|\d))",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Reading:
    """A numeral with its unit, before its neighbours and hedges are looked at."""

    start: int
    end: int
    kind: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    unit_end: int
    currency: str | None
    bound: str | None = None
    change: str | None = None


def lex(text: str) -> list[Quantity]:
    """Return the quantities of a sentence in reading order; offsets count its code points."""
    readings = _join(text, list(_read(text)))
    return [_bounded(text, reading) for reading in readings if not _is_refused(text, reading)]


def _read(text: str) -> Iterator[Reading]:
    """Yield a reading for each numeral, and one of kind `refused` for what looks like one."""
    for found in _SCAN.finditer(text):
        kind = found.lastgroup
        start, end = found.span()
        if found["refused"] is not None or found["other"] is not None:
            continue
        yield _measured(text, found, start, end)


def _measured(text: str, found: re.Match[str], start: int, end: int) -> Reading:
    low = high = value = None
    if found["vague"] is not None:
        kind = "vague"
        low, high = policy()[vague_word(found["vague"])]
    elif found["odds"] is not None:
        kind, value = "fraction", odds(found["odds"])
    elif found["fraction"] is not None:
        kind, value = "fraction", worth(found["fraction"])
    else:
        kind, numeral = (
            ("digits", found["digits"]) if found["digits"] else ("words", found["words"])
        )
        value = worth(numeral)
        if found["minus"] is not None:
            value = -value
    measure = measure_after(text, end, is_part=kind in {"vague", "fraction"})
    unit, currency, unit_end = (
        (measure.unit, measure.currency, measure.end) if measure else ("count", None, end)
    )
    if found["money"] is not None:
        unit, currency, unit_end = "money", currency_of(found["money"]), end
    elif text[end:unit_end].strip() in {"%", "€", "$", "£"}:
        end = unit_end
    if unit == "count" and kind == "fraction" and value is not None and value < 1:
        unit = "fraction"
    return Reading(start, end, kind, value, low, high, unit, unit_end, currency)


_BETWEEN: Final = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE)
_TO: Final = re.compile(r"\s?(?:-|–|—)\s?|-?\s+to\s+(?:\w+\s+)?|-to-|\s+or\s+", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|to)\s+", re.IGNORECASE)
_TAIL: Final = re.compile(rf"({'|'.join([*SCALES, *SHORT_SCALES])})\Z", re.IGNORECASE)
_MOVE: Final = re.compile(
    r"\b(?:ris|rose|fall|fell|increas|decreas|jump|climb|dropp?|grow|grew|slip|tumbl|soar|surg|plung|declin|dip|"
    r"shr[aiu]nk|cut|rais|reduc|lower|went|go|going|up|down|chang|mov|edg|eas|widen|narrow|expand|doubl|tripl|extend|swell|swoll|balloon|revis)\w*\b",
    re.IGNORECASE,
)


def _join(text: str, readings: list[Reading]) -> list[Reading]:
    """Make ranges of neighbours that stand for one number, and mark the first level of a move."""
    joined: list[Reading] = []
    for reading in readings:
        if joined and (pair := _pair(text, joined[-1], reading)):
            joined[-1:] = pair
        else:
            joined.append(reading)
    return joined


def _pair(text: str, first: Reading, second: Reading) -> list[Reading] | None:
    """Return what two neighbours make together, or None where they are strangers."""
    gap = text[first.unit_end : second.start]
    if first.value is None or second.value is None or first.bound or len(gap) > 30:
        return None
    between = _BETWEEN.search(text, max(0, first.start - 12), first.start)
    if not (_AND if between else _TO).fullmatch(gap):
        return None
    if first.unit not in {second.unit, "count"}:
        if second.unit != "count" or first.unit_end != first.end:
            return None
    low = first.value
    if (
        (tail := _TAIL.search(text, second.start, second.end))
        and first.value < 1000
        and not _TAIL.search(text, first.start, first.end)
    ):
        factor = SCALES.get(tail.group().lower()) or SHORT_SCALES[tail.group().lower()]
        low = first.value * factor
    if low >= second.value:
        return None
    second.unit = second.unit if second.unit != "count" else first.unit
    second.currency = second.currency or first.currency
    start = between.start() if between else first.start
    is_move = not between and _FROM.search(text, max(0, first.start - 30), first.start)
    if is_move and _MOVE.search(text, max(0, first.start - 60), first.start):
        first.value, first.unit, first.currency, first.change = (
            low,
            second.unit,
            second.currency,
            "from",
        )
        return [first, second]
    return [
        Reading(start, second.end, first.kind, None, low, second.value, second.unit, second.unit_end,
                second.currency, bound="between")
    ]  # fmt: skip


def _is_refused(text: str, reading: Reading) -> bool:
    start, end = reading.start, reading.end
    if refusals.is_compound(text, end):
        return True
    bare = reading.kind == "digits" and reading.unit == "count" and text[start:end].isdigit()
    if bare:
        hedged = hedge_before(text, start)
        return (
            (refusals.is_year(text, start, end) and not hedged)
            or refusals.is_age_or_label(text, start, end)
            or refusals.is_named(text, start, end)
        )
    if reading.kind == "words" and text[start:end].lower() == "one":
        return refusals.is_pronoun_one(text, start, end)
    return False


def _bounded(text: str, reading: Reading) -> Quantity:
    """Return the quantity that a reading and its hedge make."""
    hedge: Hedge | None = hedge_before(text, reading.start) or hedge_after(text, reading.unit_end)
    low, high, bound = (
        reading.low,
        reading.high,
        reading.bound or ("vague" if reading.kind == "vague" else "exact"),
    )
    if reading.value is not None:
        bound = hedge.bound if hedge else "exact"
        low, high = interval(bound, reading.value)
    return Quantity(
        start=reading.start, end=reading.end, value=reading.value, low=low, high=high, bound=bound,
        unit=reading.unit, unit_end=reading.unit_end, currency=reading.currency,
        hedge_start=hedge.start if hedge else None, hedge_end=hedge.end if hedge else None,
        change=reading.change,
    )  # fmt: skip
