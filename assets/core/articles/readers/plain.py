"""Plain text: one article, its paragraphs on lines of their own.

It says nothing of itself but the words; headline, dateline and credit are found in them by
`assets/core/articles/segments.py`.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from assets.core.articles.readers.decoding import BLANKS, decode, unescape, whole
from assets.core.articles.readers.record import Record, Source
from assets.raw.files.quarantine import Refusal

FORMAT: Final = "plain"
OTHERS: Final[Mapping[bytes, str]] = {
    b"%PDF": "a PDF",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"<": "markup, but no page and no feed",
}


def sniff(head: bytes) -> bool:
    """Take what no other format claimed, but not what begins as something else begins."""
    return not head.lstrip(BLANKS).startswith(tuple(OTHERS))


def read(source: Source) -> Iterator[Record | Refusal]:
    """Yield the one article."""
    yield Record(text=unescape(decode(whole(source.stream), source.encoding)))


def unknown(head: bytes, name: str | None) -> Refusal:
    """Return what to say of a document, by its name if it has one, that no reader takes."""
    what = next(what for mark, what in OTHERS.items() if head.lstrip(BLANKS).startswith(mark))
    return Refusal("unknown_format", f"it is {what}: save its text", name)
