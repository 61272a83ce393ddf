"""The text around a name that tells which place is spoken of.

Belongs here: cutting it out of an article, and finding the nearest place in it. Not here: what
follows for the name (`authorities.py`).
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.text.names import Names, words_of
from assets.core.facts.text.sentence import Article

BEFORE: Final = 2500  # code points before the sentence
SENTENCE: Final = 400  # code points on either side of a name that may be of its sentence
SENTENCE_START: Final = re.compile(r"\s[.!?]|\n")  # in reversed text
SENTENCE_END: Final = re.compile(r"[.!?]\s|\n")
LOCATED: Final = re.compile(
    r"\b(?:(?:in|at|near|across|hit|struck|inside|throughout)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}"
    r"|(?:north|south|east|west|part|city|town|village|region|province|outskirts)\S*\s+of\s+)$"
)
AREA: Final = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:city|town|village|region|province|port|capital|district|island|state)\b"
)
PART_OF_NAME: Final = re.compile(r"\s[A-Z]")


@dataclass(frozen=True, slots=True)
class Context:
    """The rest of a name's sentence, the text before it, the title, and the outlet's country."""

    sentence: str = ""
    before: str = ""
    title: str = ""
    home: str | None = None

    def nearest(
        self, names: Names, among: Container[str] | None = None, *, located: bool = False
    ) -> str | None:
        """Return what the nearest of the names means, if it is `among` what is looked for.

        A `located` name must be said to be where something is: "in Ukraine", not "Russian".
        """
        for text, which in ((self.sentence, 0), (self.before, -1), (self.title, 0)):
            words = words_of(text)
            found = [
                name.meaning
                for name in names.find(words)
                if among is None or name.meaning in among
                if not located
                or _is_located(text, words[name.first].start, words[name.last - 1].end)
            ]
            if found:
                return found[which]
        return None

    def homeland(self, adjectives: Names) -> str | None:
        """Return the country in a town of which something is said to be, nearest to the name."""
        here = _homeland(self.sentence, adjectives, last=False)
        return here or _homeland(self.before, adjectives, last=True)

    def told(self, names: Names) -> str:
        """Return what the title names, where that is one place alone; empty if it is not."""
        found = {name.meaning for name in names.find(words_of(self.title))}
        return found.pop() if len(found) == 1 else ""


def _homeland(text: str, adjectives: Names, *, last: bool) -> str | None:
    """Return the country of "the northern Ukrainian city of Chernihiv"."""
    words = words_of(text)
    found = [n.meaning for n in adjectives.find(words) if AREA.match(text, words[n.last - 1].end)]
    return found[-1 if last else 0] if found else None


def _is_located(text: str, start: int, end: int) -> bool:
    """Tell whether something is said to be in the place named at `text[start:end]`."""
    return bool(LOCATED.search(text, 0, start)) and not PART_OF_NAME.match(text, end)


def context_of(start: int, end: int, article: Article, catalogue: Catalogue) -> Context:
    """Return the context of the words at `text[start:end]` of an article."""
    text = article.text
    opened = SENTENCE_START.search(text[max(0, start - SENTENCE) : start][::-1])
    first = start - (opened.start() if opened else min(start, SENTENCE))
    closed = SENTENCE_END.search(text, end, end + SENTENCE)
    last = closed.start() if closed else end + SENTENCE
    return Context(
        sentence=f"{text[first:start]} {text[end:last]}",
        before=text[max(0, first - BEFORE) : first],
        title=article.title or "",
        home=_homes(catalogue).get(article.outlet or ""),
    )


@lru_cache(maxsize=4)
def _homes(catalogue: Catalogue) -> dict[str, str]:
    """Return the country of each outlet, by every name that the outlet has."""
    return {
        name: outlet.country
        for outlet in catalogue.outlets.values()
        for name in (outlet.id, outlet.name, *outlet.aliases)
        if outlet.country is not None
    }
