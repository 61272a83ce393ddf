"""Plain text: one article, its paragraphs on lines of their own.

It says nothing of itself but the words; headline, dateline and credit are found in them by
`assets/core/articles/segments.py`.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final

from assets.core.articles.readers.decoding import decode, whole
from assets.core.articles.readers.record import Record
from assets.raw.files.quarantine import Refusal

FORMAT: Final = "plain"


def sniff(head: bytes) -> bool:
    """Take whatever no other format claimed; what is no text is refused when it is decoded."""
    return bool(head)


def read(stream: BinaryIO) -> Iterator[Record | Refusal]:
    """Yield the one article."""
    yield Record(text=decode(whole(stream)))
