"""The quantity lexer: every quantity that a sentence states, with its exact words.

Belongs here: the order of work. Spellings are in `numerals.py`, units in `units.py`, what is
refused in `refusals.py`, bounds in `hedges.py`, and what neighbours make together in `ranges.py`.
"""

import re
import string
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from assets.core.facts import numerals, refusals, units
from assets.core.facts.hedges import bounding, hedge_after, interval
from assets.core.facts.numerals import either, odds, vague_word, worth
from assets.core.facts.quantity import Quantity
from assets.core.facts.ranges import joined
from assets.core.facts.vague import policy

# Where a numeral may start, in lower case: one quick search passes over what holds no number.
_START: Final = re.compile(
    rf"(?<!\w)(?<!\d[.,])(?:(?:{either(re.escape(sign.lower()) for sign in units.MONEY_SIGNS)}\s?)?[-−]?\.?\d"
    rf"|[{''.join(numerals.SIGNS)}]|(?:{either(numerals.CARDINALS)}|half|quarter|minus|negative"
    rf"|an?{numerals.GAP}{either([*numerals.SCALES, *numerals.PARTS])})\b|{units.LASTING}|{numerals.VAGUE})"
)
_NUMERAL: Final = re.compile(
    rf"(?P<lasting>{units.LASTING})|(?P<odds>{numerals.ODDS})|(?P<vague>{numerals.VAGUE})|(?P<fraction>{numerals.FRACTION})(?!\w)"
    rf"|(?P<money>{units.MONEY_BEFORE})?(?P<minus>[-−]|(?:minus|negative)[\s-])?"
    rf"(?:(?P<words>{numerals.WORDS})(?!\w)"
    rf"|(?P<digits>{numerals.DIGITS})(?=\W|_|\Z|{units.GLUED}|(?-i:[a-z]{{4}})))",
    re.IGNORECASE,
)
_REST: Final = re.compile(r"(?:[\w.,]*\w|.)(?:[-–/]\w+)*", re.DOTALL)  # of what is no quantity
_ARTICLE: Final = re.compile(r"an?\s+(?=half)", re.IGNORECASE)  # "a half-dozen" is a half-dozen
_LOWER_ASCII: Final = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def lex(text: str) -> list[Quantity]:
    """Return the quantities of a sentence in reading order, without overlap.

    >>> [(q.value, q.low, q.high, q.bound, q.unit) for q in lex("more than 1.5 million fled 80km")]
    [(1500000.0, 1500000.0, None, 'more_than', 'count'), (80.0, 80.0, 80.0, 'exact', 'kilometre')]
    >>> lex("On 7 October one of them, 63, flew an F-16 at 5.30pm")
    []
    """
    return joined(text, (_bounded(text, quantity) for quantity in _read(text)))


def _read(text: str) -> Iterator[Quantity]:
    """Yield each quantity as its own words state it, before hedges and neighbours are looked at."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow in lower case; offsets must not
        lower = text.translate(_LOWER_ASCII)
    place = 0
    while found := _START.search(lower, place):
        start = found.start()
        refused_until = refusals.refused_until(text, start)
        if refused_until is not None:
            place = refused_until
            continue
        numeral = _NUMERAL.match(text, start)
        quantity = _stated(text, numeral) if numeral else None
        if quantity is not None:
            yield quantity
            place = quantity.unit_end
        else:
            rest = _REST.match(text, numeral.end() - 1 if numeral else start)
            place = rest.end() if rest else start + 1


def _stated(text: str, numeral: re.Match[str]) -> Quantity | None:
    """Return the quantity of a numeral and its unit; None where the words beside it refuse it."""
    if numeral["lasting"]:
        return _lasting(text, numeral)
    article = _ARTICLE.match(text, numeral.start())
    start = article.end() if article else numeral.start()
    end = numeral.end() - units.clings_as_metre(
        text, numeral.end(), is_money=bool(numeral["money"])
    )
    value, low, high = _worth(numeral, text[start:end])

    after = hedge_after(text, end)  # "10 or more days"
    measure = units.measure_after(
        text,
        text[start:end],
        after.end if after else end,
        is_part=bool(numeral["vague"] or numeral["fraction"]),
    )
    if numeral["money"]:
        unit, unit_end, currency = "money", end, units.currency_of(numeral["money"])
    elif measure:
        unit, unit_end, currency = measure.unit, measure.end, measure.currency
        if not text[unit_end - 1].isalnum():  # a sign belongs to the number: 51%
            end = unit_end
    else:
        is_share = value is not None and 0 < abs(value) < 1 and not numeral["digits"]
        unit, unit_end, currency = (
            "fraction" if is_share else units.unit_before(text, start),
            end,
            None,
        )
        if refusals.is_no_quantity(text, start, end):
            return None
    return Quantity(
        start=start, end=end, value=value, low=low, high=high,
        bound="vague" if numeral["vague"] else "exact",
        unit=unit, unit_end=unit_end, currency=currency,
    )  # fmt: skip


def _lasting(text: str, numeral: re.Match[str]) -> Quantity | None:
    """Return "a week" as a quantity where something lasts it, and "a year and a half" anywhere."""
    value, unit, is_said = units.lasting(text, numeral.start(), numeral.end())
    if not is_said:
        return None
    start, end = numeral.span()
    return Quantity(start, end, value, value, value, "exact", unit, end)


def _worth(numeral: re.Match[str], words: str) -> tuple[float | None, float | None, float | None]:
    """Return the value, low and high of a numeral; a vague one has no value."""
    if numeral["vague"]:
        return None, *policy()[vague_word(numeral["vague"])]
    value = odds(words) if numeral["odds"] else worth(words)
    if numeral["minus"]:
        value = -value
    return value, value, value


def _bounded(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity with what its hedge, if any, makes of it."""
    hedge = bounding(text, quantity)
    if hedge is None:
        return quantity
    hedged = replace(quantity, hedge_start=hedge.start, hedge_end=hedge.end)
    if quantity.value is None:
        return hedged
    low, high = interval(hedge.bound, quantity.value)
    return replace(hedged, bound=hedge.bound, low=low, high=high)
