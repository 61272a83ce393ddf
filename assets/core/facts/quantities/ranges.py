"""Ranges and changes: what two neighbouring quantities, or a quantity and a verb, say together.

Belongs here: "25 to 30" (one quantity), "from 350 to 680" (two levels), "rose by 300" (a
difference), "41-23" (a score: none). Not here: reading the numbers themselves (`lexer.py`).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from assets.core.facts.quantities.hedges import interval
from assets.core.facts.quantities.numerals import either, last_scale
from assets.core.facts.quantities.quantity import Quantity

# What may stand between two numbers that are one quantity, or that share a unit or a bound.
_DASH: Final = re.compile(r"\s?[-\u2013\u2014\u2212]\s?")
_TO: Final = re.compile(r"-?,?\s+(?:to|or)\s+|-to-", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|to)\s+|\s?[-\u2013]\s?", re.IGNORECASE)
_HANGING: Final = re.compile(r"-,?\s+and\s+", re.IGNORECASE)  # "7.8- and 7.6-magnitude"
_CONVERSION: Final = re.compile(r"\s?[(\[;]\s?")  # "60km (37 miles)"
_LONGEST_GAP: Final = 12

# What stands before the first of them.
_BETWEEN: Final = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+\Z", re.IGNORECASE)
_RANGING_FROM: Final = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ied|ying)|pric\w+|start\w*)\s+from\s+\Z",
    re.IGNORECASE,
)
_COUNTED_NEXT: Final = re.compile(r"\s+(?!on|in|at|by|this|last|per)[a-z]{3,}", re.IGNORECASE)
_VOTE: Final = re.compile(r"\b(?:vot(?:e[ds]?|ing)|ballot|senate|house|majority)\b", re.IGNORECASE)
_SCORE: Final = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|los[ets]\w*|defeat\w*|victor\w*|draw\w*|drew|le[ad]d?"
    r"|leading|scor\w+|aggregate)\b",
    re.IGNORECASE,
)
_NAME_END: Final = re.compile(r"\b[A-Z]\w+ \Z")
_NAME_START: Final = re.compile(r" [A-Z]\w+")

# Verbs of change. Some say it alone; the others only of a share or a price: one also cuts jobs.
_VERBS: Final = (
    "climb(?:s|ed|ing)?", "declin(?:e|es|ed|ing)", "decreas(?:e|es|ed|ing)", "dip(?:s|ped|ping)?",
    "drop(?:s|ped|ping)?", "expand(?:s|ed|ing)?", "f[ae]ll(?:s|en|ing)?", "gain(?:s|ed|ing)?",
    "gr[eo]w(?:s|n|ing)?", "increas(?:e|es|ed|ing)", "jump(?:s|ed|ing)?", "plummet(?:s|ed|ing)?",
    "plung(?:e|es|ed|ing)", "ris(?:e|es|en|ing)", "rose", "shr[aiu]nk", "slid(?:e|es)?",
    "slip(?:s|ped|ping)?", "soar(?:s|ed|ing)?", "surg(?:e|es|ed|ing)", "swell(?:s|ed)?", "swollen",
    "tumbl(?:e|es|ed|ing)",
)  # fmt: skip
_VERBS_OF_SHARES: Final = (
    "chang(?:e|es|ed|ing)", "cut(?:s|ting)?", "doubl(?:e|es|ed|ing)", "eas(?:e|es|ed|ing)",
    "edg(?:e|es|ed|ing)", "extend(?:s|ed|ing)?", "go(?:es|ing)?", "los(?:t|e|es|ing)",
    "lower(?:s|ed|ing)?", "mov(?:e|es|ed|ing)", "narrow(?:s|ed|ing)?", "rais(?:e|es|ed|ing)",
    "reduc(?:e|es|ed|ing)", "revis(?:ed|ing)", "shed(?:s|ding)?", "slash(?:es|ed|ing)?",
    "strengthen(?:s|ed)?", "tripl(?:e|es|ed|ing)", "weaken(?:s|ed)?", "went", "widen(?:s|ed|ing)?",
)  # fmt: skip
_UP: Final = (  # but not "make up"
    r"(?:(?:\A|[^\w\s]|\b(?:is|are|was|were|be|been|ended|closed|finished|trading|ticked|shot"
    r"|came))\s*(?:up|down)\b)"
)
_RISE: Final = rf"(?:\b{either(_VERBS)}\b|{_UP})"
_MOVE: Final = rf"(?:\b{either((*_VERBS, *_VERBS_OF_SHARES))}\b|{_UP})"
_A_RISE: Final = (
    r"\b(?:increase|rise|drop|fall|decline|jump|decrease|reduction|growth|surge|hike|slump|gain"
    r"|loss|cut)"
)
_SHARES: Final = frozenset(("percent", "money", "cent", "penny", "basis point"))

_MOVED: Final = re.compile(_MOVE, re.IGNORECASE)
_MOVED_FROM: Final = re.compile(rf"{_MOVE}[^.;:]*\sfrom\s+\Z", re.IGNORECASE)
_MOVED_JUST: Final = re.compile(rf"{_MOVE}\s+(?:by\s+)?\Z", re.IGNORECASE)
_ROSE_BY: Final = re.compile(
    rf"{_RISE}(?:\s+\w+){{0,3}}?\s+by\s+\Z|{_A_RISE}\s+of\s+\Z", re.IGNORECASE
)
_SHARE_MOVED_BY: Final = re.compile(rf"{_MOVE}[^.;:]*\sby\s+\Z|{_RISE}\s+\Z", re.IGNORECASE)
_SHARE_RISE: Final = re.compile(rf"[\s-]+(?:[\w-]+\s+){{0,3}}?{_A_RISE}s?\b", re.IGNORECASE)
_CLAUSE: Final = 80  # code points to look back for a verb


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
        return _conversion(first, second, second.value)
    if not _alike(first, second):
        return None
    if _HANGING.fullmatch(gap):
        return [replace(first, unit=second.unit, currency=second.currency), second]
    return _range(text, gap, first, second)


def _range(text: str, gap: str, first: Quantity, second: Quantity) -> list[Quantity] | None:
    """Return the range that two quantities of one kind make, the two levels of a move, or no score.

    None says that they make nothing together, and both stand.
    """
    before = text[max(0, _opening(first) - _CLAUSE) : _opening(first)]
    between = _BETWEEN.search(before)
    is_dash = _DASH.fullmatch(gap) is not None
    if not (is_dash or _TO.fullmatch(gap) or (between and _AND.fullmatch(gap))):
        return None
    if _MOVED_JUST.search(before) and not (first.unit == "count" != second.unit):
        return None  # "rose by 300 to 41,000": a difference, then a level
    first, second, is_ascending = _shared(text, first, second)
    if _FROM.search(before) and _is_move(text, before, second):
        return [first, second]
    if is_dash and not between and (not is_ascending or _is_score(text, before, second)):
        return None if _VOTE.search(text) else []
    if not is_ascending:
        return None
    start = _opening(first) - len(between.group()) if between else first.start
    low, high = first.value, second.value
    return [replace(second, start=start, value=None, low=low, high=high, bound="between")]


def _is_score(text: str, before: str, second: Quantity) -> bool:
    """Tell a score by the words of games before it, or by the teams' names on both sides."""
    is_between_names = _NAME_END.search(before) and _NAME_START.match(text, second.end)
    return bool(_SCORE.search(before) or is_between_names)


