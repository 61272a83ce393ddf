"""CSV tables: an article a row, under a header with the names of `fields.py`."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from assets.core.articles.readers import fields
from assets.core.articles.readers.decoding import (
    BLANKS,
    MAX_DOCUMENT_BYTES,
    SURROGATES,
    decode,
    detect,
)
from assets.core.articles.readers.record import Record, Source, UnreadableError
from assets.raw.files.quarantine import Refusal

FORMAT: Final = "csv"
DELIMITERS: Final = (",", ";", "\t", "|")
CELL: Final = re.compile(r"[\w@ .-]{0,40}")
csv.field_size_limit(MAX_DOCUMENT_BYTES)  # of the whole process; the default cuts long articles


def sniff(head: bytes) -> bool:
    """Tell the format by a header in which some column is named as texts are."""
    return _delimiter(head) is not None


def _delimiter(head: bytes) -> str | None:
    """Return what parts the names of the header, if the first line is one."""
    line = head.lstrip(BLANKS).split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    for delimiter in DELIMITERS:
        names = [name.strip(' "').lower() for name in line.split(delimiter)]
        if len(names) > 1 and all(map(CELL.fullmatch, names)) and set(names) & set(fields.TEXT):
            return delimiter
    return None


def read(source: Source) -> Iterator[Record | Refusal]:
    """Yield the record of each row; a broken row spoils no other."""
    head = source.stream.peek()
    encoding = source.encoding or _encoding(head)
    text = io.TextIOWrapper(source.stream, encoding, errors="surrogateescape", newline="")
    rows = csv.DictReader(text, delimiter=_delimiter(head) or ",")
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Refusal("bad_table", f"not CSV: {error}", f"line {rows.line_num}")
            continue
        if row is None:
            break
        yield _record(row, f"line {rows.line_num}")
    text.detach()  # the stream belongs to the caller


def _encoding(head: bytes) -> str:
    """Return the encoding of a table by its first bytes, of which the last may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return detect(head)
    return "utf-8-sig"


def _record(row: dict[str | None, str | list[str] | None], where: str) -> Record | Refusal:
    """Return the record of one row, or why it is none."""
    if None in row:
        return Refusal("bad_table", "more cells than the header: quote a cell with commas", where)
    try:
        cells = {str(name).strip(): _decoded(cell) for name, cell in row.items()}
    except UnreadableError as unreadable:
        return replace(unreadable.refusal, record_key=where)
    return fields.record(cells, where)


def _decoded(cell: object) -> object:
    """Return a cell's text; where it is not in the table's encoding, it is decoded by itself."""
    if isinstance(cell, str) and SURROGATES.search(cell):
        return decode(cell.encode("utf-8", "surrogateescape"))
    return cell
