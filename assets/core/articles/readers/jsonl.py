"""JSON lines: one article a line, with the keys of `fields.py`."""

import json
from collections.abc import Iterator
from typing import BinaryIO, Final

from assets.core.articles.readers import fields
from assets.core.articles.readers.decoding import MAX_DOCUMENT_BYTES, decode
from assets.core.articles.readers.record import Record, UnreadableError
from assets.raw.files.quarantine import Refusal

FORMAT: Final = "jsonl"


def sniff(head: bytes) -> bool:
    """Tell lines that are objects from a document that spreads over lines."""
    lines = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 2)
    if not lines[0].startswith(b"{"):
        return False
    if len(lines) == 1 or lines[1].lstrip().startswith(b"{"):
        return True
    return lines[0].rstrip().endswith(b"}")


def read(stream: BinaryIO) -> Iterator[Record | Refusal]:
    """Yield the record of each line; a broken line spoils no other."""
    number = 0
    while line := stream.readline(MAX_DOCUMENT_BYTES):
        number += 1
        where = f"line {number}"
        if len(line) == MAX_DOCUMENT_BYTES:
            yield Refusal("too_large", f"a line of over {MAX_DOCUMENT_BYTES:,} bytes", where)
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_DOCUMENT_BYTES)
        elif line.strip():
            yield record(line, where)


def record(line: bytes, where: str) -> Record | Refusal:
    """Return the record of one JSON object, or why it is none."""
    try:
        content = json.loads(decode(line))
    except UnreadableError as unreadable:
        refusal = unreadable.refusal
        return Refusal(refusal.reason, refusal.detail, where)
    except RecursionError:
        return Refusal("too_deep", "lists or objects nested too deeply to be an article", where)
    except ValueError as error:
        return Refusal("bad_json", f"not JSON: {error}", where)
    if not isinstance(content, dict):
        return Refusal("bad_record", "an article is an object with keys, this is none", where)
    return fields.record(content, where)
