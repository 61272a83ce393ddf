"""The marker format: articles between spelled-out marks, as some scrapers write them.

    F-N-S-T-A-R-T. 7 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-02-13 D-A-T-E-E-N-D.
    T-I-T-L-E-S-T-A-R-T. … T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. … T-E-X-T-E-N-D.

The number is the record's key. Where the title is an address, there is no title but a url.
"""

import re
from collections.abc import Iterator
from typing import Final

from assets.core.articles.readers.decoding import BLANKS, decode, unescape, whole
from assets.core.articles.readers.record import Record, Source
from assets.raw.files.quarantine import Refusal

FORMAT: Final = "marker"
FIRST: Final = "F-N-S-T-A-R-T."
MARKS: Final = (
    "F-N-E-N-D.", "D-A-T-E-S-T-A-R-T.", "D-A-T-E-E-N-D.", "T-I-T-L-E-S-T-A-R-T.",
    "T-I-T-L-E-E-N-D.", "T-E-X-T-S-T-A-R-T.", "T-E-X-T-E-N-D.",
)  # fmt: skip
"""The marks of an article after the first, in their order."""
ADDRESS: Final = re.compile(r"https?://\S+")


def sniff(head: bytes) -> bool:
    """Tell the format by its first mark."""
    return head.lstrip(BLANKS).startswith(FIRST.encode())


def read(source: Source) -> Iterator[Record | Refusal]:
    """Yield each article between the marks; one that lacks a mark was cut short and is refused."""
    _, *articles = decode(whole(source.stream)).split(FIRST)
    for number, article in enumerate(articles, start=1):
        yield _record(article, f"article {number}")


def _record(article: str, where: str) -> Record | Refusal:
    """Return the record of what follows a first mark."""
    parts = []
    rest = article
    for mark in MARKS:
        part, found, rest = rest.partition(mark)
        if not found:
            detail = f"{mark} is missing, so the article is not whole: fetch it again"
            return Refusal("bad_record", detail, where)
        parts.append(part.strip())
    key, _, published, _, title, _, text = parts
    is_address = bool(ADDRESS.fullmatch(title))
    return Record(
        text=unescape(text),
        key=key or None,
        title=None if is_address else unescape(title) or None,
        url=title if is_address else None,
        published=published or None,
        is_scrape=is_address,
    )
