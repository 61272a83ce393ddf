"""Segments: which passage of a text is what.

Belongs here: telling headline, dateline, body, sub-head, caption, credit, related link, correction
and disclaimer apart by the layout and the set phrases of news copy. Not here: sentences
(`assets/core/facts/`). Segments lie in order, do not overlap, and leave only white space uncovered.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from assets.core.articles import corrections, related
from assets.core.articles.dates import MONTH
from assets.core.articles.outlets import Outlets


class Segment(NamedTuple):
    """A passage `text[start:end]` and its role."""

    role: str
    start: int
    end: int


DAY: Final = (
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:\s+\d{{4}})?)"
)
UPPER: Final = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}"
TITLED: Final = r"(?:occupied |the )?[A-Z][\w.'’-]+(?: (?:of |the |al-)?[A-Z][\w.'’-]*){0,3}"
BRACKET: Final = r"(?:\([^()\n]{2,60}\))"
DATELINE: Final = re.compile(
    rf"(?:{DAY}\s*{BRACKET}\.?\s*)?"
    rf"(?:{UPPER}(?:\s?[/,]\s?(?:{TITLED}|{UPPER})){{0,2}}(?:,?\s*{DAY})?\s*{BRACKET}?"
    r"(?:\s*:\s|\s*[—–]\s*|\s+--?\s+|  )"
    rf"|{TITLED}(?:\s?[/,]\s?{TITLED}){{0,2}}(?:,?\s*{DAY})?\s*{BRACKET}?(?:\s*:|\s+[—–-])\s+"
    r"(?=[\"“‘A-Z])"
    rf"|{BRACKET}\s*(?:[—–]|--?)\s*)"
    rf"|{DAY}\s*{BRACKET}\.?\s*"
)
DATED: Final = re.compile(
    rf"(?:Published|Updated|Posted|Last updated)\b.{{0,60}}|{DAY}.{{0,12}}"
    r"|\d{4}-\d\d-\d\d\b.{0,30}"
)
BYLINE: Final = re.compile(r"By (?=[A-Z])[^.!?\n]{3,100}")
CREDITED: Final = (
    r"(?:\(?(?:With )?(?:[Aa]dditional )?[Rr]eporting by [^.\n]{3,200}\.?(?:[^.\n]{3,100}\.?)?\)?"
    r"|(?:\(?[Ww]ith )?(?:agency |wire )?inputs? from [^.\n]{3,80}\.?\)?"
    r"|For Reprint Rights:.*|Source: .{2,60}|©.{2,80})"
)
DISCLAIMER: Final = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=[.!?][\"”]\s))[A-Z][^.!?\n\d\"“”]{0,100}\b"
    r"(?:(?:could not|cannot|unable to|not been able to|has not|have not|not)\b"
    r"[^.!?\n\d\"“”]{0,30}\bverif|independently (?:verif|confirm))[^.!?\n\d\"“”]{0,70}[.!?]"
)
PHOTOGRAPHED: Final = re.compile(
    r".*[\s.](?:\[[^\[\]]{3,80}\]|\(?(?:PHOTOS?|Photos?|Photograph|Picture|Image|Credit|photos?)"
    r"(?: by| credit)?: ?[^.\n]{2,60}\)?)\s*"
)
AGENCY_PHOTOS: Final = r"(?:EPA(?:-EFE)?|Getty(?: Images)?|Shutterstock|AP Photo)"
MAX_CAPTION: Final = 500  # characters; the longest seen are near 400
MAX_CREDIT: Final = 300
MAX_HEADING: Final = 100
TERMINAL: Final = (".", "!", ":", ";", ",", "…")
SENTENCE: Final = re.compile(r"[a-z]{3}[.!?][\"”’']?\s")
PARAGRAPH: Final = re.compile(r"\S(?:[^\n]*\S)?")


class Credits:
    """The patterns that need the agencies' names."""

    def __init__(self, outlets: Outlets) -> None:
        agency = outlets.credit
        agencies = rf"{agency}(?:\s*(?:,|/|;|&|and)\s*{agency})*"
        self.line = re.compile(rf"[—–(\[-]?\s*(?:{agencies}|{CREDITED})\s*[)\].]?")
        self.tail = re.compile(
            rf"(?<=[.!?\"”’')])\s*(?P<credit>[—–(\[-]?\s*{agencies}\s*[)\].]?|{CREDITED})\s*$"
        )
        self._caption = re.compile(
            rf"[^\"“]*[.]\s+(?:{AGENCY_PHOTOS}|{agencies})(?:\s*(?:/|via|,)\s*[\w .-]+)?\s*"
        )

    def is_caption(self, words: str) -> bool:
        """Tell whether a paragraph ends in the credit of a photograph."""
        is_marked = (":" in words or "[" in words) and PHOTOGRAPHED.fullmatch(words)
        return bool(is_marked or self._caption.fullmatch(words))


