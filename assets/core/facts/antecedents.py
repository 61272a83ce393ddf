"""Who is meant by "it", "the ministry", "Mr Haddad" or an open quotation: a look back in the text.

Belongs here: finding the fuller name that a short one stands for. Not here: the sentence's own
grammar (`attribution.py`), ids (`authorities.py`).
"""

import re
from functools import lru_cache

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.authorities import lexicon, resolve, words_of
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Article, Sentence

LOOK_BACK = 2500  # code points: some fifteen sentences
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which"})

Span = tuple[int, int]


def antecedent(start: int, end: int, article: Article, catalogue: Catalogue) -> Span | None:
    """Return the span of the fuller name that the words at `text[start:end]` stand for, if any."""
    phrase = article.text[start:end]
    keys = [word.key for word in words_of(phrase)]
    if len(keys) == 1 and keys[0] in PRONOUNS:
        return _last_speaker(start, article, catalogue)
    if len(keys) == 2 and keys[0] == "the" and keys[1].islower():
        return _last_named(keys[1], start, article, catalogue)
    return None


def speaker_of_quotation(
    sentence: Sentence, quantity: Quantity, article: Article, catalogue: Catalogue
) -> Span | None:
    """Return who speaks in the quotation that holds the quantity and was opened before it."""
    return None


@lru_cache(maxsize=4)
def _speakers(catalogue: Catalogue) -> re.Pattern[str]:
    verbs = "|".join(sorted(lexicon(catalogue).cues["saying_alone"]))
    return re.compile(
        r"(?:^|[.,;:“”\"\n]\s*|\b(?:but|and|that|while|as)\s+)"
        rf"(?P<who>[^.,;:“”\"\n]{{2,100}}?)\s+(?:has\s+|have\s+|had\s+|also\s+|later\s+)*(?:{verbs})\b"
    )


def _last_speaker(start: int, article: Article, catalogue: Catalogue) -> Span | None:
    floor = max(0, start - LOOK_BACK)
    matches = list(_speakers(catalogue).finditer(article.text, floor, start))
    for match in reversed(matches):
        who = match["who"].lower()
        if who not in PRONOUNS and resolve(match["who"], article.text[:floor], catalogue):
            return match.span("who")
    return None


def _last_named(noun: str, start: int, article: Article, catalogue: Catalogue) -> Span | None:
    """Return the last fuller name that ends in the noun: "health ministry" for "the ministry"."""
    floor = max(0, start - LOOK_BACK)
    pattern = re.compile(
        rf"(?:[\w’'-]+ ){{1,5}}{noun}(?: (?:of|in|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*)*", re.I
    )
    for match in reversed(list(pattern.finditer(article.text, floor, start))):
        if resolve(match.group(), article.text[floor : match.start()], catalogue) not in (
            None,
            noun,
        ):
            return match.span()
    return None
