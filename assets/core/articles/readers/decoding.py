"""Bytes to text, and text as it is stored.

Belongs here: bounds, encodings, newlines, entities. Not here: markup (`markup.py`), and which words
of a document are the article.
"""

import codecs
import html
import re
from typing import BinaryIO, Final

from charset_normalizer import from_bytes

from assets.core.articles.readers.record import UnreadableError

MAX_DOCUMENT_BYTES: Final = 64 << 20
"""The most that is read at once; tables and lines of any length in all stay far below it."""
MOST_BYTES: Final = 1 << 16
"""What most documents stay below: a read reserves all that it asks for."""
DETECTION_BYTES: Final = 1 << 16
LATIN: Final = frozenset({"ascii", "us-ascii", "iso-8859-1", "latin-1", "latin1"})
"""What pages declare that are written in Windows-1252, as browsers take it."""
MAX_WESTERN: Final = 0.1
MIN_OTHERS: Final = 16
BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BLANKS: Final = b"\xef\xbb\xbf \t\r\n"
OTHER_NEWLINES: Final = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
SURROGATES: Final = re.compile("[\ud800-\udfff]")


def whole(stream: BinaryIO) -> bytes:
    """Return all that the stream holds. Raises `UnreadableError` where that is too much."""
    content = stream.read(MOST_BYTES)
    if len(content) == MOST_BYTES:
        content += stream.read(MAX_DOCUMENT_BYTES + 1 - MOST_BYTES)
    if len(content) > MAX_DOCUMENT_BYTES:
        detail = f"one document of over {MAX_DOCUMENT_BYTES:,} bytes: split it"
        raise UnreadableError("too_large", detail)
    return content


def decode(content: bytes, declared: str | None = None) -> str:
    r"""Return the text of the bytes: by byte order mark, as UTF-8, as declared, else as detected.

    Raises `UnreadableError` where they are no text, or not in an encoding that can be told.

    >>> decode("naïve".encode()), decode("naïve".encode("utf-16")), decode(b"na\xefve")
    ('naïve', 'naïve', 'naïve')
    """
    for mark, name in BOMS:
        if content.startswith(mark):
            return _strictly(content, name)
    if b"\0" in content:
        raise UnreadableError("not_text", "holds NUL bytes and no byte order mark: not a text")
    western = "cp1252" if (declared or "").lower() in LATIN else declared
    for name in filter(None, ("utf-8", western)):
        try:
            return content.decode(name)
        except (UnicodeError, LookupError):
            continue
    return _strictly(content, detect(content))


def detect(content: bytes) -> str:
    """Return the encoding of bytes that declare none; raises `UnreadableError` where none fits.

    Text that is nearly all ASCII is Western: too little is left of it to tell by.
    """
    head = content[:DETECTION_BYTES]
    others = sum(byte > 127 for byte in head)
    if others <= MAX_WESTERN * len(head) or others < MIN_OTHERS:
        return "utf-8" if others == 0 else "cp1252"
    best = from_bytes(head).best()
    if best is None:
        raise UnreadableError("bad_encoding", "no text encoding fits the bytes: save it as UTF-8")
    return best.encoding


def _strictly(content: bytes, name: str) -> str:
    """Decode, or say why not."""
    try:
        return content.decode(name)
    except UnicodeError as error:
        detail = f"it seems to be {name}, but not all of its bytes are: save it as UTF-8"
        raise UnreadableError("bad_encoding", detail) from error


def unescape(text: str) -> str:
    """Return the text with its entities decoded, once.

    >>> unescape("Aid &amp; arms"), unescape("&amp;lt;")
    ('Aid & arms', '&lt;')
    """
    return html.unescape(text) if "&" in text else text


def stored(text: str) -> str:
    r"""Return the text as it is stored: every newline as \n, no space around it, nothing else lost.

    >>> stored("Nine \r\nor ten\u2028boats ")
    'Nine \nor ten\nboats'
    """
    for newline in OTHER_NEWLINES:
        text = text.replace(newline, "\n")
    try:
        text.encode()
    except UnicodeEncodeError:  # halves of surrogate pairs
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.strip()


def is_prose(text: str) -> bool:
    """Tell whether a text could be an article's: letters in it, and no control characters."""
    is_clean = text.replace("\n", "").isprintable() or not CONTROLS.search(text)
    return is_clean and any(char.isalpha() for char in text)
