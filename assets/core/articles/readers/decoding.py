"""Bytes to text, and text as it is stored.

Belongs here: bounds, encodings, newlines, entities. Not here: which words of a document are the
article.
"""

import codecs
import html
import re
from typing import BinaryIO, Final

from charset_normalizer import from_bytes

from assets.core.articles.readers.record import UnreadableError

MAX_DOCUMENT_BYTES: Final = 64 << 20
"""The most that is read at once; tables, feeds and line formats stay far below it."""
DETECTION_BYTES: Final = 1 << 20
BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OTHER_NEWLINES: Final = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
SURROGATES: Final = re.compile("[\ud800-\udfff]")


def whole(stream: BinaryIO) -> bytes:
    """Return all that the stream holds. Raises `UnreadableError` where that is too much."""
    content = stream.read(MAX_DOCUMENT_BYTES + 1)
    if len(content) > MAX_DOCUMENT_BYTES:
        raise UnreadableError(
            "too_large", f"one document of over {MAX_DOCUMENT_BYTES:,} bytes: split it"
        )
    return content


def decode(content: bytes, declared: str | None = None) -> str:
    r"""Return the text of the bytes: by byte order mark, as UTF-8, as declared, else as detected.

    Raises `UnreadableError` where they are no text, or not in an encoding that can be told.

    >>> decode("naïve".encode()), decode("naïve".encode("utf-16")), decode(b"na\xefve", "latin-1")
    ('naïve', 'naïve', 'naïve')
    """
    for mark, name in BOMS:
        if content.startswith(mark):
            return _strictly(content, name)
    if b"\0" in content:
        raise UnreadableError("not_text", "holds NUL bytes and no byte order mark: not a text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(content, declared or _detected(content))


def _detected(content: bytes) -> str:
    """Return the encoding that fits best."""
    best = from_bytes(content[:DETECTION_BYTES]).best()
    if best is None:
        raise UnreadableError("bad_encoding", "no text encoding fits the bytes: save it as UTF-8")
    return best.encoding


def _strictly(content: bytes, name: str) -> str:
    """Decode, or say why not."""
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError) as error:
        detail = f"the bytes are not {name}, which the file seems to be: save it as UTF-8"
        raise UnreadableError("bad_encoding", detail) from error


def stored(text: str) -> str:
    r"""Return the text as it is stored: newlines as \n, entities decoded once, nothing else lost.

    >>> stored("Aid &amp; arms\r\nNine &#39;til ten"), stored("&amp;lt;")
    ("Aid & arms\nNine 'til ten", '&lt;')
    """
    if "&" in text:
        text = html.unescape(text)
    for newline in OTHER_NEWLINES:
        text = text.replace(newline, "\n")
    if not text.isprintable() and SURROGATES.search(text):  # halves, which no encoder takes
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.strip()


def is_prose(text: str) -> bool:
    """Tell whether a text could be an article's: letters in it, and no control characters."""
    is_clean = text.isprintable() or not CONTROLS.search(text)
    return is_clean and any(char.isalpha() for char in text)
