"""Headlines of other articles that a scraper ran into the text.

Some pages show links to related articles between paragraphs. Flattened to one line, their titles
stand between two sentences with no full stop, glued to each other: "… for safety. Ceasefire talks
stall in CairoAid convoy turned back On Monday the council …". Belongs here: finding such a run. It
is a matter of layout, not of wording, and where the last title ends has to be judged.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

MIN_FLATTENED: Final = 1_500  # characters; shorter paragraphs are paragraphs
MAX_FLATTENED: Final = 100_000  # a book on one line would take minutes
# Both patterns begin with a rare character and then look back: that halves the time of ingestion.
SENTENCE_END: Final = re.compile(
    r"[.!?…](?<!\b[A-Z][.])(?<!\b(?:Mr|Dr|No|St)[.])(?<!\bSept[.])"
    r"(?<!\b(?:Mrs|Jan|Feb|Aug|Oct|Nov|Dec|Gen|Sen|Rep|Gov)[.])"
    r"(?:[\"”’')\]]*(?=\s|$)|[\"”’]+(?=[A-Z“\"‘]))"
)
GLUE: Final = re.compile(
    r"[A-Z‘“\"'](?:(?<=[a-z]{2}[A-Z])(?=[A-Za-z’'])|(?<=[a-z]{2}[‘“])(?=[A-Z])"
    r"|(?<=[a-z]{4}')(?=[A-Z])|(?<=[a-z]\?[A-Z‘“])|(?<=[a-z]\?[\"'])(?=[A-Z])"
    r"|(?<=[a-z][’”][A-Z])(?=[A-Za-z’']))"
)
CAMEL: Final = re.compile(
    r"\b(?:Mc|Mac|Mec|De|Di|Du|La|Le|Van|Fitz|You|Whats|Linked|Tik|Face|Pay|Snap|Air|Open|Deep"
    r"|Space|Human|Save|Share|Buzz|Sky|Bell|News|Web|Micro|Black|Pricewaterhouse|e|i)$"
)
OPENERS: Final = frozenset(
    """
    A According After All Alongside Although Among An And Another As At Before Both But By Despite
    During Each Earlier Even Ever Every Following For Four From He Her Here His However If In Into
    It Its Just Last Late Later Many Meanwhile More Most Much Nearly No Not Now On One Only Other
    Our Over She Since So Some Speaking Such That The Their Then There These They This Those Three
    Through Throughout To Two Under Until Up We Weeks What When Where While With Yet You
    """.split()  # noqa: SIM905 - words read better as words
)
JOINERS: Final = frozenset(
    """
    a an the of in on at to for from by with and or but as over under into against between after
    before amid near not is are was be his her its their our my your who than if says
    """.split()  # noqa: SIM905
)
MIN_TITLE_WORDS: Final = 3
MAX_TITLE: Final = 140  # characters; the longest titles seen are near 110
QUOTES: Final = "\"'“”‘’"
OPENER_MARKS: Final = QUOTES + ","
WORD: Final = re.compile(r"\S+")
SURE: Final = 5  # the score from which one unglued title is believed


def find(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each run of titles in a paragraph, if that is a page flattened to one line.

    >>> told = "They fled. Talks stall in CairoAid convoy turned back On Monday it rained."
    >>> flattened = told + " It rained." * 140
    >>> [flattened[start:end] for start, end in find(flattened)]
    ['Talks stall in CairoAid convoy turned back']
    """
    if not MIN_FLATTENED <= len(text) <= MAX_FLATTENED:
        return
    glues = [
        found.start()
        for found in GLUE.finditer(text)
        if not CAMEL.search(text, max(0, found.start() - 20), found.start())
    ]
    start = 0
    for end in [found.end() for found in SENTENCE_END.finditer(text)]:
        inside = glues[bisect(glues, start) : bisect(glues, end)]
        is_apart = text.startswith("  ", start)  # a paragraph ended here, once
        run_end = None
        if inside or is_apart:
            begin = end - len(text[start:end].lstrip())
            run_end = _end(text, begin, inside, end) if inside else _lone_end(text, begin, end)
            if run_end:
                yield begin, begin + len(text[begin:run_end].rstrip())
        start = run_end or end


def _end(text: str, begin: int, glues: list[int], end: int) -> int | None:
    """Return where a run of glued titles ends; None if the pieces are no titles."""
    if not all(_is_title(text[one:other]) for one, other in pairwise([begin, *glues])):
        return None
    last = glues[-1]
    if text[last:end].rstrip("\"”’'").endswith("?") and end - last <= MAX_TITLE:
        return end
    return max(_ends(text, last, end), default=(0, last))[1]


def _lone_end(text: str, begin: int, end: int) -> int | None:
    """Return where a single title before a sentence ends, if it is surely one."""
    following = text[begin : min(end, begin + MAX_TITLE)].split()[MIN_TITLE_WORDS:]
    if OPENERS.isdisjoint(word.strip(OPENER_MARKS) for word in following):  # most: no score is sure
        return None
    score, position = max(_ends(text, begin, end), default=(0, begin))
    quoted = text[begin] in QUOTES or text[position] in QUOTES
    return position if score >= SURE and not quoted else None


def _is_title(piece: str) -> bool:
    """Tell whether a piece between two seams can be a headline."""
    return len(piece) <= MAX_TITLE and len(piece.split()) >= MIN_TITLE_WORDS


def _ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (score, position) of the places where a title could give way to a sentence.

    A sentence opens with a capital; best with one of the words that titles have in small letters,
    and best after a word that can end a phrase. Of equals the last is as good as any.
    """
    words = list(WORD.finditer(text, start, min(end, start + MAX_TITLE)))
    if words and words[0][0] in OPENERS:
        yield 3, start
    for number, (before, word) in enumerate(pairwise(words), start=1):
        if number < MIN_TITLE_WORDS or not word[0].lstrip(QUOTES)[:1].isupper():
            continue
        score = 3 if word[0].strip(OPENER_MARKS) in OPENERS else 0
        score += _closes(before[0]) + (1 if 5 <= number <= 12 else 0)
        score -= 2 if text.count(f"{before[0]} {word[0]}") > 1 else 0  # a name
        yield score, word.start()


def _closes(word: str) -> int:
    """Return how well a word would end a title."""
    bare = word.strip(QUOTES)
    if not bare.isalpha() or bare.lower() in JOINERS:
        return -4
    return 2 if bare.islower() else 1
