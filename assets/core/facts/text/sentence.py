"""A sentence of an article, and its parse where it was worth one.

Belongs here: the value that passes from splitting and parsing to linking, attribution and dating.
Offsets count code points of the article's text unless a name says otherwise.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class Sentence:
    """One sentence at `text[start:end]` of its article; unparsed where it holds no number."""

    text: str
    start: int
    end: int
    role: str
    parse: "Doc | None" = None


@dataclass(frozen=True, slots=True)
class Article:
    """What extraction knows of an article version besides its sentences."""

    article_id: str
    outlet: str | None
    agency: str | None
    title: str | None
    published_on: date | None
    text: str
