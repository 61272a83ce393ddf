"""JSON lines: one article a line, with the keys of `fields.py`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from assets.core.articles.readers import fields
from assets.core.articles.readers.decoding import BLANKS, MAX_DOCUMENT_BYTES
from assets.core.articles.readers.json_document import parse
from assets.core.articles.readers.record import Record, Source, UnreadableError
from assets.raw.files.quarantine import Refusal

FORMAT: Final = "jsonl"


def sniff(head: bytes) -> bool:
    """Tell lines that are objects from one object that spreads over lines."""
    lines = head.lstrip(BLANKS).split(b"\n", 2)
    if not lines[0].startswith(b"{"):
        return False
    is_next = len(lines) == 1 or lines[1].lstrip().startswith(b"{")
    return is_next or lines[0].rstrip().endswith(b"}")


def read(source: Source) -> Iterator[Record | Refusal]:
    """Yield the record of each line; a broken line spoils no other."""
    number = 0
    while line := source.stream.readline(MAX_DOCUMENT_BYTES):
        number += 1
        where = f"line {number}"
        if len(line) == MAX_DOCUMENT_BYTES:
            yield Refusal("too_large", f"a line of over {MAX_DOCUMENT_BYTES:,} bytes", where)
            while line and not line.endswith(b"\n"):
                line = source.stream.readline(MAX_DOCUMENT_BYTES)
        elif line.strip():
            yield record(line, where)


def record(line: bytes, where: str) -> Record | Refusal:
    """Return the record of one line, or why it is none."""
    try:
        content = parse(line)
    except UnreadableError as unreadable:
        return replace(unreadable.refusal, record_key=where)
    if not isinstance(content, dict):
        return Refusal("bad_record", "an article is an object with keys, this is none", where)
    return fields.record(content, where)
