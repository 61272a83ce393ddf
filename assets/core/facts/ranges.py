"""Ranges and changes: what two neighbouring quantities, or a quantity and a verb, say together.

Belongs here: "25 to 30" (one quantity), "from 350 to 680" (two levels), "rose by 300" (a
difference), "41-23" (a score: none). Not here: reading the numbers themselves (`lexer.py`).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from assets.core.facts.numerals import last_scale
from assets.core.facts.quantity import Quantity

_DASH: Final = re.compile(r"\s?[-–—−]\s?")
_TO: Final = re.compile(r"-?\s+to\s+|-to-|\s+or\s+", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|to)\s+|\s?[-–]\s?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+\Z", re.IGNORECASE)
_ON_TO: Final = re.compile(r"[^.;:()]{0,40}\sto\s+", re.IGNORECASE)
_VOTE: Final = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|ballot|senate|house|majority|tally|margin)\b", re.IGNORECASE
)
_SCORE: Final = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|los[ets]\w*|defeat\w*|victor\w*|draw\w*|drew|lead|led|leading|scores?|"
    r"scored|aggregate|match|game)\b",
    re.IGNORECASE,
)
_MOVE_STEMS: Final = (
    r"ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|increas\w+|decreas\w+|jump\w*|climb\w*|drop\w*|gr[eo]w\w*|gain\w*|"
    r"slip\w*|tumbl\w+|soar\w*|surg\w+|plung\w+|plummet\w*|declin\w+|dip(?:s|ped)?|shr[aiu]nk\w*|slid\w*|widen\w*|"
    r"narrow\w*|swell\w*|swoll\w*|expand\w*|eas(?:ed|es|ing)|up|down|higher|lower|cut\w*|rais\w+|reduc\w+|slash\w*|"
    r"chang\w+|mov\w+|went|go(?:es|ing)?|edg\w+|revis\w+|extend\w*|doubl\w+|tripl\w+|shed\w*|los[est]\w*|strengthen\w*|weaken\w*"
)
_MOVE: Final = re.compile(rf"\b(?:{_MOVE_STEMS})\b", re.IGNORECASE)
_BY: Final = re.compile(rf"\b(?:{_MOVE_STEMS})\b[^.;:]{{0,40}}?\bby\s+\Z", re.IGNORECASE)
_MOVE_NEXT_TO: Final = re.compile(rf"\b(?:{_MOVE_STEMS})\s+\Z", re.IGNORECASE)
_NOUN_OF_MOVE: Final = re.compile(
    r"\b(?:increase|rise|drop|fall|decline|jump|gain|decrease|reduction|growth|surge|cut|loss)\s+of\s+\Z",
    re.IGNORECASE,
)
_MOVE_AFTER: Final = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:increase|rise|drop|fall|decline|jump|decrease|reduction|growth|surge|hike|slump|gain)\b",
    re.IGNORECASE,
)
_RELATIVE: Final = frozenset(("percent", "money", "cent", "basis point"))


def joined(text: str, quantities: Iterable[Quantity]) -> list[Quantity]:
    """Return the quantities with neighbours joined where they stand for one, and changes marked."""
    found: list[Quantity] = []
    for quantity in quantities:
        pair = _pair(text, found[-1], quantity) if found else None
        if pair is None:
            found.append(quantity)
        else:
            found[-1:] = pair
    return [_marked(text, quantity) for quantity in found]


def _pair(text: str, first: Quantity, second: Quantity) -> list[Quantity] | None:
    """Return what two neighbours make together; None where they have nothing to do."""
    gap = text[first.unit_end : _opening(second)]
    if len(gap) > 48 or first.value is None or second.value is None:
        return None
    before = text[max(0, _opening(first) - 60) : _opening(first)]
    between = _BETWEEN.search(before)
    if not (_TO.fullmatch(gap) or _DASH.fullmatch(gap) or (between and _AND.fullmatch(gap))):
        if _FROM.search(before) and _ON_TO.fullmatch(gap) and first.unit == second.unit:
            return [replace(first, change="from"), second]
        return None
    if not _alike(first, second):
        return None
    low, high = _shared(text, first, second)
    if _FROM.search(before) and _MOVE.search(before):
        return [replace(low, change="from"), high]
    if _DASH.fullmatch(gap) and not between and (low.value >= high.value or _SCORE.search(before)):
        return None if _VOTE.search(text) else []
    if low.value >= high.value:
        return None
    start = _opening(first) - len(between.group()) if between else first.start
    return [replace(high, start=start, value=None, low=low.value, high=high.value, bound="between")]


def _opening(quantity: Quantity) -> int:
    """Return where a quantity starts with its hedge."""
    if quantity.hedge_start is not None and quantity.hedge_start < quantity.start:
        return quantity.hedge_start
    return quantity.start


def _alike(first: Quantity, second: Quantity) -> bool:
    """Tell whether the units can be one: the same, or said of one of the two alone."""
    if first.unit == second.unit:
        return True
    if first.unit == "count":
        return second.unit != "fraction"
    return second.unit == "count" and first.unit == "money"


def _shared(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    """Return both with the unit and the scale that only one of them states: "5 to 10 million"."""
    if first.unit == "count":
        first = replace(first, unit=second.unit, currency=second.currency)
    else:
        second = replace(second, unit=first.unit, currency=first.currency)
    scale = last_scale(text[second.start : second.end])
    is_short = last_scale(text[first.start : first.end]) == 1 and first.value < 1000
    if is_short and first.value * scale < second.value:
        value = first.value * scale
        first = replace(first, value=value, low=value, high=value)
    return first, second


def _marked(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity marked as a difference where the words say so: "rose by 300"."""
    if quantity.change is not None:
        return quantity
    opening = _opening(quantity)
    before = text[max(0, opening - 60) : opening]
    if _BY.search(before) or _NOUN_OF_MOVE.search(before):
        return replace(quantity, change="by")
    if quantity.unit in _RELATIVE and (
        _MOVE_NEXT_TO.search(before) or _MOVE_AFTER.match(text, quantity.unit_end)
    ):
        return replace(quantity, change="by")
    return quantity
