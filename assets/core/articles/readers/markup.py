"""Markup to words: for pieces of HTML that are the article, as feeds and tables hold them.

Not here: whole pages, of which the article is a part (`page.py`).
"""

import re
from typing import Final

from lxml import etree
from lxml import html as lxml_html

TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
BLOCKS: Final = (
    "address", "article", "aside", "blockquote", "br", "div", "dd", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
)  # fmt: skip
UNREAD: Final = ("script", "style", "noscript", "template", "iframe", "object")


def words(markup: str) -> str:
    r"""Return the words of a piece of HTML, its blocks on lines of their own, entities decoded.

    >>> words("<p>Aid &amp; arms</p><script>steal()</script><p>Nine <b>boats</b></p>")
    'Aid & arms\nNine boats'
    """
    try:
        tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    except etree.ParserError:  # nothing in it but comments
        return ""
    etree.strip_elements(tree, etree.Comment, *UNREAD, with_tail=False)
    for block in tree.iter(*BLOCKS):
        block.text = "\n" + (block.text or "")
        block.tail = "\n" + (block.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)
