"""Markup to words: for pieces of HTML that are the article, as feeds and tables hold them.

Not here: which part of a whole page is the article (`page.py`).
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from assets.core.articles.readers.record import UnreadableError

TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "br", "div", "dd", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
))  # fmt: skip
UNREAD: Final = ("script", "style", "noscript", "template", "iframe", "object")


def parse(markup: str) -> HtmlElement:
    """Return the tree of a page or of a piece that has a tag; raises `UnreadableError`."""
    content = markup.encode("utf-8", "replace")
    try:
        return document_fromstring(content, parser=HTMLParser(encoding="utf-8"))
    except etree.ParserError as error:
        raise UnreadableError("no_text", f"markup with nothing in it: {error}") from error


def words(markup: str) -> str:
    r"""Return the words of a piece of HTML, its blocks on lines of their own, entities decoded.

    >>> words("<p>Aid &amp; arms</p><script>steal()</script><p>Nine <b>boats</b></p>")
    'Aid & arms\nNine boats'
    """
    tree = parse(f"<div>{markup}</div>")
    etree.strip_elements(tree, etree.Comment, *UNREAD, with_tail=False)
    lines = (" ".join(line.split()) for line in "".join(_pieces(tree)).splitlines())
    return "\n".join(line for line in lines if line)


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """Yield the words of a tree in order, a newline where a block begins or ends."""
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in BLOCKS:
            yield "\n"
        yield (element.text if event == "start" else element.tail) or ""