def segment(
    text: str, title: str | None, credits_: Credits, captions: frozenset[str] = frozenset()
) -> Iterator[Segment]:
    """Yield the segments of a stored text; title and captions are those known from elsewhere."""
    paragraphs = [found.span() for found in PARAGRAPH.finditer(text)]
    body_seen = False
    for number, (start, end) in enumerate(paragraphs):
        words = text[start:end]
        is_caption = words in captions
        role = "caption" if is_caption else _role(words, number, len(paragraphs), title, credits_)
        if role != "body":
            yield Segment(role, start, end)
            continue
        is_last = number == len(paragraphs) - 1
        cuts = [*_cuts(words, credits_, is_first=not body_seen, is_last=is_last)]
        body_seen = True
        yield from _cut(words, start, cuts) if cuts else (Segment("body", start, end),)


def _role(words: str, number: int, count: int, title: str | None, credits_: Credits) -> str:
    """Return the role of a whole paragraph; "body" where only parts of it may have another."""
    is_heading = (
        len(words) <= MAX_HEADING
        and not words.rstrip("\"'”’)").endswith(TERMINAL)
        and not SENTENCE.search(words)
    )
    if number == 0 < count - 1 and (
        _same(words, title) or (title is None and is_heading and not DATED.match(words))
    ):
        return "headline"
    if len(words) <= MAX_CAPTION:
        if credits_.line.fullmatch(words) or (number < 3 and BYLINE.fullmatch(words)):
            return "credit"
        if DATED.fullmatch(words):
            return "dateline"
        is_last = number == count - 1
        if credits_.is_caption(words) and not (is_last and credits_.tail.search(words)):
            return "caption"
    if is_heading and 0 < number < count - 1 and not words.startswith(("•", "-", "*", "–")):
        return "subhead"
    return "body"


def _same(words: str, title: str | None) -> bool:
    """Tell whether the words are the title, letter case and space aside."""
    return title is not None and words.casefold().split() == title.casefold().split()


def _cuts(words: str, credits_: Credits, *, is_first: bool, is_last: bool) -> Iterator[Segment]:
    """Yield the passages of a body paragraph that are not body; they may overlap."""
    if is_first and (found := DATELINE.match(words[:160])):
        yield Segment("dateline", 0, found.end())
    for start, end in corrections.find(words):
        yield Segment("correction", start, end)
    if is_last and (found := credits_.tail.search(words, max(0, len(words) - MAX_CREDIT))):
        yield Segment("credit", found.start("credit"), found.end("credit"))
    for start, end in related.find(words):
        yield Segment("related_link", start, end)
    if "verif" in words or "ly confirm" in words:
        for found in DISCLAIMER.finditer(words):
            yield Segment("disclaimer", found.start(), found.end())


def _cut(words: str, offset: int, cuts: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the paragraph's segments: the cuts, the earlier named first, and the body between."""
    taken: list[Segment] = []
    covered = bytearray(len(words))
    for cut in cuts:
        if 1 not in covered[cut.start : cut.end]:
            covered[cut.start : cut.end] = b"\1" * (cut.end - cut.start)
            taken.append(cut)
    position = 0
    for cut in [*sorted(taken, key=lambda cut: cut.start), Segment("body", len(words), len(words))]:
        yield from _trimmed("body", words, position, cut.start, offset)
        yield from _trimmed(cut.role, words, cut.start, cut.end, offset)
        position = cut.end


def _trimmed(role: str, words: str, start: int, end: int, offset: int) -> Iterator[Segment]:
    """Yield the segment without the white space around it, if anything is left."""
    passage = words[start:end]
    if passage.strip():
        start += len(passage) - len(passage.lstrip())
        yield Segment(role, offset + start, offset + start + len(passage.strip()))
