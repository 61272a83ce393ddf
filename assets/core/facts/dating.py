"""Which days a figure counts and which day it holds for.

Belongs here: the days that a sentence gives to its quantity. Not here: reading the words of a day
(`days.py`); the time of reporting ("said on Thursday") dates the statement, never the event.
"""

from dataclasses import dataclass
from datetime import date

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Article, Sentence


@dataclass(frozen=True, slots=True)
class Dating:
    """The days `window_start` to `window_end` that are counted; `as_of` the figure holds."""

    window_start: date | None
    window_end: date | None
    as_of: date | None
    as_of_source: str | None


def date_of(
    sentence: Sentence, quantity: Quantity, article: Article, catalogue: Catalogue
) -> Dating:
    """Return the days of a quantity; None where no words and no publication day tell them."""
    published = article.published_on
    return Dating(None, None, published, "published" if published else None)
