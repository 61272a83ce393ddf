"""Ranges and changes: what two neighbouring quantities, or a quantity and a verb, say together.

Belongs here: "25 to 30" (one quantity), "from 350 to 680" (two levels), "rose by 300" (a
difference), "41-23" (a score: none). Not here: reading the numbers themselves (`lexer.py`).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from assets.core.facts.hedges import interval
from assets.core.facts.numerals import either, last_scale
from assets.core.facts.quantity import Quantity

# What may stand between two numbers that are one quantity, or that share a unit.
_DASH: Final = re.compile(r"\s?[-–—−]\s?")
_TO: Final = re.compile(r"-?,?\s+(?:to|or)\s+|-to-", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|to)\s+|\s?[-–]\s?", re.IGNORECASE)
_HANGING: Final = re.compile(r"-,?\s+and\s+", re.IGNORECASE)  # "7.8- and 7.6-magnitude"
_CONVERSION: Final = re.compile(r"\s?[(;]\s?")  # "80km (50 miles)"
_LONGEST_GAP: Final = 12

_BETWEEN: Final = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_RANGING: Final = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ied|ying)|pric\w+|start\w*)\s+from\s+\Z",
    re.IGNORECASE,
)
_VOTE: Final = re.compile(r"\b(?:vot(?:e[ds]?|ing)|ballot|senate|house|majority)\b", re.IGNORECASE)
_SCORE: Final = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|los[ets]\w*|defeat\w*|victor\w*|draw\w*|drew|le[ad]d?|"
    r"leading|scor\w+|aggregate)\b",
    re.IGNORECASE,
)

# Words of change. Some say it alone; others only of a share or a price: one cuts tax, and jobs.
_ALONE: Final = (
    "ris(?:e|es|en|ing)", "rose", "f[ae]ll(?:s|en|ing)?", "increas(?:e|es|ed|ing)",
    "decreas(?:e|es|ed|ing)", "jump(?:s|ed|ing)?", "climb(?:s|ed|ing)?", "grow(?:s|n|ing)?", "grew",
    "declin(?:e|es|ed|ing)", "sh?r[aiu]nk", "surg(?:e|es|ed|ing)", "plung(?:e|es|ed|ing)", "swell(?:ed|s)?",
    "drop(?:s|ped|ping)?", "expand(?:s|ed|ing)?", "plummet(?:s|ed|ing)?", "soar(?:s|ed|ing)?", "swollen",
)  # fmt: skip
_OF_SHARES: Final = (
    "gain(?:s|ed|ing)?", "slip(?:s|ped|ping)?", "tumbl(?:e|es|ed|ing)", "dip(?:s|ped|ping)?", "slid(?:es?)?",
    "widen(?:s|ed|ing)?", "narrow(?:s|ed|ing)?", "eas(?:e|es|ed|ing)", "cut(?:s|ting)?", "rais(?:e|es|ed|ing)",
    "reduc(?:e|es|ed|ing)", "slash(?:es|ed|ing)?", "mov(?:e|es|ed|ing)", "edg(?:e|es|ed|ing)", "shed(?:s|ding)?",
    "lost", "los(?:e|es|ing)", "strengthen(?:s|ed)?", "weaken(?:s|ed)?", "lower(?:s|ed|ing)?", "revis(?:ed|ing)",
    "extend(?:s|ed|ing)?", "chang(?:e|es|ed|ing)", "go(?:es|ing)?", "went", "doubl(?:e|es|ed|ing)", "tripl(?:e|es|ed|ing)",
)  # fmt: skip
_UP: Final = r"(?:(?:\A|[^\w\s]|\b(?:is|are|was|were|be|been|ended|closed|finished|trading|ticked|shot|came))\s*(?:up|down))"
_MOVE: Final = rf"(?:\b{either((*_ALONE, *_OF_SHARES))}\b|{_UP}\b)"
_MOVED: Final = re.compile(_MOVE, re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+\Z", re.IGNORECASE)
_MOVED_FROM: Final = re.compile(rf"{_MOVE}[^.;:]*\sfrom\s+\Z", re.IGNORECASE)
_ROSE_BY: Final = re.compile(
    rf"(?:\b{either(_ALONE)}|{_UP})\b(?:\s+\w+){{0,3}}?\s+by\s+\Z", re.IGNORECASE
)
_MOVED_BY: Final = re.compile(rf"{_MOVE}[^.;:]*\sby\s+\Z", re.IGNORECASE)
_MOVED_JUST: Final = re.compile(rf"{_MOVE}\s+(?:by\s+)?\Z", re.IGNORECASE)
_MOVED_NEXT: Final = re.compile(rf"{_MOVE}\s+\Z", re.IGNORECASE)
_A_RISE: Final = r"(?:increase|rise|drop|fall|decline|jump|decrease|reduction|growth|surge|hike|slump|gain|loss|cut)"
_RISE_OF: Final = re.compile(rf"\b{_A_RISE}\s+of\s+\Z", re.IGNORECASE)
_SHARE_RISE: Final = re.compile(rf"[\s-]+(?:[\w-]+\s+){{0,3}}?{_A_RISE}s?\b", re.IGNORECASE)
_SHARES: Final = frozenset(("percent", "money", "cent", "penny", "basis point"))
_CLAUSE: Final = 80  # code points to look back for a verb
_FOLLOWED: Final = re.compile(r"\s+(?!on|in|at|by|this|last|per)[a-z]{3,}", re.IGNORECASE)


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
    if len(gap) > _LONGEST_GAP or first.value is None or second.value is None:
        return None
    if _CONVERSION.fullmatch(gap):
        return _conversion(first, second)
    if not _alike(first, second):
        return None
    if _HANGING.fullmatch(gap):
        return [replace(first, unit=second.unit, currency=second.currency), second]

    before = text[max(0, _opening(first) - _CLAUSE) : _opening(first)]
    between = _BETWEEN.search(before)
    is_dash = _DASH.fullmatch(gap) is not None
    if not (is_dash or _TO.fullmatch(gap) or (between and _AND.fullmatch(gap))):
        return None
    if _MOVED_JUST.search(before) and not (first.unit == "count" != second.unit):
        return None  # "rose by 300 to 41,000": a difference, then a level
    low, high = _shared(text, first, second)
    if _is_move(text, before, second):
        return [low, high]
    if is_dash and not between and (low.value >= high.value or _SCORE.search(before)):
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


def _conversion(first: Quantity, second: Quantity) -> list[Quantity] | None:
    """Return both, the second bounded as the first, where it says the same in another unit."""
    if "count" in {first.unit, second.unit} or second.bound != "exact" or second.value is None:
        return None
    low, high = interval(first.bound, second.value)
    return [first, replace(second, bound=first.bound, low=low, high=high)]


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


def _is_move(text: str, before: str, second: Quantity) -> bool:
    """Tell "rose from 350 to 680" from "from 25 to 30 people"."""
    if not _FROM.search(before) or _RANGING.search(before):
        return False
    has_unit = second.unit_end > second.end or _FOLLOWED.match(text, second.end) is not None
    return _MOVED.search(before) is not None or not has_unit


def _marked(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity marked as an earlier level or a difference where the words say so."""
    opening = _opening(quantity)
    before = text[max(0, opening - _CLAUSE) : opening]
    if _MOVED_FROM.search(before) and not _RANGING.search(before):
        return replace(quantity, change="from") if quantity.bound != "between" else quantity
    is_share = quantity.unit in _SHARES
    is_difference = (
        _ROSE_BY.search(before)
        or _RISE_OF.search(before)
        or (is_share and (_MOVED_BY.search(before) or _MOVED_NEXT.search(before)))
        or (is_share and _SHARE_RISE.match(text, quantity.unit_end))
    )
    return replace(quantity, change="by") if is_difference else quantity
