"""The quantity lexer: every quantity that a sentence states, with its exact words.

Belongs here: the order of work. Spellings are in `numerals.py`, units in `units.py`, what is
refused in `refusals.py`, bounds in `hedges.py`, and what neighbours make together in `ranges.py`.
"""

import re
import string
from collections.abc import Iterator
from typing import Final

from assets.core.facts.quantities import numerals, refusals, units
from assets.core.facts.quantities.hedges import bounded, hedge_after
from assets.core.facts.quantities.numerals import either, odds, vague_word, worth
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.quantities.ranges import joined
from assets.core.facts.quantities.units import Measure
from assets.core.facts.quantities.vague import policy

# Where a numeral may start, in lower case: one quick search passes over what holds no number.
_SIGN_OF_MONEY: Final = either(re.escape(sign.lower()) for sign in units.MONEY_SIGNS)
_START: Final = re.compile(
    rf"(?<!\w)(?<!\d[.,])(?:(?:{_SIGN_OF_MONEY}\s?)?(?:(?<!\d )[-\u2212])?\.?\d"
    rf"|[{''.join(numerals.SIGNS)}]|{units.LASTING}|{numerals.VAGUE}"
    rf"|(?:{either(numerals.CARDINALS)}|half|quarter|minus|negative"
    rf"|an?{numerals.GAP}{either([*numerals.SCALES, *numerals.PARTS])})\b)"
)
_NUMERAL: Final = re.compile(
    rf"(?P<lasting>{units.LASTING})|(?P<odds>{numerals.ODDS})|(?P<vague>{numerals.VAGUE})"
    rf"|(?P<fraction>{numerals.FRACTION})(?!\w)"
    rf"|(?P<money>{units.MONEY_BEFORE})?(?P<minus>[-\u2212]|(?:minus|negative)[\s-])?"
    rf"(?:(?P<words>{numerals.WORDS})(?!\w)"
    rf"|(?P<digits>{numerals.DIGITS})(?=\W|_|\Z|{units.GLUED}|(?-i:[a-z]{{4}})))",
    re.IGNORECASE,
)
_REST: Final = re.compile(r"(?:[\w.,]*\w|.)(?:[-\u2013/]\w+)*", re.DOTALL)  # of what is refused
_ARTICLE: Final = re.compile(r"an?\s+(?=half)", re.IGNORECASE)  # "a half-dozen" is a half-dozen
_LOWER_ASCII: Final = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def lex(text: str) -> list[Quantity]:
    """Return the quantities of a sentence in reading order, without overlap.

    >>> [(q.value, q.low, q.high, q.bound, q.unit) for q in lex("more than 1.5 million fled 80km")]
    [(1500000.0, 1500000.0, None, 'more_than', 'count'), (80.0, 80.0, 80.0, 'exact', 'kilometre')]
    >>> lex("On 7 October one of them, 63, flew an F-16 at 5.30pm")
    []
    """
    return joined(text, (bounded(text, quantity) for quantity in _read(text)))


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
    start, end = _span(text, numeral)
    value, low, high = _worth(numeral, text[start:end])
    measure = _measure(text, numeral, start, end)
    if measure is None:
        if numeral["lasting"] or refusals.is_no_quantity(text, start, end):
            return None
        is_share = numeral["odds"] or (numeral["fraction"] and value is not None and value < 1)
        measure = Measure("fraction" if is_share else units.unit_before(text, start), end)
    elif not text[measure.end - 1].isalnum():  # a sign belongs to the number: 51%
        end = measure.end
    return Quantity(
        start=start, end=end, value=value, low=low, high=high,
        bound="vague" if numeral["vague"] else "exact",
        unit=measure.unit, unit_end=measure.end, currency=measure.currency,
    )  # fmt: skip


def _span(text: str, numeral: re.Match[str]) -> tuple[int, int]:
    """Return where the number itself starts and ends: without "a" before "half", or metres' "m"."""
    article = _ARTICLE.match(text, numeral.start())
    start = article.end() if article else numeral.start()
    is_metre = numeral["money"] is None and units.ends_in_metre(text, numeral.end())
    return start, numeral.end() - is_metre


def _worth(numeral: re.Match[str], words: str) -> tuple[float | None, float | None, float | None]:
    """Return the value, low and high of a numeral; a vague one has no value."""
    if numeral["vague"]:
        return None, *policy()[vague_word(words)]
    value = odds(words) if numeral["odds"] else worth(words)
    if numeral["lasting"]:
        value += 1  # "a year", and its half if any
    if numeral["minus"]:
        value = -value
    return value, value, value


def _measure(text: str, numeral: re.Match[str], start: int, end: int) -> Measure | None:
    """Return the unit of a numeral, told before or after it; None for a plain count."""
    if numeral["money"]:
        return Measure("money", end, units.currency_of(numeral["money"]))
    if numeral["lasting"]:
        return units.lasting(text, start, end)
    after = hedge_after(text, end)  # "10 or more days"
    is_part = numeral["vague"] is not None or numeral["fraction"] is not None
    return units.measure_after(text, text[start:end], after.end if after else end, is_part=is_part)
