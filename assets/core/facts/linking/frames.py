"""What two quantities of one sentence are to each other: a whole, its part, a subset, a breakdown.

Belongs here: the words between two quantities. Not here: what each of them counts (`linking.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assets.core.facts.quantities.quantity import Quantity

OUT_OF = re.compile(
    r"(?:[^.;:]{0,60}?\bout )?of (?:(?:all|the|its|their|his|her|those|these|an?|some|nearly) )*"
    r"(?:(?:[\w-]+ ){0,2}[\w-]+['\u2019]s? )?(?:total )?(?:of )?",
    re.IGNORECASE,
)
FRACTION_OF = re.compile(  # "half (of Gaza's population of) 2.3 million", not "half live (in) ten"
    r"(?!.*\b(?:and|at|by|from|in|on|or|to|were|who|with)\b)[\s\w'\u2019-]{0,60}", re.IGNORECASE
)
INCLUDING = re.compile(
    r"\b(?:including|includes?|included|among (?:them|whom|which|those)"
    r"|of (?:whom|which|them|those)|comprising|made up of)\b(?:,?\s+[\w\u2019'-]+){0,4}\s*$",
    re.IGNORECASE,
)
AMONG = re.compile(
    r"[^.;,]{0,60}?\b(?:is|are|was|were|be|been) among (?:the |those |some |about )*", re.IGNORECASE
)
DEFINITE = re.compile(r"\s+of (?:the|these|those|its|their|his|her|our|my)\b", re.IGNORECASE)
OF_WHOM = re.compile(r"\s+(?:\w+\s+){0,2}?of (?:whom|which|them|those)\b", re.IGNORECASE)
JOINED = re.compile(
    r"[\s\w'\u2019-]{0,40}(?:,| and | or | as well as | plus )[\s\w-]{0,20}", re.IGNORECASE
)
OPENED = re.compile(
    r"[^.;]*?(?:[:(]|,|\s[-\u2013\u2014]|[\u2013\u2014])\s*(?:[a-z]+\s+){0,2}", re.IGNORECASE
)
STATES = r"(?:wounded|injured|hurt|killed|dead|missing|arrested|detained|displaced)"
STATE = re.compile(rf"\s+(?:others?\s+)?{STATES}\b", re.IGNORECASE)
# Words that tell something else of what follows: "…, including nine men, and wounded 28".
ANEW = re.compile(
    rf"\b(?:was|were|have|had|has|been|who|said)\b"
    rf"|(?:,|\band\b|\bor\b)\s+(?:{STATES}|wounding|injuring|hurting|killing|leaving)\b",
    re.IGNORECASE,
)
FURTHER = re.compile(
    r"\b(?:another|an additional|additional|a further|further|an extra|extra)\s*$", re.IGNORECASE
)
MORE = re.compile(r"\s+(?:more|others?|additional|further|extra|fewer)\b", re.IGNORECASE)


@dataclass(slots=True)
class Frame:
    """A quantity's place among the others: `whole` is the index of the one it is a part of.

    A `subset` is a part that is told beside its whole ("including 44 children"), no count of the
    whole thing; a `definite` one names its whole without a number ("nine of the guests"); `further`
    counts come on top of one told before ("another 109").
    """

    whole: int | None = None
    subset: bool = False
    definite: bool = False
    further: bool = False
    is_whole: bool = False


def frames(text: str, quantities: Sequence[Quantity]) -> list[Frame]:
    """Return the frame of each quantity of a sentence, in their order."""
    found = [Frame(further=_is_further(text, quantity)) for quantity in quantities]
    for index in range(1, len(quantities)):
        _pair(text, quantities, found, index)
    _breakdowns(text, quantities, found)
    for frame, quantity in zip(found, quantities, strict=True):
        if frame.whole is None and DEFINITE.match(text, quantity.unit_end):
            frame.definite = True
    return found


def _is_further(text: str, quantity: Quantity) -> bool:
    start = quantity.start if quantity.hedge_start is None else quantity.hedge_start
    before = text[max(0, start - 20) : start]
    between = text[quantity.hedge_end or start : quantity.start]
    after = MORE.match(text, quantity.end)
    return bool(
        FURTHER.search(before)
        or FURTHER.search(between)
        or (after and not after.group().strip().startswith("other"))
    )


def _pair(text: str, quantities: Sequence[Quantity], found: list[Frame], index: int) -> None:
    """Set what a quantity is to those before it."""
    quantity = quantities[index]
    before = index - 1
    start = quantity.start if quantity.hedge_start is None else quantity.hedge_start
    gap = text[quantities[before].unit_end : start]
    if _is_part_of(quantities[before], quantity, gap):
        found[before].whole, found[index].is_whole = index, True
    elif _is_among(quantities[before], quantity, gap):
        found[before].whole, found[before].subset = index, True
    elif OF_WHOM.match(text, quantity.unit_end) or INCLUDING.search(gap):
        whole = _latest_whole(quantities, found, index)
        if whole is not None:
            found[index].whole, found[index].subset = whole, True
    elif found[before].subset and _goes_on(text, quantities[before], quantity, gap):
        whole = found[before].whole
        if whole is not None and _can_hold(quantities[whole], quantity):
            found[index].whole, found[index].subset = whole, True


def _goes_on(text: str, last: Quantity, quantity: Quantity, gap: str) -> bool:
    """Tell "including nine men and six women" from "including nine men, and 28 hurt"."""
    is_alike = STATE.match(text, last.unit_end) or not STATE.match(text, quantity.unit_end)
    return bool(JOINED.fullmatch(gap) and not ANEW.search(gap) and is_alike)


def _is_part_of(part: Quantity, whole: Quantity, gap: str) -> bool:
    if whole.unit != "count" or part.change or whole.bound == "vague":
        return False
    if part.unit == "fraction":
        return FRACTION_OF.fullmatch(gap) is not None and (whole.value or 0) > 1
    fits = part.value is None or whole.value is None or part.value <= whole.value
    return (
        part.unit in ("count", "percent")
        and part.bound != "vague"
        and (fits or DEFINITE.match(f" {gap.strip()} ") is not None)
        and OUT_OF.fullmatch(gap.strip() + " ") is not None
    )


def _is_among(part: Quantity, whole: Quantity, gap: str) -> bool:
    """Tell "three clerks are among 12 people killed"."""
    is_smaller = part.value is not None and part.value <= (whole.value or 0)
    units = {part.unit, whole.unit}
    return is_smaller and units == {"count"} and AMONG.fullmatch(f"{gap.strip()} ") is not None


def _latest_whole(quantities: Sequence[Quantity], found: Sequence[Frame], index: int) -> int | None:
    """Return the nearest quantity before that is no subset itself and not smaller."""
    for before in range(index - 1, -1, -1):
        is_whole = quantities[before].unit == "count" and not found[before].subset
        if is_whole and _can_hold(quantities[before], quantities[index]):
            return before
    return None


def _can_hold(whole: Quantity, part: Quantity) -> bool:
    """Tell whether one quantity can be a part of another: of its kind, and no larger."""
    if part.unit not in ("count", "percent", "fraction"):
        return False
    size = part.low if part.value is None else part.value
    greatest = float("inf") if whole.high is None else whole.high
    return part.unit != "count" or size is None or size <= greatest


def _breakdowns(text: str, quantities: Sequence[Quantity], found: list[Frame]) -> None:
    """Link parts that are listed after their whole and sum to it ("eight: six men, two women")."""
    for index, whole in enumerate(quantities[:-1]):
        if whole.unit != "count" or whole.value is None or found[index].subset:
            continue
        total = 0.0
        for last in range(index + 1, len(quantities)):
            part = quantities[last]
            joiner = OPENED if last == index + 1 else JOINED
            gap = text[quantities[last - 1].unit_end : part.start]
            if part.unit != "count" or part.value is None or not joiner.fullmatch(gap):
                break
            total += part.value
            if total >= whole.value:
                break
        if total == whole.value and last > index + 1:
            for frame in found[index + 1 : last + 1]:
                frame.whole, frame.subset = index, True
