"""HTML pages: the article of a page, found by trafilatura, with what its metadata say."""

import re
from collections.abc import Iterator
from typing import Final

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from assets.core.articles.readers.decoding import BLANKS, decode, whole
from assets.core.articles.readers.markup import parse
from assets.core.articles.readers.record import Record, Source, UnreadableError
from assets.raw.files.quarantine import Refusal

FORMAT: Final = "html"
START: Final = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|main|section|div|meta|title|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
DECLARED: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
MAX_PAGE_BYTES: Final = 8 << 20
"""Real pages stay below 5 MB; larger ones are made to tire a parser."""
DATED_BY_ITS_OWN_WORD: Final = {"original_date": True, "extensive_search": False}


def sniff(head: bytes) -> bool:
    """Tell the format by its first tag."""
    return bool(START.match(head.lstrip(BLANKS)))


def read(source: Source) -> Iterator[Record | Refusal]:
    """Yield the article of the page."""
    content = whole(source.stream)
    if len(content) > MAX_PAGE_BYTES:
        raise UnreadableError("too_large", f"a page of over {MAX_PAGE_BYTES:,} bytes")
    declared = DECLARED.search(content[:4096])
    encoding = declared[1].decode("ascii") if declared else source.encoding
    tree = parse(decode(content, encoding))
    captions = frozenset(_captions(tree))
    language = tree.get("lang")
    found = _extract(tree, source.url)
    if found is None or not found.text:
        raise UnreadableError("no_text", "the page holds no article that could be told")
    yield Record(
        text=found.text,
        title=found.title,
        byline=found.author,
        channel=found.sitename,
        url=found.url or source.url,
        published=found.date,
        captions=captions,
        language=language,
    )


def _captions(tree: HtmlElement) -> Iterator[str]:
    """Yield the captions, and make them paragraphs: trafilatura drops figures and all in them."""
    for element in tree.iter("figure", "figcaption"):
        if element.tag == "figcaption":
            yield " ".join(element.text_content().split())
        element.tag = "p" if element.tag == "figcaption" else "div"


def _extract(tree: HtmlElement, url: str | None) -> Document | None:
    """Return the article that trafilatura finds, its text in paragraphs."""
    try:
        found = trafilatura.bare_extraction(
            tree,
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=DATED_BY_ITS_OWN_WORD,
        )
    except RecursionError as error:
        raise UnreadableError("too_deep", "tags nested too deeply to be a page") from error
    return found if isinstance(found, Document) else None
