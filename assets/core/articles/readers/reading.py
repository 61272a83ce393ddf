"""From the bytes of a file to its records, whatever the format.

Belongs here: the order in which readers are asked, and what holds for the text of every format.
Not here: any one format; each has its module, all fit `record.Reader`.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from assets.core.articles.readers import jsonl, marker, plain
from assets.core.articles.readers.decoding import is_prose, stored
from assets.core.articles.readers.record import HEAD_BYTES, Reader, Record, UnreadableError
from assets.raw.files.quarantine import Refusal

READERS: Final[tuple[Reader, ...]] = (marker, jsonl, plain)
"""In order of how sure their signs are; plain text takes the rest."""
MAX_TEXT_LENGTH: Final = 2_000_000


def read_file(path: Path) -> tuple[str, list[Record | Refusal]]:
    """Return the format of a file, told by its content, and its records.

    What cannot be read is a refusal among them; a file always yields at least one or the other.
    """
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
        reader = next(reader for reader in READERS if reader.sniff(head))
        stream.seek(0)
        return reader.FORMAT, list(_records(reader, stream))


def _records(reader: Reader, stream: BinaryIO) -> Iterator[Record | Refusal]:
    """Yield every record with its text as it is to be stored, or why it is none."""
    is_empty = True
    try:
        for found in reader.read(stream):
            is_empty = False
            yield _article(found) if isinstance(found, Record) else found
    except UnreadableError as unreadable:
        yield unreadable.refusal
    else:
        if is_empty:
            yield Refusal("no_text", "the file holds no records")


def _article(record: Record) -> Record | Refusal:
    """Return the record with stored text and title, if that text can be an article's."""
    text = stored(record.text)
    if not text:
        return Refusal("no_text", "the record has no words", record.key)
    if len(text) > MAX_TEXT_LENGTH:
        return Refusal("too_large", f"a text of over {MAX_TEXT_LENGTH:,} characters", record.key)
    if not is_prose(text):
        return Refusal("not_text", "control characters or no letters: not an article", record.key)
    return replace(record, text=text, title=stored(record.title or "") or None)
