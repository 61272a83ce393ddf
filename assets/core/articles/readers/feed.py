"""RSS and Atom: an article an entry, as long as the feed gives it.

The `source` element names the true publisher of an entry; the feed itself is only where it was
found, as with news searches.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import feedparser

from assets.core.articles.readers.decoding import BLANKS, decode, whole
from assets.core.articles.readers.markup import words
from assets.core.articles.readers.record import Record, Source, UnreadableError
from assets.raw.files.quarantine import Refusal

FORMAT: Final = "feed"
START: Final = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>\s*)*"
    rb"<(?:\w+:)?(?:rss|feed|rdf)\b",
    re.IGNORECASE | re.DOTALL,
)
DECLARED: Final = re.compile(rb"<\?xml[^>]+encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
UTF_8: Final = {"content-type": "application/xml; charset=utf-8"}


def sniff(head: bytes) -> bool:
    """Tell the format by its root element."""
    return bool(START.match(head.lstrip(BLANKS)))


def read(source: Source) -> Iterator[Record | Refusal]:
    """Yield the record of each entry; of a feed that breaks off, what came before the break."""
    content = whole(source.stream)
    if b"<!ENTITY" in content:
        raise UnreadableError(
            "bad_record", "a feed that declares entities: they can unfold for ever"
        )
    declared = DECLARED.search(content[:200])
    text = decode(content, declared[1].decode() if declared else source.encoding)
    # Bytes, for a string it might open or fetch; its own way with encodings fails on broken ones.
    feed = feedparser.parse(io.BytesIO(text.encode()), response_headers=UTF_8)
    broken = feed.get("bozo_exception")
    for number, entry in enumerate(feed.entries, start=1):
        yield _record(entry, feed.feed, f"entry {number}")
    if not feed.entries:
        raise UnreadableError("bad_record", f"a feed with no entries: {broken or 'it is empty'}")
    if broken is not None and not isinstance(broken, feedparser.CharacterEncodingOverride):
        raise UnreadableError("bad_record", f"the feed is not whole: {broken}")


def _record(entry: Mapping[str, Any], channel: Mapping[str, Any], where: str) -> Record | Refusal:
    """Return the record of an entry, its fullest text."""
    markup = [part.get("value", "") for part in entry.get("content", [])]
    texts = [words(one) for one in [*markup, entry.get("summary", "")] if one]
    key = entry.get("id") or entry.get("link") or where
    if not any(texts):
        return Refusal("no_text", "an entry with neither content nor summary", key)
    return Record(
        text=max(texts, key=len),
        key=key,
        title=words(entry.get("title", "")) or None,
        byline=entry.get("author"),
        outlet=entry.get("source", {}).get("title"),
        channel=channel.get("title"),
        url=entry.get("link"),
        published=entry.get("published") or entry.get("updated"),
        source="feed",
        language=channel.get("language"),
    )
