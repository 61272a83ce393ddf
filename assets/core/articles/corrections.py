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
NOTICE: Final = re.compile(rf"(?P<label>{LABEL})|{OPENING}")
GLUED: Final = re.compile(r"(?<=[a-z])Correction \d[^.:\n]{0,40}:")
FIRST_WORDS: Final = re.compile(
    r"Correction|CORRECTION|Clarification|CLARIFICATION|Erratum|Amendment|Update|UPDATE|Editor|EDITOR"
    r"|This (?:article|story|report|piece|page|headline)"
    r"|An? (?:previous|earlier|original|prior) version"
    r"|The (?:previous|earlier|original|prior) version"
)
"""A notice begins with some of these, which are found ten times as fast as the whole."""
BREAKS: Final = ".!?\"”’')]"  # what a notice follows, unless it opens its paragraph
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
    notices = [
        (start, label)
        for words in FIRST_WORDS.finditer(paragraph)
        for start, label in _openings(paragraph, words.start())
    ]
    labelled = [start for start, label in notices if label]
    position = 0
    for start, label in notices:
        if start >= position and _amends(paragraph, start, label):
            following = bisect(labelled, start)
            position = labelled[following] if following < len(labelled) else len(paragraph)
            yield start, start + len(paragraph[start:position].rstrip())


def _openings(paragraph: str, start: int) -> Iterator[tuple[int, str | None]]:
    """Yield the place and the label, if it has one, of a notice that begins there."""
    before = paragraph[:start].rstrip()
    if found := GLUED.match(paragraph, start):
        yield start, found[0]
    elif (not before or before[-1] in BREAKS) and (found := NOTICE.match(paragraph, start)):
        yield start, found["label"]


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
