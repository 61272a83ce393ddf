"""Correction notices: where an article says that an earlier text of it was wrong.

Belongs here: finding a notice and the day it names. Not here: which facts it withdraws
(`assets/core/facts/`).
"""

import re
from bisect import bisect
from collections.abc import Iterator
from datetime import date
from typing import Final

from assets.core.articles.dates import WRITTEN, nearest

LABEL: Final = (
    r"(?:Corrections?(?: and clarifications?)?|CORRECTION|Clarifications?|CLARIFICATION|Erratum"
    r"|Amendment|Update|UPDATE|Editor[’']s note|EDITOR[’']S NOTE)\b[^:\n]{0,40}:"
)
OPENING: Final = (
    r"(?:This (?:article|story|report|piece|page|headline)\b[^.\n]{0,80}?\b"
    r"(?:amended|corrected|edited|updated to|changed to|clarified)\b"
    r"|(?:A|An|The) (?:previous|earlier|original|prior) version of this (?:article|story|report)\b)"
)
NOTICE: Final = re.compile(
    rf"(?:^|(?<=[.!?\"”’')\]]))\s*(?P<notice>(?P<label>{LABEL})|{OPENING})"
    rf"|(?<=[a-z])(?P<glued>Correction \d[^.:\n]{{0,40}}:)",
)
HINTS: Final = (
    "Correction", "CORRECTION", "Clarification", "CLARIFICATION", "Erratum", "Amendment", "Update",
    "UPDATE", "Editor", "EDITOR", "This article", "This story", "This report", "This piece",
    "This page", "This headline", "version of this",
)  # fmt: skip
AMENDS: Final = re.compile(
    r"\b(?:amend|correct|wrong|mistake|erroneous|incorrect|inaccurate|misstate|misidentif|misspell"
    r"|originally|previous(?:ly)?|earlier|has been (?:changed|updated|edited|removed)|was edited"
    r"|to remove|to clarify|to reflect)",
    re.IGNORECASE,
)
AMENDED_ON: Final = re.compile(r"\b(?:amended|corrected|updated|edited|changed) on\s+")
REACH: Final = 400  # characters of a labelled notice in which it must say that something was wrong


def find(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each notice; one runs to the next, or to the end of its paragraph.

    >>> told = "Six died. Correction 9 May: An earlier version wrongly said seven."
    >>> [told[start:end] for start, end in find(told)]
    ['Correction 9 May: An earlier version wrongly said seven.']
    """
    if not any(hint in paragraph for hint in HINTS):  # most articles: ten times as fast
        return
    notices = [
        (found.start(found.lastgroup or 0), found["label"] or found["glued"])
        for found in NOTICE.finditer(paragraph)
    ]
    labelled = [start for start, label in notices if label]
    position = 0
    for start, label in notices:
        if start >= position and _amends(paragraph, start, label):
            following = bisect(labelled, start)
            position = labelled[following] if following < len(labelled) else len(paragraph)
            yield start, start + len(paragraph[start:position].rstrip())


def _amends(text: str, start: int, label: str | None) -> bool:
    """Tell whether a notice says that something was wrong; one without a label says so at once."""
    return not label or bool(AMENDS.search(text, start + len(label), start + len(label) + REACH))


def corrected_on(notice: str, published_on: date | None) -> date | None:
    """Return the day that a notice names for itself; a missing year is the one nearest publication.

    >>> corrected_on("Correction 2 January: the toll of 7 October was wrong.", date(2023, 12, 30))
    datetime.date(2024, 1, 2)
    >>> corrected_on("Correction: the toll of 7 October was wrong.", date(2023, 12, 30))
    """
    label = re.match(LABEL, notice)
    told = WRITTEN.search(label[0]) if label else None
    if told is None and (amended := AMENDED_ON.search(notice)):
        told = WRITTEN.match(notice, amended.end())
    return nearest(told, published_on) if told else None
