"""Hedges: the words that make a number a bound of the truth, and the interval they leave.

Belongs here: tables of hedges before and after a number, and finding them. Not here: vague number
words (`vague.py`) and ranges (`lexer.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assets.core.facts.numerals import either

BEFORE: Final[Mapping[str, tuple[str, ...]]] = {
    "at_least": (
        "at least", "no fewer than", "no less than", "not less than", "not fewer than",
        "a minimum of", "as few as", "as little as", "at the very least",
    ),
    "more_than": (
        "more than", "greater than", "higher than", "larger than", "bigger than", "longer than",
        "over", "above", "upwards? of", "in excess of", "north of", "beyond", "exceed(?:s|ed|ing)?",
        "surpass(?:es|ed|ing)?", "to top", "tops", "topped", "topping", "crosse[sd]", "crossing",
        "breached", "cross", ">",
    ),
    "at_most": (
        "up to", "no more than", "not more than", "no greater than", "at most", "as many as",
        "as much as", "a maximum of", "not exceed(?:ing)?", "no higher than", "no longer than",
    ),
    "less_than": (
        "fewer than", "less than", "lower than", "smaller than", "shorter than", "under", "below",
        "nearly", "almost", "short of", "shy of", "approaching", "nearing", "not quite", "<",
    ),
    "approximately": (
        "about", "around", "some", "roughly", "approximately", r"approx\.?", "an estimated",
        "estimated", "estimated at", "close to", "circa", "~", "in the region of", "an average of about",
        "something like", "an estimated total of",
    ),
}  # fmt: skip
AFTER: Final[Mapping[str, tuple[str, ...]]] = {
    "at_least": (
        r"\s+or\s+(?:more|above|over|higher|greater)", r"\s+(?:and|or)\s+(?:above|over|up)", r"\s*\+",
        r"[\s-]plus(?!\s+\d)", r",?\s+at\s+(?:the\s+very\s+)?least", r"\s+minimum",
    ),
    "at_most": (
        r"\s+or\s+(?:less|fewer|under|below|lower)", r"\s+and\s+under", r",?\s+at\s+(?:the\s+)?most",
        r"\s+maximum",
    ),
    "approximately": (r"\s+or\s+so", r"[\s-]odd", r"-ish", r",?\s+give\s+or\s+take"),
}  # fmt: skip


def _named(table: Mapping[str, tuple[str, ...]]) -> str:
    return "|".join(
        rf"(?P<{bound}>{either(words).replace(' ', chr(92) + 's+')})"
        for bound, words in table.items()
    )


_DEGREE: Final = (
    r"(?:(?:just|well|slightly|far|significantly|considerably|much|even|a\s+little|only)\s+)?"
)
_BEFORE: Final = re.compile(
    rf"(?<!\w){_DEGREE}(?:{_named(BEFORE)})\s*(?:(?:an?|another|the)\s+)?(?P<between>)\Z",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(rf"(?:{_named(AFTER)})(?!\w)", re.IGNORECASE)
REACH: Final = 48  # no hedge of the table is longer


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words at `text[start:end]` that bound a number."""

    bound: str
    start: int
    end: int


def hedge_before(text: str, start: int) -> Hedge | None:
    """Return the hedge that ends where the number starts."""
    found = _BEFORE.search(text, max(0, start - REACH), start)
    if found is None:
        return None
    bound = next(name for name in BEFORE if found[name])
    return Hedge(bound, found.start(), found.end(bound))


def hedge_after(text: str, end: int) -> Hedge | None:
    """Return the hedge that follows a number or its unit."""
    found = _AFTER.match(text, end)
    if found is None:
        return None
    bound = next(name for name in AFTER if found[name])
    return Hedge(bound, end + len(found.group()) - len(found.group().lstrip()), found.end())


def interval(bound: str, value: float) -> tuple[float | None, float | None]:
    """Return the low and high that a hedged value allows; None leaves a side open.

    >>> interval("more_than", 100.0), interval("less_than", 40.0), interval("approximately", 7.0)
    ((100.0, None), (None, 40.0), (7.0, 7.0))
    """
    if bound in {"at_least", "more_than"}:
        return value, None
    if bound in {"at_most", "less_than"}:
        return None, value
    return value, value
