"""Sentences of an article: newlines first, then full stops that end something.

Belongs here: where a sentence starts and ends. Not here: what it says (`linking/linking.py`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from assets.core.facts.text.sentence import Sentence

ABBREVIATION = re.compile(
    r"""mrs?|ms|dr|prof|st|rev|hon|pres|jr|sr|rep|sen|gov
      | lt|col|gen|sgt|maj|capt|cmdr|adm|rear|supt|insp
      | nos?|vs|inc|ltd|co|corp|dept|est|etc|e\.g|i\.e|approx|fig|al|mt|ft
      | jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec""",
    re.VERBOSE,
)
BOUNDARY = re.compile(
    r"""(?P<stop>[.!?…]+)                     # what ends a sentence
        (?P<close>["\u201d\u2019')\]]*)                 # and belongs to it
        (?:(?P<gap>\s+)(?=["\u201c\u2018'(\[]*[A-Z0-9£$€])|(?=[A-Z][a-z]))
      | (?P<line>\s*\n\s*)
      | (?P<glued>(?<=[a-z])["\u201d])(?=[A-Z][a-z])   # no gap after a quotation""",
    re.VERBOSE,
)
# A decimal that extraction pulled apart, "2. 3 million": its full stop ends nothing.
SPLIT_DECIMAL = re.compile(r"(?<=\d)\.\s\d{1,2}\s?(?:million|billion|trillion|per\s?cent|%)")
LAST_WORD = re.compile(r"[\w.]+$")


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    r"""Yield the (start, end) of each sentence of `text[start:end]`, without white space around it.

    >>> text = 'Dr. Roe of the U. N. agreed. "Two died," she said.\nMore talks'
    >>> [text[a:b] for a, b in spans(text, 0, len(text))]
    ['Dr. Roe of the U. N. agreed.', '"Two died," she said.', 'More talks']
    """
    opened = start
    for match in BOUNDARY.finditer(text, start, end):
        if match["line"] is not None:
            closed, following = match.start(), match.end()
        elif match["glued"] is not None:
            closed = following = match.end()
        elif _ends_sentence(text, opened, match):
            closed, following = match.end("close"), match.end()
        else:
            continue
        yield from _trimmed(text, opened, closed)
        opened = following
    yield from _trimmed(text, opened, end)


def _ends_sentence(text: str, opened: int, match: re.Match[str]) -> bool:
    """Tell a full stop from the dot of an abbreviation, an initial or an address."""
    if SPLIT_DECIMAL.match(text, match.start("stop")):
        return False
    if match["stop"] != ".":
        return match["gap"] is not None or match["stop"][-1] in "!?"
    last = LAST_WORD.search(text, opened, match.start("stop"))
    word = last.group().lower() if last else ""
    if match["gap"] is None:  # "… of the war.The ministry": glued, unless a name with dots
        is_quoted = text[match.start("stop") - 1] in '"\u201d'
        return match["close"] != "" or is_quoted or (len(word) > 2 and word.isalpha())
    is_initial = len(word) == 1 and word.isalpha()
    has_dots = "." in word and len(word.rsplit(".", 1)[-1]) == 1 and word not in ("a.m", "p.m")
    return not (is_initial or has_dots or bool(ABBREVIATION.fullmatch(word)))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    passage = text[start:end]
    start += len(passage) - len(passage.lstrip())
    end -= len(passage) - len(passage.rstrip())
    if start < end:
        yield start, end


def sentences_of(text: str, segments: Sequence[Mapping[str, object]]) -> list[Sentence]:
    """Return the sentences of an article's segments ({role, start, end}), in order, unparsed."""
    return [
        Sentence(text[start:end], start, end, str(segment["role"]))
        for segment in segments
        for start, end in spans(text, int(str(segment["start"])), int(str(segment["end"])))
    ]
