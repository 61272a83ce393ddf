"""From the bytes of a file to its records, whatever the format.

Belongs here: the order in which readers are asked, and what holds for the text of every format.
Not here: any one format; each has its module, all fit `record.Reader`.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import Path
from typing import Any, Final

from assets.core.articles.readers import (
    csv_table,
    feed,
    json_document,
    jsonl,
    marker,
    page,
    parquet_table,
    plain,
)
from assets.core.articles.readers.decoding import is_prose, stored
from assets.core.articles.readers.record import Reader, Record, Source, UnreadableError
from assets.core.articles.readers.unpacking import BombError, Budget, documents, packing
from assets.raw.files.quarantine import Refusal

READERS: Final[tuple[Reader, ...]] = (
    marker, jsonl, json_document, feed, page, parquet_table, csv_table, plain,
)  # fmt: skip
"""In order of how sure their signs are; plain text takes the rest."""
DETAILS: Final = ("key", "title", "byline", "outlet", "channel", "url", "published", "language")
MAX_DETAIL_LENGTH: Final = 2_000
MAX_TEXT_LENGTH: Final = 2_000_000


def read_file(path: Path) -> tuple[str, list[Record | Refusal]]:
    """Return the format of a file, told by its content, and its records.

    What cannot be read is a refusal among them; a file yields at least one or the other.
    """
    kind = "unknown"
    found: list[Record | Refusal] = []
    with path.open("rb") as stream:
        if packing(stream.peek()):
            kind = "archive"
        try:
            for document in documents(Source(stream), Budget(path.stat().st_size)):
                if isinstance(document, Refusal):
                    found.append(document)
                    continue
                reader = choose(document.stream)
                kind = document.archive or (reader.FORMAT if reader else kind)
                found.extend(_records(reader, document))
        except UnreadableError as unreadable:
            found.append(unreadable.refusal)
    return kind, found or [Refusal("no_text", "the file holds no records")]


def choose(stream: BufferedReader) -> Reader | None:
    """Return the first reader that knows the document by its start, which stays unread."""
    head = stream.peek()
    return next((reader for reader in READERS if reader.sniff(head)), None)


def _records(reader: Reader | None, document: Source) -> Iterator[Record | Refusal]:
    """Yield every record with its text as it is to be stored, or why it is none."""
    if reader is None:
        yield plain.unknown(document.stream.peek(), document.name)
        return
    is_empty = True
    try:
        for found in reader.read(document):
            is_empty = False
            yield _article(found, document) if isinstance(found, Record) else found
    except BombError:
        raise
    except UnreadableError as unreadable:
        yield replace(unreadable.refusal, record_key=document.name)
    else:
        if is_empty:
            yield Refusal("no_text", "the document holds no records", document.name)


def _article(record: Record, document: Source) -> Record | Refusal:
    """Return the record as it is to be stored, if its text can be an article's."""
    text = stored(record.text)
    said: dict[str, Any] = {name: _said(getattr(record, name)) for name in DETAILS}
    named = said["key"] or said["title"] or said["url"]
    key = said["key"] if named else document.name
    if not text:
        return Refusal("no_text", "the record has no words", key)
    if len(text) > MAX_TEXT_LENGTH:
        return Refusal("too_large", f"a text of over {MAX_TEXT_LENGTH:,} characters", key)
    if not is_prose(text):
        return Refusal("not_text", "control characters or no letters: not an article", key)
    return replace(record, **(said | {"text": text, "key": key}))


def _said(detail: str | None) -> str | None:
    """Return a detail on one line; None where it is empty, or too long to be what it should be."""
    said = " ".join(stored(detail).split()) if detail else ""
    return said if 0 < len(said) <= MAX_DETAIL_LENGTH else None
