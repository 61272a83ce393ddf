"""Sources by the order of words alone, in sentences that have no parse, and around quotations.

Belongs here: who is named before or after a verb of reporting. Not here: the grammar of parsed
sentences (`sources.py`), who a pronoun stands for (`antecedents.py`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.text.cues import cues_of
from assets.core.facts.text.sentence import Article

LOOK_BACK: Final = 2500  # code points: some fifteen sentences
QUOTATION: Final = 600  # code points that one quotation may have run on
ADJACENT: Final = 90  # code points between a quotation and who speaks it
OPENED: Final = re.compile(
    r"(?:^|(?<=[\s(\[:.,\u2014]))[\"'](?=[\w$\u00a3\u20ac])|\u201c|\u2018(?=\w)"
)
CLOSED: Final = re.compile(
    r"(?<=[\w.,!?\u2026%])[\"'](?=[\s,.;:)]|$)|\u201d|\u2019(?=[\s,.;:)]|$)|\n"
)
GLUED: Final = re.compile(r"(?<=[.!?]\s)[\"\u201d](?=[A-Z])")  # closes before the next sentence
DOTTED: Final = r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St)\."
STOP: Final = r".,;:\u201c\u201d\"\n"  # what parts a name from the clause before it
ACCORDING: Final = re.compile(rf"\baccording to\s+(?P<who>[^{STOP}]{{2,80}})")

Span = tuple[int, int]


def speakers_before(position: int, article: Article, catalogue: Catalogue) -> Iterator[Span]:
    """Yield the spans that name a source, the nearest to the position first.

    It stands before its verb, behind a quotation ("…", said the mayor), or behind "according to".
    """
    floor = max(0, position - LOOK_BACK)
    patterns = (_before_verb(catalogue), _inverted(catalogue), ACCORDING)
    found = [m.span("who") for p in patterns for m in p.finditer(article.text, floor, position)]
    yield from sorted(found, reverse=True)


def speaker_of_quotation(position: int, article: Article, catalogue: Catalogue) -> Span | None:
    """Return who speaks the quotation that holds a position of the text, None outside of one.

    A mark that opens while another is open is a stray: then nothing is certain.
    """
    text = article.text
    opened = _last_end(OPENED, text, max(0, position - QUOTATION), position)
    if opened is None or CLOSED.search(text, opened, position):
        return None
    closed = CLOSED.search(text, position, position + QUOTATION)
    end = closed.start() if closed else position + QUOTATION
    # Where marks glued to what follows close a quotation, only their number tells that one is open.
    is_open = text.count('"', text.rfind("\n", 0, position) + 1, position) % 2 == 1
    if not is_open or GLUED.search(text, position, end) is None:
        if closed is None or OPENED.search(text, position, end):
            return None
        after = _after_quotation(catalogue).match(text, closed.end(), closed.end() + ADJACENT)
        if after:
            return after.span("who" if after["who"] else "inverted")
    before = next(speakers_before(opened, article, catalogue), None)
    return before if before and opened - before[1] <= ADJACENT else None


def _last_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    return max((match.end() for match in pattern.finditer(text, start, end)), default=None)


@lru_cache(maxsize=4)
def _before_verb(catalogue: Catalogue) -> re.Pattern[str]:
    """Return the pattern of a source (`who`), an aside, and a verb of reporting."""
    cues = cues_of(catalogue)
    word = rf"(?!(?:{_any(cues['no_speaker'])})\b)(?:{DOTTED}|[^\s{STOP}])+"
    verb = rf"\b(?:has|have|had|was|were|is|are|{_any(cues['said'])})\b"
    opener = rf"(?i:{_any(cues['openers'] - cues['unnamed'])})\b"
    aside = rf",(?:(?!{verb})(?:{DOTTED}|[^{STOP}]|,(?=\s))){{4,160}},"
    return re.compile(
        rf"(?:^|[{STOP}]['\u2019]?\s*|\b(?:{_any(cues['no_speaker'])})\s+)"
        rf"(?P<who>(?!\d)(?!{opener}){word}(?:\s+{word}){{0,13}}?(?:{aside})?)\s+"
        rf"(?:(?:has|have|had|also|later|previously)\s+)*(?:{_any(cues['said'])})\b"
    )


@lru_cache(maxsize=4)
def _inverted(catalogue: Catalogue) -> re.Pattern[str]:
    """Return the pattern of a source behind a quotation and its verb."""
    return re.compile(
        rf"[\"\u201d]\s+(?:{_any(cues_of(catalogue)['said'])})\s+(?P<who>[^{STOP}]{{2,80}})"
    )


@lru_cache(maxsize=4)
def _after_quotation(catalogue: Catalogue) -> re.Pattern[str]:
    verbs = _any(cues_of(catalogue)["said"])
    return re.compile(
        rf"\s*(?:(?:{verbs})\s+(?P<inverted>[A-Z][^.,;\n]{{2,80}})"
        rf"|(?P<who>[^{STOP}]{{2,80}}?)\s+(?:{verbs})\b)"
    )


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words))