def _opening(quantity: Quantity) -> int:
    """Return where a quantity starts with its hedge."""
    if quantity.hedge_start is not None and quantity.hedge_start < quantity.start:
        return quantity.hedge_start
    return quantity.start


def _conversion(first: Quantity, second: Quantity, value: float) -> list[Quantity] | None:
    """Return both, the second bounded as the first, where it says the same in another unit."""
    if "count" in {first.unit, second.unit} or second.bound != "exact":
        return None
    low, high = interval(first.bound, value)
    return [first, replace(second, bound=first.bound, low=low, high=high)]


def _alike(first: Quantity, second: Quantity) -> bool:
    """Tell whether the units can be one: the same, or said of one of the two alone."""
    if first.unit == second.unit:
        return first.currency == second.currency
    if first.unit == "count":
        return second.unit != "fraction"
    return second.unit == "count" and first.unit == "money"


def _shared(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, Quantity, bool]:
    """Return both with the unit and the scale that one of them states, and whether they ascend."""
    if first.unit == "count":
        first = replace(first, unit=second.unit, currency=second.currency)
    else:
        second = replace(second, unit=first.unit, currency=first.currency)
    low, high = first.value or 0.0, second.value or 0.0
    scale = last_scale(text[second.start : second.end])
    is_short = low < 1000 and last_scale(text[first.start : first.end]) == 1
    if is_short and low < low * scale < high:  # "5 to 10 million"
        low *= scale
        first = replace(first, value=low, low=low, high=low)
    return first, second, low < high


def _is_move(text: str, before: str, second: Quantity) -> bool:
    """Tell "rose from 350 to 680" from "from 25 to 30 people"."""
    if _RANGING_FROM.search(before):
        return False
    counts = second.unit_end > second.end or _COUNTED_NEXT.match(text, second.end) is not None
    return not counts or _MOVED.search(before) is not None


def _marked(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity marked as an earlier level or a difference where the words say so."""
    before = text[max(0, _opening(quantity) - _CLAUSE) : _opening(quantity)]
    if _MOVED_FROM.search(before) and not _RANGING_FROM.search(before):
        return quantity if quantity.bound == "between" else replace(quantity, change="from")
    is_share = quantity.unit in _SHARES
    if (
        _ROSE_BY.search(before)
        or (is_share and _SHARE_MOVED_BY.search(before))
        or (is_share and _SHARE_RISE.match(text, quantity.unit_end))
    ):
        return replace(quantity, change="by")
    return quantity
