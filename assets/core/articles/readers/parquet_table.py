"""Parquet tables: an article a row, its columns named as in `fields.py`."""

import io
from collections.abc import Iterator
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from assets.core.articles.readers import fields
from assets.core.articles.readers.decoding import MAX_DOCUMENT_BYTES, whole
from assets.core.articles.readers.record import Record, Source, UnreadableError
from assets.raw.files.quarantine import Refusal

FORMAT: Final = "parquet"
ROWS_AT_ONCE: Final = 1_000
MAX_GROUP_BYTES: Final = 8 * MAX_DOCUMENT_BYTES
"""The most that a row group, which is read as one, may unpack to."""


def sniff(head: bytes) -> bool:
    """Tell the format by its magic bytes."""
    return head.startswith(b"PAR1")


def read(source: Source) -> Iterator[Record | Refusal]:
    """Yield the record of each row."""
    stream = source.stream if source.stream.seekable() else io.BytesIO(whole(source.stream))
    number = 0
    try:
        table = pq.ParquetFile(stream)
        groups = [table.metadata.row_group(index) for index in range(table.num_row_groups)]
        if any(group.total_byte_size > MAX_GROUP_BYTES for group in groups):
            raise UnreadableError("too_large", f"a row group of over {MAX_GROUP_BYTES:,} bytes")
        for batch in table.iter_batches(ROWS_AT_ONCE):
            for row in batch.to_pylist():
                number += 1
                yield fields.record(row, f"row {number}")
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        detail = f"the table breaks off after row {number}: {error}"
        raise UnreadableError("bad_table", detail) from error
