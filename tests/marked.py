"""Sentences whose number stands in brackets: "Police said [12] people died."

Belongs here: what tests of meaning share to ask about one number of a text. The text is split and
parsed as extraction does it.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from assets.catalogue.catalogue import Catalogue, load
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.text.grammar import parse
from assets.core.facts.text.sentence import Article, Sentence
from assets.core.facts.text.splitter import spans

THURSDAY = date(2024, 2, 8)


@dataclass(frozen=True)
class Marked:
    """An article, its sentence that holds the number in brackets, and the number."""

    article: Article
    sentence: Sentence
    quantity: Quantity


@cache
def catalogue() -> Catalogue:
    """Return the shipped catalogue."""
    return load()


def marked(
    text: str,
    *,
    published: date | None = THURSDAY,
    outlet: str | None = None,
    title: str | None = None,
    role: str = "body",
    unit: str = "count",
) -> Marked:
    """Read a text with one number in brackets; the brackets are no part of it."""
    start, end = text.index("["), text.index("]") - 1
    text = re.sub(r"[\[\]]", "", text)
    first, last = next(s for s in spans(text, 0, len(text)) if s[0] <= start < s[1])
    sentence = Sentence(text[first:last], first, last, role)
    sentence.parse = next(iter(parse([sentence.text])))
    quantity = Quantity(start - first, end - first, None, None, None, "exact", unit, end - first)
    return Marked(Article("", outlet, None, title, published, text), sentence, quantity)
