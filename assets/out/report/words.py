"""Numbers, days and ids in plain English, as the report prints them.

Belongs here: value → words, one way for every page. Not here: sentences about a finding, which
reconciliation writes.
"""

from datetime import date
from typing import Final

BOUND_WORDS: Final = {
    "exact": "{}",
    "approximately": "about {}",
    "at_least": "at least {}",
    "more_than": "more than {}",
    "at_most": "at most {}",
    "less_than": "fewer than {}",
}
FINDING_WORDS: Final = {
    "sources_disagree": (
        "Sources disagree",
        "Outlets give figures for the same thing, authority and day that cannot all hold.",
    ),
    "authorities_differ": (
        "Authorities differ",
        "Two parties count the same thing and come to figures that cannot both hold.",
    ),
    "stale_copy": (
        "Stale copy",
        "The figure was right on an earlier day and is printed as if it were today's.",
    ),
    "cumulative_fell": (
        "Running total fell",
        "A count that can only grow is lower than the same authority gave before.",
    ),
    "probable_typo": (
        "Probable slip of the digits",
        "The figure is out of order in its series, and another one is a slip of the digits away.",
    ),
    "series_break": (
        "Series changed its meaning",
        "The authority began to count something else, so the figures do not compare.",
    ),
    "part_exceeds_whole": ("Part exceeds whole", "A part is larger than what it is a part of."),
    "identity_broken": (
        "Sum does not add up",
        "The parts of a whole, as reported, do not make the whole.",
    ),
    "correction_withdraws": (
        "Correction withdraws a figure",
        "An outlet says that a figure it printed was wrong; the figure counts nowhere.",
    ),
    "shares_exceed_100": (
        "Shares exceed 100%",
        "The answers to one question, of which each person gives one, make more than 100%.",
    ),
    "text_later_than_date": (
        "Text later than its date",
        "The text tells of a day after the date it bears, so it was changed since.",
    ),
}
SEVERITY_WORDS: Final = {
    "error": ("Errors", "one authority, one day: these cannot all be right"),
    "warn": ("Warnings", "nothing harmless explains these"),
    "info": ("Notes", "explained, and worth knowing"),
}


def number(value: float) -> str:
    """Print a value: thousands by commas, millions by the word where that loses nothing.

    >>> [number(value) for value in (130, 28473, 1_500_000, 1_234_567, 4.5, 1e9)]
    ['130', '28,473', '1.5 million', '1,234,567', '4.5', '1 billion']
    """
    for scale, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= scale and float(f"{value / scale:.3f}") * scale == value:
            return f"{value / scale:.3f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def interval(low: float | None, high: float | None) -> str:
    """Print what an interval allows; None is an open side.

    >>> interval(130, 130), interval(100, None), interval(None, 40), interval(25, 30)
    ('130', '100 or more', '40 or fewer', '25 to 30')
    >>> interval(None, None)
    'not said'
    """
    if low is None:
        return "not said" if high is None else f"{number(high)} or fewer"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def amount(
    value: float | None, low: float | None, high: float | None, bound: str, unit: str
) -> str:
    """Print a quantity with its hedge and unit.

    >>> amount(1200, 1200, None, "at_least", "count"), amount(None, 25, 30, "between", "count")
    ('at least 1,200', '25 to 30')
    >>> amount(51, 51, 51, "exact", "percent"), amount(2, 2, 2, "exact", "week")
    ('51%', '2 weeks')
    """
    hedged = (
        interval(low, high)
        if value is None or bound not in BOUND_WORDS
        else BOUND_WORDS[bound].format(number(value))
    )
    if unit == "percent":
        return f"{hedged}%"
    if unit in ("count", "money"):
        return hedged
    return f"{hedged} {unit}" if value == 1 else f"{hedged} {unit}s"


def day(on: date | None) -> str:
    """Print a day; a missing one is said to be missing.

    >>> day(date(2024, 2, 8)), day(None)
    ('8 February 2024', 'day unknown')
    """
    return f"{on.day} {on:%B %Y}" if on else "day unknown"


def many(count: int, noun: str) -> str:
    """Print a count with its noun.

    >>> many(1, "outlet"), many(2, "authority"), many(1200, "day")
    ('1 outlet', '2 authorities', '1,200 days')
    """
    plural = f"{noun[:-1]}ies" if noun.endswith("ty") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"


def triplet(outlets: int, origins: int, authorities: int) -> str:
    """Print how well a figure is supported: who printed it, whose copy, whose figure.

    >>> triplet(3, 1, 1), triplet(0, 2, 0)
    ('3 outlets, 1 origin, 1 authority', 'no named outlet, 2 origins, unattributed')
    """
    printed_by = many(outlets, "outlet") if outlets else "no named outlet"
    said_by = many(authorities, "authority") if authorities else "unattributed"
    return ", ".join((printed_by, many(origins, "origin"), said_by))


def spoken(identifier: str) -> str:
    """Print an id of the catalogue as words.

    >>> spoken("gaza_health_ministry")
    'gaza health ministry'
    """
    return identifier.replace("_", " ")


def visible(text: str) -> str:
    r"""Show control characters as their pictures and direction overrides as their code points.

    They change nothing on the page then, and a reader sees that they are there.

    >>> visible("a\x00b\nc\u202ed")
    'a␀b\nc[U+202E]d'
    """
    return text.translate(_PICTURES)


_PICTURES: Final[dict[int, str]] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: chr(0x2421),
    **{
        code: f"[U+{code:04X}]"
        for code in (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    },
}
